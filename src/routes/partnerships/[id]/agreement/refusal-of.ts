import type { RefusalWords } from '../../../answer.ts';
import type { ActionData } from './$types';

/** What the last form on the page was refused for, and what was typed in it. */
export interface FormRefusal {
  refusals: RefusalWords[];
  typed: Record<string, string>;
}

/** The refusal of the form that has `field` with that value (or any), else null. */
export function refusalOf(form: ActionData, field: string, value?: string): FormRefusal | null {
  if (!form || !('refusals' in form) || !form.refusals || !form.typed) return null;
  const typed = form.typed[field];
  return typed !== undefined && (value === undefined || typed === value) ? { refusals: form.refusals, typed: form.typed } : null;
}
