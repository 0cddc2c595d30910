import { listAgreements } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { closeFinding, findingOf, groupsOf, networkOf, openFinding, passingIn, recordNetworkAgreement, refer, seeContact, setCoordinator, setSocialEmergency, socialEmergency, takeBackDuty } from '#partnership/walks';
import { passDutyAndTell } from '../../../../../reactions/walking-groups.ts';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { ofPartnership } from '../of-partnership.ts';
import type { Actions, PageServerLoad } from './$types';

/** Agreements to choose from as the network agreement. */
const AGREEMENTS = 100;

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const head = await ofPartnership(context, id);
  const network = valueOr404(await networkOf(context, id));
  const groups = valueOr404(await groupsOf(context, id));
  const passing = valueOr404(await passingIn(context, id));
  const finding = valueOr404(await findingOf(context, id));
  const agreements = network.mayPlan ? valueOr404(await listAgreements(context, { limit: AGREEMENTS })).rows.filter((row) => row.id !== id) : [];
  const { hide } = await guard(context);
  return {
    ...head,
    ...hide(id, { network, groups, passing }),
    finding,
    socialEmergency: valueOr404(await socialEmergency(context, id)),
    linkable: agreements.map((row) => ({ id: row.id, title: hide(row.id, row).title ?? row.fileName })),
    today: context.clock.today(),
    origin: url.origin,
    given: url.searchParams.get('code'),
  };
};

const at = (part: string) => ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/walks/network#${part}`;

export const actions: Actions = {
  coordinate: formAction('coordinate', (context, { organisationId = '' }, { params }) => setCoordinator(context, { agreementId: params.id!, organisationId }), at('coordinator')),
  socialEmergency: formAction('socialEmergency', (context, { phone = '' }, { params }) => setSocialEmergency(context, { agreementId: params.id!, phone }), at('social-emergency')),
  agree: formAction(
    'agree',
    (context, { organisationId = '', linkedAgreementId, signedOn, signedWhere }, { params }) => recordNetworkAgreement(context, { agreementId: params.id!, organisationId, linkedAgreementId, signedOn, signedWhere }),
    at('agreements'),
  ),
  pass: formAction(
    'pass',
    (context, { dutyId = '', groupId = '', what = '', dueOn }, { params, url, lookedAt }) => passDutyAndTell(context, { agreementId: params.id!, dutyId, groupId, what, dueOn, lookedAt, origin: url.origin }),
    at('passed'),
  ),
  takeBack: formAction('passed', (context, { passed = '' }) => takeBackDuty(context, { passedId: passed }), at('passed')),
  seen: formAction('changes', (context, { group = '' }) => seeContact(context, { groupId: group }), at('changes')),
  open: formAction('finding', (context, { slug = '' }, { params }) => openFinding(context, { agreementId: params.id!, slug }), at('finding')),
  close: formAction('finding', (context, _fields, { params }) => closeFinding(context, { agreementId: params.id! }), at('finding')),
  refer: formAction('refer', (context, _fields, { params }) => refer(context, { agreementId: params.id! }), ({ params }, { code }) => `/partnerships/${params.id}/walks/network?code=${code}#referrals`),
};
