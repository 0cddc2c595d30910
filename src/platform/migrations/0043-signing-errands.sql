-- Somebody has gone to the signing service to sign, and is awaited: one at a time for a document, for a quarter of an hour. Kept is
-- what the prepared file adds to the one before it, with a hole for the signature, and the answer when it has come.
create table signing.errand (
  reference text primary key,
  signing_id uuid not null unique references signing.signing (id),
  signatory_id uuid not null references signing.signatory (id),
  account_id uuid not null,
  previous_sha256 text not null check (previous_sha256 ~ '^[0-9a-f]{64}$'),
  added text not null,
  hole_start integer not null,
  hole_end integer not null check (hole_end > hole_start),
  signed_in_by text not null,
  signed_in_at timestamptz not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > begun_at),
  answer jsonb,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);

-- Makes way for somebody who is to go: those whose time has passed are awaited no longer, nor is the one who asks, who begins anew.
create function signing.stop_awaiting(signing uuid, moment timestamptz) returns void language sql volatile security definer set search_path = '' begin atomic
  delete from signing.errand e where e.signing_id = signing and e.signing_id in (select signing.touched()) and (e.account_id = access.account() or e.expires_at <= moment); end;

alter table signing.errand enable row level security;
create policy seen on signing.errand for select using (access.is_system() or account_id = access.account());
create policy begun on signing.errand for insert with check (account_id = access.account() and answer is null and exists (select 1 from signing.signatory y where y.id = signatory_id and y.signing_id = errand.signing_id and y.account_id = access.account()));
create policy answered on signing.errand for update using (access.is_system());
create policy over on signing.errand for delete using (access.is_system() or account_id = access.account());
