create schema signing;

-- A draft on its way to be signed. While sent_at is empty both sides prepare it; from then on what was sent out stays as it is.
create table signing.signing (
  id uuid primary key,
  draft_id uuid not null,
  agreement_id uuid not null,
  ordered boolean not null,
  expires_on date not null,
  prepared_at timestamptz not null,
  prepared_by text not null,
  sent_at timestamptz,
  sent_by text,
  sent_account uuid,
  organisation_id uuid references people.organisation (id),
  organisation_name text,
  kind text check (kind in ('agreement', 'amendment', 'annex')),
  title text,
  version_id uuid,
  version_number integer,
  version_sha256 text,
  content jsonb,
  frozen_sha256 text check (frozen_sha256 ~ '^[0-9a-f]{64}$'),
  assurance text check (assurance in ('low', 'substantial', 'high')),
  ended_at timestamptz,
  ended_by text,
  ended_how text check (ended_how in ('declined', 'withdrawn', 'expired')),
  ended_reason text,
  check ((sent_at is null) = (frozen_sha256 is null) and (sent_at is null) = (content is null)),
  check ((ended_at is null) = (ended_how is null))
);
-- A draft has one signing at a time that has not ended, and never another once it has been sealed.
create unique index signing_open on signing.signing (draft_id) where ended_at is null;
create index signing_agreement on signing.signing (agreement_id);

-- Each signature that is needed, and those who may give it: any one of them.
create table signing.place (
  id uuid primary key,
  signing_id uuid not null references signing.signing (id),
  position integer not null check (position > 0),
  organisation_id uuid not null references people.organisation (id),
  organisation_name text not null,
  unique (signing_id, position) deferrable initially deferred
);

create table signing.signatory (
  id uuid primary key,
  signing_id uuid not null references signing.signing (id),
  place_id uuid not null references signing.place (id),
  name text not null,
  title text,
  email text not null,
  mandate_kind text not null check (mandate_kind in ('delegation', 'signatory-power', 'power-of-attorney')),
  mandate_source text not null,
  mandate_date date not null,
  deputy boolean not null,
  added_at timestamptz not null,
  added_by text not null,
  account_id uuid,
  claimed_at timestamptz,
  unique (place_id, email)
);
create index signatory_signing on signing.signatory (signing_id);
create index signatory_account on signing.signatory (account_id);

-- A place is signed once, and revisions follow on each other without gap or fork.
create table signing.signature (
  place_id uuid primary key references signing.place (id),
  signing_id uuid not null references signing.signing (id),
  signatory_id uuid not null unique references signing.signatory (id),
  revision integer not null check (revision > 0),
  manner text not null check (manner in ('electronic', 'paper')),
  previous_sha256 text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scan_sha256 text,
  signed_on date,
  signed_at timestamptz not null,
  account_id uuid not null,
  signed_by text not null,
  assurance text not null,
  signed_in_by text,
  signed_in_at timestamptz,
  unique (signing_id, revision),
  check ((manner = 'paper') = (scan_sha256 is not null) and (manner = 'paper') = (signed_on is not null)),
  check ((manner = 'paper') = (sha256 = previous_sha256))
);

create table signing.decline (
  signatory_id uuid primary key references signing.signatory (id),
  signing_id uuid not null references signing.signing (id),
  reason text not null,
  declined_at timestamptz not null,
  account_id uuid not null,
  declined_by text not null
);

