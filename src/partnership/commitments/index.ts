export { disposeNotes } from './actions/dispose.ts';
export { makeFeed, revokeFeed } from './actions/feeds.ts';
export { planDuties } from './actions/plan.ts';
export { cancelDuty, completeDuty, placeMeeting, undoCancellation, undoCompletion } from './actions/record.ts';
export { type ReadersOf, remind } from './actions/remind.ts';
export { setReminders } from './actions/set-reminders.ts';
export { calendarFeeds, entriesOfFeed, readerOfFeed } from './feeds/queries.ts';
export { swedishBankingDays } from './holidays.server.ts';
export { type CalendarEntry, icalendar, type TimedEntry } from './icalendar.ts';
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
export { DAYS_BEFORE } from './reminders/model.ts';
export { reminderSettings } from './reminders/queries.ts';
export { GRACE } from './reminders/rules.ts';
export { tableOfDuties } from './table.ts';
