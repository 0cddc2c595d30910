-- What was decided is about one last day: an agreement that was extended comes to another, and is decided on anew. What was
-- recorded before this, without the day, is told of as earlier.
alter table governance.extension_outcome add column for_end date;
drop index governance.extension_outcome_once;
create unique index extension_outcome_once on governance.extension_outcome (agreement_id, coalesce(for_end, 'infinity'::date)) where undone_at is null;