-- One seal for each signing. While somebody seals, others wait: for a minute, after which whoever began must have died.
create table signing.seal (
  signing_id uuid primary key references signing.signing (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  report jsonb not null,
  sealed_at timestamptz not null
);
create table signing.sealing (
  signing_id uuid primary key references signing.signing (id),
  begun_at timestamptz not null
);

-- Which letters have been written to whom, each once. The secret of a link that lets somebody without an account in is kept as its hash.
create table signing.letter (
  signatory_id uuid not null references signing.signatory (id),
  signing_id uuid not null references signing.signing (id),
  kind text not null check (kind in ('invitation', 'reminder', 'ended', 'sealed')),
  nth integer not null,
  written_at timestamptz not null,
  secret_hash text unique,
  primary key (signatory_id, kind, nth)
);
create index letter_signing on signing.letter (signing_id);

-- What has been sent out is not changed, and what has ended stays so.
create function signing.stay_sent() returns trigger language plpgsql as $$ begin
  if old.ended_at is not null and new is distinct from old then raise exception 'what has ended stays as it is'; elsif old.sent_at is not null and (to_jsonb(new) - '{ended_at,ended_by,ended_how,ended_reason}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by,ended_how,ended_reason}'::text[]) then raise exception 'what has been sent out stays as it is'; end if; return new; end $$;
create trigger stay_sent before update on signing.signing for each row execute function signing.stay_sent();

-- The partnerships in which the one who asks drafts agreements: those on both sides who need a half-signed document.
create function signing.drafted() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select p.agreement_id from access.held() h join access.participation p on p.organisation_id = h.organisation_id where h.agreement_id is null and h.role in ('coordinator', 'association-manager')
  union select h.agreement_id from access.held() h where h.agreement_id is not null and h.role in ('coordinator', 'association-manager'); end;

-- The signings that the one who asks may see: those they drafted, those they are asked to sign, and, when sealed, those of partnerships they see.
create function signing.shown() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select s.id from signing.signing s where s.agreement_id in (select signing.drafted())
  union select y.signing_id from signing.signatory y where y.account_id = access.account()
  union select l.signing_id from signing.seal l join signing.signing s on s.id = l.signing_id where s.agreement_id in (select access.seen()); end;

-- Those that they take part in: as one who drafts, or as one who signs.
create function signing.touched() returns setof uuid language sql stable security definer set search_path = '' begin atomic
  select s.id from signing.signing s where s.agreement_id in (select signing.drafted())
  union select y.signing_id from signing.signatory y where y.account_id = access.account(); end;

create function signing.being_prepared(signing uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from signing.signing s where s.id = signing and s.sent_at is null and s.ended_at is null and s.agreement_id in (select signing.drafted())); end;

alter table signing.signing enable row level security;
create policy seen on signing.signing for select using (access.is_system() or id in (select signing.shown()) or agreement_id in (select signing.drafted()));
create policy begun on signing.signing for insert with check (agreement_id in (select signing.drafted()));
create policy held on signing.signing for update using (access.is_system() or id in (select signing.touched()));

alter table signing.place enable row level security;
create policy seen on signing.place for select using (access.is_system() or signing_id in (select signing.shown()));
create policy added on signing.place for insert with check (signing.being_prepared(signing_id));
create policy moved on signing.place for update using (signing.being_prepared(signing_id));
create policy removed on signing.place for delete using (signing.being_prepared(signing_id));

alter table signing.signatory enable row level security;
create policy seen on signing.signatory for select using (access.is_system() or signing_id in (select signing.shown()));
create policy added on signing.signatory for insert with check (signing.being_prepared(signing_id) and account_id is null);
create policy claimed on signing.signatory for update using (access.is_system());
create policy removed on signing.signatory for delete using (signing.being_prepared(signing_id));

-- A signature is given by the signatory themselves; one on paper is kept by somebody who drafts.
alter table signing.signature enable row level security;
create policy seen on signing.signature for select using (access.is_system() or signing_id in (select signing.shown()));
create policy given on signing.signature for insert with check (account_id = access.account() and signing_id in (select signing.touched()) and exists (select 1 from signing.signatory y where y.id = signatory_id and y.place_id = signature.place_id and y.signing_id = signature.signing_id and (manner = 'paper' or y.account_id = access.account())));

alter table signing.decline enable row level security;
create policy seen on signing.decline for select using (access.is_system() or signing_id in (select signing.shown()));
create policy given on signing.decline for insert with check (account_id = access.account() and exists (select 1 from signing.signatory y where y.id = signatory_id and y.signing_id = decline.signing_id and y.account_id = access.account()));

alter table signing.seal enable row level security;
create policy seen on signing.seal for select using (access.is_system() or signing_id in (select signing.shown()));
create policy given on signing.seal for insert with check (access.is_system());

alter table signing.sealing enable row level security;
create policy seen on signing.sealing for select using (access.is_system());
create policy begun on signing.sealing for insert with check (access.is_system());
create policy taken_over on signing.sealing for update using (access.is_system());
create policy done on signing.sealing for delete using (access.is_system());

alter table signing.letter enable row level security;
create policy seen on signing.letter for select using (access.is_system() or signing_id in (select signing.touched()));
create policy written on signing.letter for insert with check (access.is_system() or signing_id in (select signing.touched()));
