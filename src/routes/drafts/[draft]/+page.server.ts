import { done } from '#kernel/outcome.ts';
import { changeDraft, readAgreementDraft, withdrawDraft } from '#partnership/agreement';
import { guard } from '#partnership/people';
import type { Context } from '#platform/context.ts';
import type { DraftChange } from '#pure/agreement';
import { valueOr404 } from '../../answer.ts';
import { type Fields, formAction } from '../../form-action.ts';
import { draftView } from './draft-view.ts';
import { shownDraft } from './shown-draft.ts';
import { headOf } from './head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const draft = shownDraft(await guard(locals.context), valueOr404(await readAgreementDraft(locals.context, params.draft)));
  const { agreementId, version, mayWrite, sharedAt, kind } = draft;
  const { searchParams: asked } = url;
  return { draft: { ...(await headOf(locals.context, draft)), agreementId, version, mayWrite, kind, isShared: sharedAt !== null }, ...draftView(draft), edit: asked.get('edit'), saved: asked.get('saved'), removed: asked.get('removed') };
};

/** One form of the page: the change that it asks for, and where on the page to go back to. */
const changing = (part: string, changeOf: (fields: Fields) => DraftChange, place: (fields: Fields) => string) =>
  formAction(
    part,
    async (context: Context, fields, { params, lookedAt }) => {
      const outcome = await changeDraft(context, { draftId: params.draft!, change: changeOf(fields), lookedAt });
      return outcome.ok ? done(place(fields)) : outcome;
    },
    ({ params }, to) => `/drafts/${params.draft}${to}`,
  );

const version = ({ version = '' }: Fields): number => Number(version);
const after = ({ after = '' }: Fields): string | null => after || null;
const toClause = ({ clause = '' }: Fields): string => `?saved=${clause}#clause-${clause}`;

export const actions: Actions = {
  title: changing('title', (fields) => ({ kind: 'title', version: version(fields), title: fields.title ?? '' }), () => '?saved=title'),
  fields: changing('fields', (fields) => ({ kind: 'fields', version: version(fields), fields: under('field-', fields), was: under('was-', fields) }), toClause),
  change: changing('change', (fields) => ({ kind: 'change', clauseId: fields.clause ?? '', version: version(fields), heading: fields.heading ?? '', body: fields.body ?? '' }), toClause),
  add: changing('add', (fields) => ({ kind: 'add', heading: fields.heading ?? '', body: fields.body ?? '', after: after(fields) }), () => '?saved=added'),
  remove: changing('remove', (fields) => ({ kind: 'remove', clauseId: fields.clause ?? '', version: version(fields) }), ({ clause = '' }) => `?removed=${clause}`),
  restore: changing('restore', ({ clause = '' }) => ({ kind: 'restore', clauseId: clause }), toClause),
  move: changing('move', (fields) => ({ kind: 'move', clauseId: fields.clause ?? '', after: after(fields) }), toClause),
  addRow: changing('addRow', ({ clause = '', row = '' }) => ({ kind: 'add-row', clauseId: clause, row }), toClause),
  removeRow: changing('removeRow', ({ clause = '', key = '' }) => ({ kind: 'remove-row', clauseId: clause, key }), toClause),
  withdraw: formAction('withdraw', (context, _fields, { params }) => withdrawDraft(context, { draftId: params.draft! }), () => '/drafts?show=withdrawn'),
};

/** The fields whose names begin so, by the rest of their names. */
const under = (beginning: string, fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (name.startsWith(beginning) ? [[name.slice(beginning.length), value]] : [])));
