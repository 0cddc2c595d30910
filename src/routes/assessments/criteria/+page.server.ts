import { adoptCriteria, ownCriteria } from '#partnership/agreement';
import { valueOr404 } from '../../answer.ts';
import { type Fields, formAction } from '../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** Room for so many new questions at a time. */
const EMPTY = 2;

export const load: PageServerLoad = async ({ locals: { context } }) => {
  const { organisation, set } = valueOr404(await ownCriteria(context));
  return { organisation, made: set && { version: set.version, at: set.madeAt, by: set.madeBy }, criteria: set?.criteria ?? [], empty: EMPTY };
};

/** The questions of the form, in their order: each field has its question's number. */
const typedCriteria = (fields: Fields) =>
  Array.from({ length: Math.min(Number(fields.count) || 0, 100) }, (_, at) => {
    const field = (name: string) => fields[`${name}-${at}`] ?? '';
    return { id: field('id'), question: field('question'), why: field('why'), source: field('source'), address: field('address'), readOn: field('readOn') };
  });

export const actions: Actions = {
  adopt: formAction('adopt', (context, fields) => adoptCriteria(context, { version: Number(fields.version) || 0, criteria: typedCriteria(fields) }), () => '/assessments/criteria'),
};
