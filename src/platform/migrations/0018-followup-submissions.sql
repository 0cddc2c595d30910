create schema followup;

-- What has been handed in: never changed, only succeeded. One row holds everything that its hash is made of.
-- line is the first version's id; a version is succeeded at most once, and a draft is handed in at most once.
create table followup.submission (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  organisation_name text not null,
  draft_id uuid not null unique,
  line uuid not null,
  version integer not null check (version > 0),
  succeeds uuid unique references followup.submission (id),
  kind text not null,
  title text not null,
  body text not null,
  files jsonb not null,
  duty_id uuid,
  handed_in_at timestamptz not null,
  handed_in_by text not null,
  account_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  unique (line, version),
  check ((version = 1) = (succeeds is null))
);
create index submission_agreement on followup.submission (agreement_id, handed_in_at desc, id);

-- What an organisation is writing. It is gone when it has been handed in.
create table followup.draft (
  id uuid primary key,
  agreement_id uuid not null,
  organisation_id uuid not null references people.organisation (id),
  succeeds uuid unique references followup.submission (id),
  kind text not null,
  title text not null,
  body text not null,
  files jsonb not null,
  duty_id uuid,
  version integer not null,
  begun_at timestamptz not null,
  begun_by text not null,
  saved_at timestamptz not null,
  saved_by text not null
);
create index draft_agreement on followup.draft (agreement_id, organisation_id);

-- The number under which an organisation has put what was handed in, once. A drawn number is never given twice;
-- one that a registrar typed may be that of a case with many documents.
create table followup.registration (
  submission_id uuid not null references followup.submission (id),
  organisation_id uuid not null references people.organisation (id),
  case_number text not null,
  drawn boolean not null,
  registered_at timestamptz not null,
  registered_by text not null,
  primary key (submission_id, organisation_id)
);
create unique index registration_number on followup.registration (organisation_id, case_number) where drawn;

-- An organisation's own series of numbers, begun anew each year.
create table followup.case_series (
  organisation_id uuid primary key references people.organisation (id),
  prefix text not null,
  year integer not null,
  next integer not null check (next > 0),
  set_at timestamptz not null,
  set_by text not null
);

-- Draws the next number of each organisation that takes part and has a series, and registers the submission under it.
-- Runs with the owner's rights, so that who hands in moves the other side's series and sees nothing of it.
create function followup.draw_numbers(submission uuid, this_year integer, at timestamptz, who text) returns setof followup.registration language sql volatile security definer set search_path = '' begin atomic
  with drawer as (select p.organisation_id from followup.submission s join access.participation p on p.agreement_id = s.agreement_id where s.id = submission and s.agreement_id in (select access.written())),
  held as (select c.organisation_id from followup.case_series c where c.organisation_id in (select d.organisation_id from drawer d) order by c.organisation_id for update),
  taken as (update followup.case_series c set year = this_year, next = case when c.year = this_year then c.next + 1 else 2 end from held where c.organisation_id = held.organisation_id returning c.organisation_id, c.prefix, c.next - 1 as number)
  insert into followup.registration (submission_id, organisation_id, case_number, drawn, registered_at, registered_by)
  select submission, t.organisation_id, t.prefix || ' ' || this_year || '/' || lpad(t.number::text, greatest(4, length(t.number::text)), '0'), true, at, who from taken t on conflict (submission_id, organisation_id) do nothing returning *; end;

-- The organisations that the one who asks holds a role for in the partnership: for all of it, or in this partnership.
create function followup.sides(agreement uuid) returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select h.organisation_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id and p.agreement_id = agreement where h.agreement_id is null or h.agreement_id = agreement; end;

-- The highest number drawn under a beginning such as 'KS 2026/', in whatever partnership; 0 where none has been.
create function followup.highest_drawn(organisation uuid, beginning text) returns integer language sql stable security definer set search_path = '' begin atomic
  select coalesce(max(substr(r.case_number, length(beginning) + 1)::integer), 0) from followup.registration r where r.organisation_id = organisation and r.drawn and starts_with(r.case_number, beginning); end;

-- A draft is seen and written by those who hold a role for the organisation whose it is, in a partnership they see. Not by the house.
alter table followup.draft enable row level security;
create policy seen on followup.draft for select using (organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.seen()));
create policy begun on followup.draft for insert with check (organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.written()));
create policy saved on followup.draft for update using (organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.written()));
create policy handed_in on followup.draft for delete using (organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.written()));

-- What has been handed in is seen by everybody in the partnership. Without a policy for changing or removing it stays as it is.
alter table followup.submission enable row level security;
create policy seen on followup.submission for select using (access.is_system() or agreement_id in (select access.seen()));
create policy handed_in on followup.submission for insert with check (organisation_id in (select followup.sides(agreement_id)) and agreement_id in (select access.written()));

alter table followup.registration enable row level security;
create policy seen on followup.registration for select using (access.is_system() or exists (select 1 from followup.submission s where s.id = submission_id and s.agreement_id in (select access.seen())));
create policy registered on followup.registration for insert with check (not drawn and exists (select 1 from followup.submission s where s.id = submission_id and s.agreement_id in (select access.written()) and registration.organisation_id in (select followup.sides(s.agreement_id))));

alter table followup.case_series enable row level security;
create policy seen on followup.case_series for select using (access.is_system() or access.administers() or organisation_id in (select h.organisation_id from access.held() h));
create policy begun on followup.case_series for insert with check (access.administers() or organisation_id in (select access.organisations()));
create policy changed on followup.case_series for update using (access.administers() or organisation_id in (select access.organisations()));
