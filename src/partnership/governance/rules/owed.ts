import type { DutyKind, DutyView } from '#pure/commitments';

const OWED: DutyKind[] = ['payment', 'report', 'follow-up'];

/** What keeps an agreement from being settled: payments and reports that are neither done nor cancelled, whatever they wait for. */
export const stillOwed = <View extends Pick<DutyView, 'duty' | 'state'>>(duties: View[]): View[] =>
  duties.filter(({ duty, state }) => OWED.includes(duty.kind) && state !== 'done' && state !== 'cancelled');
