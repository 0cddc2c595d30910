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

/** What was typed in a field and is to be looked at again, with its places; null where nothing was found. */
export function toLookAt(refused: FormRefusal | null, path: string): RefusalWords['about'] | null {
  const found = refused?.refusals.flatMap((refusal) => (refusal.path === path && refusal.about ? refusal.about : [])) ?? [];
  return found.length > 0 ? { text: found[0].text, spans: found.flatMap(({ spans }) => spans) } : null;
}

/** The texts that the writer has ticked as looked at. */
export const lookedAt = (form: FormData): string[] => form.getAll('lookedAt').map(String);
