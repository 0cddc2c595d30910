import * as m from '#messages';
import type { MarkState } from './MarkShape.svelte';

const WORDS: Record<MarkState, () => string> = { done: m.state_done, soon: m.state_soon, late: m.state_late, todo: m.state_todo, off: m.state_off };

/** The word that goes with a mark's filling: "klart". */
export const stateWord = (state: MarkState): string => WORDS[state]();
