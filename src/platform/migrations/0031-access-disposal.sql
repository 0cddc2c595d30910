-- The house removes roles that ended long ago.
create policy disposed on access.assignment for delete using (access.is_system());
