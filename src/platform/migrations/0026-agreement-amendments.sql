-- An amendment or an annex that has come into force, once, kept with its partnership: its text, and the sealed file by its hash.
create table agreement.amendment (
  draft_id uuid primary key references agreement.draft (id),
  agreement_id uuid not null references agreement.agreement (id),
  kind text not null check (kind in ('amendment', 'annex')),
  number integer not null check (number > 0),
  title text not null,
  sha256 text not null,
  text text not null,
  signed_at timestamptz not null,
  signed_by text not null,
  in_force_at timestamptz not null,
  unique (agreement_id, kind, number)
);

-- Which amendment a fact was added by, and which one decided on it; null for the agreement itself and for people's own decisions.
alter table agreement.fact add column draft_id uuid references agreement.amendment (draft_id);
alter table agreement.decision add column draft_id uuid references agreement.amendment (draft_id);

alter table agreement.amendment enable row level security;
create policy seen on agreement.amendment for select using (access.is_system() or agreement_id in (select access.seen()));
create policy brought on agreement.amendment for insert with check (access.is_system());
