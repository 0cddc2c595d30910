import type { Beside, DutyView } from '#pure/commitments';
import type { ExtensionStep, StepOwner } from '../model.ts';

/** The key that a step's duty has, of those that people have set. */
const stepKey = (id: string): string => `step/${id}`;

/** The id of a step that people have set, by the key of its duty; null for one that the agreement sets. */
export const stepIdOf = (key: string): string | null => /^step\/(.+)$/.exec(key)?.[1] ?? null;

/** The steps as duties beside the agreement's own. */
export const stepsAsDuties = (steps: ExtensionStep[]): Beside[] => steps.map(({ id, what, date }) => ({ key: stepKey(id), kind: 'extension', title: what, date }));

/** A step on the clock: its duty, who has it, and whether people set it. */
export type ClockStep<View> = View & { owner: StepOwner | null; setByHand: boolean };

/** The extension clock: every step towards what comes after the agreement, in order of time. */
export const clockOf = <View extends Pick<DutyView, 'duty'>>(duties: View[], owners: StepOwner[]): ClockStep<View>[] =>
  duties
    .filter(({ duty }) => duty.kind === 'extension')
    .map((view) => ({ ...view, owner: owners.find(({ step }) => step === view.duty.key) ?? null, setByHand: stepIdOf(view.duty.key) !== null }));
