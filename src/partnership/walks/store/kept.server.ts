import { type Outcome, refuse } from '#kernel/outcome.ts';

/** What the database does not let a walk be, by the name of what says so. */
const SAID: Record<string, Parameters<typeof refuse>> = {
  walk_area_kept: ['invalid', 'walks.area-removed', { path: 'area' }],
  walk_meeting_point_kept: ['invalid', 'walks.meeting-point-elsewhere', { path: 'meetingPoint' }],
  walk_group_kept: ['invalid', 'walks.group-does-not-walk', { path: 'group' }],
  walk_one_area_a_night: ['conflict', 'walks.one-area-a-night', { path: 'exceptionReason' }],
  signup_one_place_at_a_time: ['conflict', 'walks.move-collides', { path: 'from' }],
  area_name: ['conflict', 'walks.area-name-taken', { path: 'name' }],
  area_same_name: ['conflict', 'walks.area-name-taken', { path: 'name' }],
};

/** The work's answer, or, where the database would not keep it, which of its rules said no. Everything else is a fault. */
export async function asKept<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (fault) {
    const said = SAID[(fault as { constraint?: string }).constraint ?? ''];
    if (said) return refuse(...said);
    throw fault;
  }
}
