import { listOrganisations } from '#partnership/people';
import { addReportReader, arrangements, removeReportReader, setOffice } from '#partnership/walks';
import { placeOf } from '#platform/access/assignments.ts';
import { valueOr404 } from '../../../../../answer.ts';
import { formAction } from '../../../../../form-action.ts';
import { walksPage } from '../../walks-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const arranged = valueOr404(await arrangements(context, params.id));
  const { organisationIds } = await placeOf(context, params.id);
  const organisations = valueOr404(await listOrganisations(context)).filter(({ id }) => organisationIds.includes(id));
  return { ...arranged, organisations: organisations.map(({ id, name }) => ({ id, name })), ...(await walksPage(context, params.id)) };
};

const to =
  (part: string) =>
  ({ params }: { params: Partial<Record<string, string>> }): string =>
    `/partnerships/${params.id}/walks/reports/who#${part}`;

const days = (typed: string | undefined): number | null => (typed?.trim() ? Number(typed) : null);

export const actions: Actions = {
  add: formAction('readers', (context, { who, address }, { params }) => {
    const [organisationId, role] = (who ?? '').split(' ');
    return addReportReader(context, { agreementId: params.id!, organisationId: organisationId ?? '', role: role ?? '', address: address ?? '' });
  }, to('readers')),
  remove: formAction('readers', (context, { reader }, { params }) => removeReportReader(context, { agreementId: params.id!, readerId: reader ?? '' }), to('readers')),
  office: formAction(
    'office',
    (context, { email, phone, insured, excluded, toDo, withinDays }, { params, lookedAt }) =>
      setOffice(context, { agreementId: params.id!, email: email ?? '', phone: phone ?? '', insured: insured ?? '', excluded: excluded ?? '', toDo: toDo ?? '', withinDays: days(withinDays), lookedAt }),
    to('office'),
  ),
};
