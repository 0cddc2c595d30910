-- What one side proposes to change in a draft that is shared, upon what stood there. Never changed: it is answered.
-- change is a DraftChange of agreement/drafting/model.ts; stood what it would change, as it was read.
create table agreement.proposal (
  id uuid primary key,
  ordinal bigint generated always as identity,
  draft_id uuid not null references agreement.draft (id),
  clause_id uuid references agreement.clause (id),
  change jsonb not null,
  stood jsonb not null,
  reason text not null,
  replaces uuid unique references agreement.proposal (id),
  organisation_id uuid not null references people.organisation (id),
  proposed_at timestamptz not null,
  proposed_by text not null,
  account_id uuid not null
);
create index proposal_draft on agreement.proposal (draft_id, ordinal);

-- The one answer to a proposal: the key sees to it that two who answer at once do not both.
create table agreement.answer (
  proposal_id uuid primary key references agreement.proposal (id),
  verdict text not null check (verdict in ('accepted', 'declined', 'withdrawn')),
  reason text not null,
  organisation_id uuid not null references people.organisation (id),
  answered_at timestamptz not null,
  answered_by text not null,
  account_id uuid not null,
  check (verdict <> 'declined' or reason <> '')
);

-- What is said about a draft or a clause of it: to both sides, or within one. What answers an internal note is internal too.
create table agreement.comment (
  id uuid primary key,
  ordinal bigint generated always as identity,
  draft_id uuid not null references agreement.draft (id),
  clause_id uuid references agreement.clause (id),
  answers uuid,
  internal boolean not null,
  organisation_id uuid not null references people.organisation (id),
  text text not null,
  written_at timestamptz not null,
  written_by text not null,
  account_id uuid not null,
  unique (id, internal),
  foreign key (answers, internal) references agreement.comment (id, internal)
);
create index comment_draft on agreement.comment (draft_id, ordinal);

-- A numbered and named snapshot of all that a draft says. One from before the draft was shared is its own side's.
create table agreement.draft_version (
  id uuid primary key,
  draft_id uuid not null references agreement.draft (id),
  number integer not null check (number > 0),
  name text not null,
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  shared boolean not null,
  organisation_id uuid not null references people.organisation (id),
  made_at timestamptz not null,
  made_by text not null,
  unique (draft_id, number)
);

-- Who in an organisation must have said yes before anybody signs for it: its own setting. Ended, never erased.
create table agreement.approval_step (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  step text not null check (step in ('unit-manager', 'board', 'other')),
  body text not null,
  set_at timestamptz not null,
  set_by text not null,
  ended_at timestamptz,
  ended_by text
);
create unique index approval_step_once on agreement.approval_step (organisation_id, step, body) where ended_at is null;

-- That a step has said yes to one version: who decided, when and in which paragraph.
create table agreement.approval (
  id uuid primary key,
  draft_version_id uuid not null references agreement.draft_version (id),
  step_id uuid not null references agreement.approval_step (id),
  organisation_id uuid not null references people.organisation (id),
  decided_on date not null,
  paragraph text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (draft_version_id, step_id)
);

-- That a version is out for signature: until it is released nothing of its draft changes.
create table agreement.freezing (
  id uuid primary key,
  draft_id uuid not null references agreement.draft (id),
  draft_version_id uuid not null references agreement.draft_version (id),
  frozen_at timestamptz not null,
  frozen_by text not null,
  released_at timestamptz,
  released_by text
);
create unique index freezing_once on agreement.freezing (draft_id) where released_at is null;

-- The number of the draft's last version, also of one that the asker does not see.
create function agreement.last_version(draft uuid) returns integer language sql stable security definer set search_path = '' begin atomic
  select coalesce(max(v.number), 0) from agreement.draft_version v where v.draft_id = draft; end;

-- A proposal is seen with its shared draft, and made in the name of one's own side.
alter table agreement.proposal enable row level security;
create policy seen on agreement.proposal for select using (exists (select 1 from agreement.draft d where d.id = draft_id and d.shared_at is not null));
create policy proposed on agreement.proposal for insert with check (account_id = access.account() and exists (select 1 from agreement.draft d where d.id = draft_id and d.shared_at is not null and d.agreement_id in (select access.written()) and proposal.organisation_id in (select followup.sides(d.agreement_id))));

-- The other side accepts or declines, never the one who proposed; one's own side withdraws.
alter table agreement.answer enable row level security;
create policy seen on agreement.answer for select using (exists (select 1 from agreement.proposal p where p.id = proposal_id));
create policy answered on agreement.answer for insert with check (account_id = access.account() and exists (select 1 from agreement.proposal p join agreement.draft d on d.id = p.draft_id where p.id = proposal_id and d.agreement_id in (select access.written()) and answer.organisation_id in (select followup.sides(d.agreement_id)) and (verdict = 'withdrawn') = (p.organisation_id = answer.organisation_id) and (verdict = 'withdrawn' or p.account_id <> access.account())));

-- An internal note is seen by the side that wrote it and by nobody else, the house neither.
alter table agreement.comment enable row level security;
create policy seen on agreement.comment for select using (exists (select 1 from agreement.draft d where d.id = draft_id and ((d.shared_at is not null and not internal) or comment.organisation_id in (select followup.sides(d.agreement_id)))));
create policy written on agreement.comment for insert with check (account_id = access.account() and exists (select 1 from agreement.draft d where d.id = draft_id and (internal or d.shared_at is not null) and d.agreement_id in (select access.written()) and comment.organisation_id in (select followup.sides(d.agreement_id))));

alter table agreement.draft_version enable row level security;
create policy seen on agreement.draft_version for select using (exists (select 1 from agreement.draft d where d.id = draft_id and ((shared and d.shared_at is not null) or draft_version.organisation_id in (select followup.sides(d.agreement_id)))));
create policy made on agreement.draft_version for insert with check (exists (select 1 from agreement.draft d where d.id = draft_id and shared = (d.shared_at is not null) and d.agreement_id in (select access.written()) and draft_version.organisation_id in (select followup.sides(d.agreement_id))));

alter table agreement.approval_step enable row level security;
create policy seen on agreement.approval_step for select using (access.is_system() or access.administers() or organisation_id in (select access.organisations()) or organisation_id in (select access.partners()));
create policy required on agreement.approval_step for insert with check (access.administers() or organisation_id in (select access.organisations()));
create policy ended on agreement.approval_step for update using (access.administers() or organisation_id in (select access.organisations()));

alter table agreement.approval enable row level security;
create policy seen on agreement.approval for select using (exists (select 1 from agreement.draft_version v where v.id = draft_version_id));
create policy recorded on agreement.approval for insert with check (exists (select 1 from agreement.draft_version v join agreement.draft d on d.id = v.draft_id where v.id = draft_version_id and d.agreement_id in (select access.written()) and approval.organisation_id in (select followup.sides(d.agreement_id))) and exists (select 1 from agreement.approval_step s where s.id = step_id and s.organisation_id = approval.organisation_id));

alter table agreement.freezing enable row level security;
create policy seen on agreement.freezing for select using (exists (select 1 from agreement.draft d where d.id = draft_id));
create policy frozen on agreement.freezing for insert with check (exists (select 1 from agreement.draft d where d.id = draft_id and (access.is_system() or d.agreement_id in (select access.written()))));
create policy released on agreement.freezing for update using (exists (select 1 from agreement.draft d where d.id = draft_id and (access.is_system() or d.agreement_id in (select access.written()))));
