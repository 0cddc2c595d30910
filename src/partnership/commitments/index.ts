export { disposeNotes } from './actions/dispose.ts';
export { planDuties } from './actions/plan.ts';
export { cancelDuty, completeDuty, placeMeeting, undoCancellation, undoCompletion } from './actions/record.ts';
export { dutiesAsCsv } from './csv.ts';
export { swedishBankingDays } from './holidays.server.ts';
export { type CalendarEntry, icalendar } from './icalendar.ts';
export {
  calendarEntries,
  dutiesDue,
  dutiesOfPartnership,
  dutiesOfPartnerships,
  dutiesWithin,
  endedPartnerships,
  type DutyDue,
  findDuty,
  type OpenCounts,
  type PartnershipDuties,
} from './queries.ts';
