import type { Refusal } from '#kernel/outcome.ts';
import type { Place } from '#platform/access/standing.ts';
import type { Context } from '#platform/context.ts';
import { amendmentStands } from '../amending/queries.ts';
import type { AgreementDraft } from '../drafting/model.ts';
import { emptyFields, remarksOn } from '../drafting/remarks.ts';
import type { DraftVersion } from './model.ts';
import { stepsWithout } from './rules.ts';
import * as store from './store.server.ts';

/** Everything that is left to do before the draft can go out for signature, by name. `version` is the one that says what the draft says now. */
export async function notYetToSign(context: Context, { draft, place, version }: { draft: AgreementDraft; place: Place; version: DraftVersion | null }): Promise<Refusal[]> {
  const stands = await amendmentStands(context, draft);
  const open = (await store.proposalsOf(context, draft.id)).filter(({ answer }) => answer === null).length;
  const steps = await store.stepsOf(context, place.organisationIds);
  const missing = stepsWithout(steps, version ? await store.approvalsOf(context, version.id) : []);
  const names = new Map((await store.organisationNames(context, place.organisationIds)).map(({ id, name }) => [id, name]));
  const { byClause, ofWhole } = remarksOn(draft);
  const errors = [...byClause.values(), ofWhole].flat().filter(({ severity }) => severity === 'error');
  return [
    ...(stands.ok ? [] : stands.refusals),
    ...(open > 0 ? [no('conflict', 'agreement.proposal-still-open', { count: open })] : []),
    ...emptyFields(draft).map(({ slug }) => no('invalid', 'agreement.field-still-empty', { field: slug })),
    ...(errors.length > 0 ? [no('invalid', 'agreement.checker-finds-errors', { count: errors.length })] : []),
    ...missing.map(({ organisationId, body }) => no('conflict', 'agreement.approval-missing', { organisation: names.get(organisationId) ?? '', body })),
  ];
}

const no = (kind: Refusal['kind'], code: string, facts: Refusal['facts']): Refusal => ({ kind, code, facts });
