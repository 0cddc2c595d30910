import { formatKronor, kronorFromOre } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Notice, Rescission, Warning } from './model.ts';

/** Letters are in Swedish: whoever gets one has chosen no language. */
const SWEDISH = { locale: 'sv' } as const;

interface Told {
  ending: Notice | Rescission;
  title: string;
  /** Duties that got another day, and duties that fell away. */
  changed: { moved: number; fellAway: number };
  address: string;
}

/** The letter about a notice or a rescission to both sides: who, received when, ended when and how that is reckoned, and where to read the rest. Nothing of its reasons. */
export function endingLetter({ ending, title, changed, address }: Told): { subject: string; text: string } {
  const isNotice = 'months' in ending;
  const said = { name: ending.by.name, title };
  const lines = [
    isNotice ? m.ending_letter_notice(said, SWEDISH) : m.ending_letter_rescission(said, SWEDISH),
    m.ending_letter_received({ day: ending.receivedOn }, SWEDISH),
    isNotice ? m.ending_letter_reckoned({ months: ending.months, day: ending.endsOn }, SWEDISH) : m.ending_letter_ends({ day: ending.endsOn }, SWEDISH),
    !isNotice && ending.claim ? m.ending_letter_claim({ amount: formatKronor(kronorFromOre(ending.claim.ore)), name: ending.claim.from.name }, SWEDISH) : '',
    m.ending_letter_changed(changed, SWEDISH),
    m.ending_letter_where({ address }, SWEDISH),
  ];
  return { subject: (isNotice ? m.ending_letter_subject_notice : m.ending_letter_subject_rescission)({ title }, SWEDISH), text: lines.filter(Boolean).join('\n\n') };
}

/** The letter when all parties have agreed that a notice or a rescission no longer stands. */
export function withdrawalLetter({ kind, title, endsOn, address }: { kind: 'notice' | 'rescission'; title: string; endsOn: string | null; address: string }): { subject: string; text: string } {
  const lines = [
    kind === 'notice' ? m.withdrawal_letter_notice({ title }, SWEDISH) : m.withdrawal_letter_rescission({ title }, SWEDISH),
    endsOn ? m.ending_letter_ends({ day: endsOn }, SWEDISH) : m.withdrawal_letter_open({}, SWEDISH),
    m.ending_letter_where({ address }, SWEDISH),
  ];
  return { subject: m.withdrawal_letter_subject({ title }, SWEDISH), text: lines.join('\n\n') };
}

/** The letter to the other side about a warning: who warns, until when there is time to put it right, and where to read what it is about. */
export function warningLetter({ warning: { by, remedyBy }, title, address }: { warning: Pick<Warning, 'by' | 'remedyBy'>; title: string; address: string }): { subject: string; text: string } {
  const lines = [m.warning_letter_said({ name: by.name, title }, SWEDISH), m.warning_letter_until({ day: remedyBy }, SWEDISH), m.warning_letter_where({ address }, SWEDISH)];
  return { subject: m.warning_letter_subject({ title }, SWEDISH), text: lines.join('\n\n') };
}
