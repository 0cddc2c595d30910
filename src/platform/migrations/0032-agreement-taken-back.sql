-- That an approval which was typed wrongly was taken back, or after that recorded anew of the same version: the last one counts.
-- Without a day it is taken back. The approval itself stays as it was recorded.
create table agreement.approval_correction (
  id uuid primary key,
  ordinal bigint generated always as identity,
  approval_id uuid not null references agreement.approval (id),
  decided_on date,
  paragraph text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((decided_on is null) = (paragraph is null))
);
create index approval_correction_approval on agreement.approval_correction (approval_id, ordinal);

-- That a draft which had been withdrawn was taken up again, with who had withdrawn it when.
create table agreement.draft_restored (
  id uuid primary key,
  draft_id uuid not null references agreement.draft (id),
  withdrawn_at timestamptz not null,
  withdrawn_by text not null,
  restored_at timestamptz not null,
  restored_by text not null
);
create index draft_restored_draft on agreement.draft_restored (draft_id);

alter table agreement.approval_correction enable row level security;
create policy seen on agreement.approval_correction for select using (exists (select 1 from agreement.approval a where a.id = approval_id));
create policy recorded on agreement.approval_correction for insert with check (exists (select 1 from agreement.approval a join agreement.draft_version v on v.id = a.draft_version_id join agreement.draft d on d.id = v.draft_id where a.id = approval_id and d.agreement_id in (select access.written()) and a.organisation_id in (select followup.sides(d.agreement_id))));

alter table agreement.draft_restored enable row level security;
create policy seen on agreement.draft_restored for select using (exists (select 1 from agreement.draft d where d.id = draft_id));
create policy kept on agreement.draft_restored for insert with check (exists (select 1 from agreement.draft d where d.id = draft_id and d.agreement_id in (select access.written()) and d.organisation_id in (select followup.sides(d.agreement_id))));
