import type { Outcome } from '#kernel/outcome.ts';
import { beginAgreementDraft, listAgreements, ownOrganisations } from '#partnership/agreement';
import { guard, listOrganisations } from '#partnership/people';
import type { Context } from '#platform/context.ts';
import type { DraftParty } from '#pure/agreement';
import { listed } from '#ui/format/list.ts';
import { carryOn } from '../../../reactions/carrying-on.ts';
import { valueOr404 } from '../../answer.ts';
import { type Fields, formAction } from '../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** Documents that can be chosen from to carry on. */
const DOCUMENTS = 50;

export const load: PageServerLoad = async ({ locals }) => {
  const own = valueOr404(ownOrganisations(locals.context));
  const organisations = valueOr404(await listOrganisations(locals.context));
  const { rows } = valueOr404(await listAgreements(locals.context, { limit: DOCUMENTS }));
  const { hide } = await guard(locals.context);
  const documents = rows.filter(({ state }) => state === 'review' || state === 'active').map((row) => hide(row.id, row));
  return {
    own,
    others: organisations.filter(({ id }) => !own.some((one) => one.id === id)),
    documents: documents.map(({ id, title, fileName, parties }) => ({ id, words: title ?? (listed(parties.map(({ name }) => name)) || fileName) })),
  };
};

const toDraft = (_: unknown, { draftId }: { draftId: string }) => `/drafts/${draftId}`;

export const actions: Actions = {
  begin: formAction('begin', begin, toDraft),
  carryOn: formAction('carry-on', (context, { document = '', own = '' }) => carryOn(context, { agreementId: document, organisationId: own }), toDraft),
};

async function begin(context: Context, { template = '', title = '', own = '', other = '', otherName = '' }: Fields, { lookedAt }: { lookedAt: string[] }): Promise<Outcome<{ draftId: string }>> {
  const known = await listOrganisations(context);
  if (!known.ok) return known;
  const named = (id: string): DraftParty[] => known.value.filter((one) => one.id === id).map(({ id: organisationId, name, orgNumber, sector }) => ({ organisationId, name, orgNumber, sector }));
  const typed: DraftParty[] = otherName.trim() ? [{ organisationId: null, name: otherName.trim(), orgNumber: null, sector: null }] : [];
  return beginAgreementDraft(context, { template, title, lookedAt, organisationId: own, parties: [...named(own), ...(named(other).length > 0 ? named(other) : typed)] });
}
