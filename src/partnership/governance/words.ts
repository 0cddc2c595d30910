import * as m from '#messages';
import type { ExtensionOutcome, LifeState } from './model.ts';

const STATES = {
  draft: m.life_draft,
  'in-negotiation': m.life_in_negotiation,
  'out-for-signature': m.life_out_for_signature,
  active: m.life_active,
  ended: m.life_ended,
  settled: m.life_settled,
  archived: m.life_archived,
} as const satisfies Record<LifeState, () => string>;

export const sayLifeState = (state: LifeState): string => STATES[state]();

const OUTCOMES = {
  amendment: m.outcome_amendment,
  'new-agreement': m.outcome_new_agreement,
  end: m.outcome_end,
} as const satisfies Record<ExtensionOutcome['outcome'], () => string>;

export const sayOutcome = (outcome: ExtensionOutcome['outcome']): string => OUTCOMES[outcome]();
