create schema sign_in;

-- The holder of an account: somebody who can sign in. The address is what a mail link is bound to.
create table sign_in.holder (
  id uuid primary key,
  name text not null,
  email text not null check (email = lower(email)),
  email_verified boolean not null,
  language text check (language in ('sv', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index holder_email on sign_in.holder (email);

-- A browser that somebody has signed in with, until it is ended or expires, and how surely.
create table sign_in.session (
  id uuid primary key,
  account_id uuid not null references sign_in.holder (id) on delete cascade,
  token text not null unique,
  way text not null check (way in ('mail-link', 'passkey', 'oidc')),
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on sign_in.session (account_id);

-- Who an account is with an OpenID provider. Of the provider's tokens nothing is kept.
create table sign_in.identity (
  id uuid primary key,
  account_id uuid not null references sign_in.holder (id) on delete cascade,
  provider text not null,
  subject text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, subject)
);
create index identity_account on sign_in.identity (account_id);

-- What is good for one use: a link's hash, the state of a sign-in elsewhere, a passkey's challenge.
create table sign_in.token (
  id uuid primary key,
  identifier text not null,
  value text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index token_identifier on sign_in.token (identifier);

create table sign_in.passkey (
  id uuid primary key,
  account_id uuid not null references sign_in.holder (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null
);
create index passkey_account on sign_in.passkey (account_id);

-- How often something was tried by one address, of mail or of the network, in one quarter of an hour. The address is hashed.
create table sign_in.attempt (
  key text not null,
  since timestamptz not null,
  tries integer not null,
  primary key (key, since)
);

-- The hash of the link that makes the first administrator: one at a time.
create table sign_in.first_key (
  one boolean primary key check (one),
  hash text not null,
  expires_at timestamptz not null
);

-- All of it is the house's alone.
alter table sign_in.holder enable row level security;
alter table sign_in.session enable row level security;
alter table sign_in.identity enable row level security;
alter table sign_in.token enable row level security;
alter table sign_in.passkey enable row level security;
alter table sign_in.attempt enable row level security;
alter table sign_in.first_key enable row level security;
create policy house on sign_in.holder using (access.is_system());
create policy house on sign_in.session using (access.is_system());
create policy house on sign_in.identity using (access.is_system());
create policy house on sign_in.token using (access.is_system());
create policy house on sign_in.passkey using (access.is_system());
create policy house on sign_in.attempt using (access.is_system());
create policy house on sign_in.first_key using (access.is_system());
