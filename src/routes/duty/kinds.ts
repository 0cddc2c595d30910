import * as m from '#messages';
import type { DutyKind } from '#pure/commitments';

/** What a list of duties can be narrowed to, by the word in the address. */
export const KIND_FILTERS: { name: string; words: () => string; kinds: DutyKind[] }[] = [
  { name: 'report', words: m.filter_reports, kinds: ['report', 'follow-up', 'goal'] },
  { name: 'payment', words: m.filter_payments, kinds: ['payment'] },
  { name: 'meeting', words: m.filter_meetings, kinds: ['meeting'] },
  { name: 'ending', words: m.filter_ending, kinds: ['extension', 'exit'] },
  { name: 'other', words: m.filter_other, kinds: ['other'] },
];

/** The kinds behind a word in an address; all of them for none, or for one that we do not know. */
export const kindsNamed = (name: string | null): DutyKind[] | undefined => KIND_FILTERS.find((filter) => filter.name === name)?.kinds;
