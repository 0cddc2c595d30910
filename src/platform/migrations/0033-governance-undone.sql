-- That a settlement was undone: it moves here, whole, and the agreement can be settled again.
create table governance.settlement_undone (
  id uuid primary key,
  agreement_id uuid not null,
  settled_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz not null,
  undone_by text not null
);
create index settlement_undone_agreement on governance.settlement_undone (agreement_id);

-- The same of an archiving.
create table governance.archiving_undone (
  id uuid primary key,
  agreement_id uuid not null,
  place text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz not null,
  undone_by text not null
);
create index archiving_undone_agreement on governance.archiving_undone (agreement_id);

create policy undone on governance.settlement for delete using (agreement_id in (select access.written()));
create policy undone on governance.archiving for delete using (agreement_id in (select access.written()));

alter table governance.settlement_undone enable row level security;
create policy seen on governance.settlement_undone for select using (access.is_system() or agreement_id in (select access.seen()));
create policy kept on governance.settlement_undone for insert with check (agreement_id in (select access.written()));

alter table governance.archiving_undone enable row level security;
create policy seen on governance.archiving_undone for select using (access.is_system() or agreement_id in (select access.seen()));
create policy kept on governance.archiving_undone for insert with check (agreement_id in (select access.written()));
