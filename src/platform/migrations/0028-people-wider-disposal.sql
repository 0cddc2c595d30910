-- What is disposed of need not belong to one partnership: people belong to an organisation, letters to the house.
alter table people.disposal alter column agreement_id drop not null;

-- The house removes whom nobody is to keep any more, with what was noted about them.
create policy disposed on people.person for delete using (access.is_system());
create policy disposed on people.credential for delete using (access.is_system());
