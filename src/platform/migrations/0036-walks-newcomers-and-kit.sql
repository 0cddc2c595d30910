-- Where whoever wants to walk finds a partnership: the short name in the address of its page.
create table walks.join_page (
  agreement_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text
);

-- A code that the municipality gives somebody who wants to walk. Nothing of who it was is kept.
create table walks.referral (
  id uuid primary key,
  agreement_id uuid not null,
  code text not null,
  made_at timestamptz not null,
  made_by text not null,
  unique (agreement_id, code)
);

-- Somebody who wants to walk. The name and where they are reached stay only until it has been decided.
create table walks.newcomer (
  id uuid primary key,
  agreement_id uuid not null,
  group_id uuid not null references walks.walking_group (id),
  name text,
  reach text,
  young boolean not null,
  area_id uuid references walks.area (id),
  referral_id uuid unique references walks.referral (id),
  asked_at timestamptz not null,
  met_at timestamptz,
  met_by text,
  outcome text check (outcome in ('walks', 'no-answer', 'forgotten')),
  decided_at timestamptz,
  decided_by text,
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null) = (name is not null and reach is not null)),
  check (outcome is null or (name is null and reach is null))
);
create unique index newcomer_once on walks.newcomer (agreement_id, reach) where outcome is null;
create index newcomer_group on walks.newcomer (group_id);

-- Vests, first-aid kits, lamps and telephones, numbered by kind.
create table walks.kit_item (
  id uuid primary key,
  agreement_id uuid not null,
  kind text not null check (kind in ('vest', 'first-aid', 'lamp', 'phone')),
  number integer not null check (number >= 1),
  added_at timestamptz not null,
  added_by text not null,
  gone_at timestamptz,
  gone_by text,
  unique (agreement_id, kind, number)
);

-- With which group a thing is, and with whom of it. A thing is in one place at a time.
create table walks.kit_loan (
  id uuid primary key,
  item_id uuid not null references walks.kit_item (id),
  group_id uuid not null references walks.walking_group (id),
  holder_id uuid,
  lent_on date not null,
  lent_by text not null,
  due_on date,
  returned_on date,
  returned_by text,
  check (due_on is null or due_on >= lent_on)
);
create unique index kit_loan_once on walks.kit_loan (item_id) where returned_on is null;
create index kit_loan_group on walks.kit_loan (group_id);

create table walks.kit_damage (
  id uuid primary key,
  item_id uuid not null references walks.kit_item (id),
  words text not null,
  photo text,
  noted_at timestamptz not null,
  noted_by text not null,
  mended_at timestamptz,
  mended_by text
);
create index kit_damage_item on walks.kit_damage (item_id);

-- Figures of those who have wanted to walk, for all who may see the walks: never who.
create function walks.newcomers(agreement uuid) returns table (asked bigint, waiting bigint, met bigint, walking bigint, unanswered bigint) language sql stable security definer set search_path = '' begin atomic
  select count(*), count(*) filter (where n.outcome is null and n.met_at is null), count(n.met_at), count(*) filter (where n.outcome = 'walks'), count(*) filter (where n.outcome in ('no-answer', 'forgotten'))
  from walks.newcomer n where n.agreement_id = agreement and (access.is_system() or agreement in (select access.seen())); end;

-- How far each referral has come: the code, never who.
create function walks.referred(agreement uuid) returns table (code text, made_at timestamptz, state text) language sql stable security definer set search_path = '' begin atomic
  select r.code, r.made_at, case when n.id is null then 'not-used' when n.outcome = 'walks' then 'walks' when n.outcome is not null then 'unanswered' when n.met_at is not null then 'met' else 'waiting' end
  from walks.referral r left join walks.newcomer n on n.referral_id = r.id
  where r.agreement_id = agreement and (access.is_system() or agreement in (select access.seen())) order by r.made_at desc; end;

-- What is lent out of a partnership's kit, and to which group: with whom of it is for those who lead it.
create function walks.kit_out(agreement uuid) returns table (item_id uuid, group_id uuid, lent_on date, due_on date) language sql stable security definer set search_path = '' begin atomic
  select l.item_id, l.group_id, l.lent_on, l.due_on from walks.kit_loan l join walks.kit_item i on i.id = l.item_id
  where i.agreement_id = agreement and l.returned_on is null and (access.is_system() or agreement in (select access.seen())); end;

-- Those who walk with a group that the one who asks leads, by name. A protected identity has none.
create function walks.walkers_led(agreement uuid) returns table (person_id uuid, group_id uuid, name text) language sql stable security definer set search_path = '' begin atomic
  select w.person_id, w.group_id, case when p.protected then null else p.name end from walks.walker w join people.person p on p.id = w.person_id
  where w.agreement_id = agreement and w.until is null and (access.is_system() or w.group_id in (select walks.led())); end;

alter table walks.join_page enable row level security;
create policy seen on walks.join_page for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.join_page for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.join_page for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.referral enable row level security;
create policy seen on walks.referral for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.referral for insert with check (access.is_system() or agreement_id in (select access.written()));

-- Whoever asks to walk is nobody yet: the house writes it down for them.
alter table walks.newcomer enable row level security;
create policy seen on walks.newcomer for select using (access.is_system() or group_id in (select walks.led()));
create policy asked on walks.newcomer for insert with check (access.is_system());
create policy changed on walks.newcomer for update using (access.is_system() or group_id in (select walks.led()));

alter table walks.kit_item enable row level security;
create policy seen on walks.kit_item for select using (access.is_system() or agreement_id in (select access.seen()));
create policy made on walks.kit_item for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy changed on walks.kit_item for update using (access.is_system() or agreement_id in (select access.written()));

alter table walks.kit_loan enable row level security;
create policy seen on walks.kit_loan for select using (access.is_system() or group_id in (select walks.led()));
create policy made on walks.kit_loan for insert with check (access.is_system() or group_id in (select walks.led()));
create policy changed on walks.kit_loan for update using (access.is_system() or group_id in (select walks.led()));

alter table walks.kit_damage enable row level security;
create policy seen on walks.kit_damage for select using (access.is_system() or exists (select 1 from walks.kit_item i where i.id = item_id));
create policy made on walks.kit_damage for insert with check (access.is_system() or exists (select 1 from walks.kit_item i where i.id = item_id and i.agreement_id in (select access.written())));
create policy changed on walks.kit_damage for update using (access.is_system() or exists (select 1 from walks.kit_item i where i.id = item_id and i.agreement_id in (select access.written())));
