import type { RefusalWords } from './answer.ts';

/** What a form was refused for, and what was typed in it. */
export interface FormRefusal {
  refusals: RefusalWords[];
  typed: Record<string, string>;
}

/** The refusal of the form whose field has this value, else null: a page may have many forms of one kind. */
export function refusalOf(form: unknown, field: string, value: string): FormRefusal | null {
  const answer = form as Partial<FormRefusal> | null;
  return answer?.refusals && answer.typed?.[field] === value ? { refusals: answer.refusals, typed: answer.typed } : null;
}
