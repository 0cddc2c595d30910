import * as m from '#messages';
import type { MarkKind, MarkState } from './MarkShape.svelte';

/** The kinds of mark with their words, in the order of a legend. */
export const MARK_KINDS: [MarkKind, () => string][] = [
  ['signature', m.mark_signature],
  ['payment', m.mark_payment],
  ['report', m.mark_report],
  ['meeting', m.mark_meeting],
  ['decision', m.mark_decision],
  ['extension', m.mark_extension],
];

/** The states of a mark, in the same order. */
export const MARK_STATES: MarkState[] = ['done', 'soon', 'late', 'todo', 'off'];
