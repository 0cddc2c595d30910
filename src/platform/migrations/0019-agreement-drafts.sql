-- An agreement, an amendment or an annex that is being written. It belongs to one partnership from its first word: for an
-- agreement that is an id of its own, which has no row in agreement.agreement before it has been signed and sealed.
-- Fields and facts are documents in the shape of agreement/drafting/model.ts; version counts the changes of title, fields and facts.
create table agreement.draft (
  id uuid primary key,
  agreement_id uuid not null,
  kind text not null check (kind in ('agreement', 'amendment', 'annex')),
  organisation_id uuid not null references people.organisation (id),
  title text not null,
  fields jsonb not null,
  facts jsonb not null,
  version integer not null,
  origin jsonb not null,
  begun_at timestamptz not null,
  begun_by text not null,
  shared_at timestamptz,
  shared_by text,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index draft_partnership on agreement.draft (agreement_id, begun_at desc);
-- What makes an agreement makes one agreement.
create unique index draft_of_agreement on agreement.draft (agreement_id) where kind = 'agreement' and withdrawn_at is null;

-- A part of a draft's text, in the order of its position. Whoever changes one holds the draft's row. Removed, never erased.
create table agreement.clause (
  id uuid primary key,
  draft_id uuid not null references agreement.draft (id),
  position integer not null,
  heading text not null,
  body text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  removed_at timestamptz
);
create index clause_draft on agreement.clause (draft_id, position);

-- Until it is shared a draft is its own organisation's; not the house's either. From then on the partnership's.
alter table agreement.draft enable row level security;
create policy seen on agreement.draft for select using (organisation_id in (select followup.sides(agreement_id)) or (shared_at is not null and (access.is_system() or agreement_id in (select access.seen()))));
create policy begun on agreement.draft for insert with check (organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.written()));
create policy changed on agreement.draft for update using ((organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.written())) or (shared_at is not null and (access.is_system() or agreement_id in (select access.written()))));

-- A clause is seen with its draft, whose own policies answer here.
alter table agreement.clause enable row level security;
create policy seen on agreement.clause for select using (exists (select 1 from agreement.draft d where d.id = draft_id));
create policy written on agreement.clause for insert with check (exists (select 1 from agreement.draft d where d.id = draft_id and (access.is_system() or d.agreement_id in (select access.written()))));
create policy changed on agreement.clause for update using (exists (select 1 from agreement.draft d where d.id = draft_id and (access.is_system() or d.agreement_id in (select access.written()))));
