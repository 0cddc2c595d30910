import * as m from '#messages';
import type { KitItem, KitKind } from '#pure/walks';
import { day } from '#ui/format/day.ts';
import type { MarkState } from '#ui/MarkShape.svelte';

/** Things of a kind, several of them. */
export const KIND_WORDS: Record<KitKind, () => string> = { vest: m.kit_vests, 'first-aid': m.kit_first_aids, lamp: m.kit_lamps, phone: m.kit_phones };

/** How a thing stands, as a mark. */
export const kitMark = ({ loan, damages }: Pick<KitItem, 'loan' | 'damages'>): MarkState => (loan?.late ? 'late' : damages.length > 0 ? 'soon' : loan ? 'todo' : 'done');

/** How a thing stands, in words. */
export function kitSaid({ loan }: Pick<KitItem, 'loan'>): string {
  if (!loan) return m.kit_in();
  const holder = loan.holder ? `${loan.group.name}, ${loan.holder}` : loan.group.name;
  if (loan.late) return m.kit_late_with({ name: holder, day: day(loan.dueOn!) });
  return loan.dueOn ? m.kit_with_until({ name: holder, day: day(loan.dueOn) }) : m.kit_with({ name: holder });
}
