import type { RefusalWords } from './answer.ts';

/** What a form was refused for, and what was typed in it. */
export interface FormRefusal {
  refusals: RefusalWords[];
  typed: Record<string, string>;
}

/** The refusal of the form that has `field`, with this value where one is given, else null: a page may have many forms. */
export function refusalOf(form: unknown, field: string, value?: string): FormRefusal | null {
  const { refusals, typed } = (form ?? {}) as Partial<FormRefusal>;
  const written = typed?.[field];
  return refusals && typed && written !== undefined && (value === undefined || written === value) ? { refusals, typed } : null;
}

/** What is wrong at a field of the form, as one text. */
export const errorAt = (refused: FormRefusal | null, path: string): string | undefined =>
  refused?.refusals.filter((refusal) => refusal.path === path).map(({ words }) => words).join(' ') || undefined;
