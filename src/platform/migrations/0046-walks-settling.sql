-- Whether whoever sent an entry led the walk when it came, so that they may say which of two words stands. What had come before
-- this was asked has been shown as settled.
alter table walks.entry add column may_settle boolean not null default true;
alter table walks.entry alter column may_settle set default false;

-- What chooses between two words, sent by somebody else, is kept aside as well.
alter table walks.entry drop constraint entry_aside_because_check, add constraint entry_aside_because_check
  check (aside_because in ('walk-cancelled', 'signup-cancelled', 'no-place', 'left', 'key-ended', 'settles'));

-- Whether the one who asks may say which of two words stands on a walk: whoever leads it, and those who lead its group.
create function walks.may_settle(which uuid) returns boolean language sql stable security definer set search_path = '' begin atomic
  select exists (select 1 from walks.signup s where s.walk_id = which and s.person_id = walks.me() and s.place is not null and s.task = 'leader')
    or (access.actor() not like 'walker:%' and exists (select 1 from walks.walk w where w.id = which and w.group_id in (select walks.led()))); end;

alter policy made on walks.entry with check (access.is_system() or (by_person = walks.me() and (not may_settle or walks.may_settle(walk_id))
  and (walk_id in (select walks.nights()) or (aside_because is not null and exists (select 1 from walks.signup s where s.walk_id = entry.walk_id and s.person_id = walks.me())))));
