-- The second lock: nobody reads or writes the rows of a partnership that is not theirs, whatever the program asks for.
-- A table without a policy for changing or removing keeps what it has got.

alter table people.party enable row level security;
create policy seen on people.party for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on people.party for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy removed on people.party for delete using (access.is_system() or agreement_id in (select access.written()));

alter table people.contact_person enable row level security;
create policy seen on people.contact_person for select using (access.is_system() or agreement_id in (select access.seen()));
create policy written on people.contact_person for insert with check (access.is_system() or agreement_id in (select access.written()));
create policy removed on people.contact_person for delete using (access.is_system() or agreement_id in (select access.written()));

-- Names and numbers of organisations are public: whoever has signed in may know them, and an agreement may bring new ones.
alter table people.organisation enable row level security;
create policy seen on people.organisation for select using (access.is_system() or access.account() is not null);
create policy met on people.organisation for insert with check (access.is_system() or access.account() is not null);
create policy changed on people.organisation for update using (access.is_system() or access.administers() or id in (select access.organisations()));
