-- Every write leaves a line here, in the same transaction.
create table platform.journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  agreement_id uuid,
  facts jsonb not null
);
create index journal_agreement on platform.journal (agreement_id, id desc);
