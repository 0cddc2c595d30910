import { addPerson, addUnit, closeUnit, invite, leave, organisationToManage, withdrawInvitation } from '#partnership/people';
import type { Role } from '#platform/access/roles.ts';
import { valueOr404 } from '../../answer.ts';
import { formAction } from '../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id } }) => ({
  today: context.clock.today(),
  organisation: valueOr404(await organisationToManage(context, id)),
});

const to =
  (part: string) =>
  ({ params }: { params: Partial<Record<string, string>> }): string =>
    `/organisations/${params.id}#${part}`;

export const actions: Actions = {
  addUnit: formAction('units', (context, { name }, { params }) => addUnit(context, { organisationId: params.id!, name }), to('units')),
  closeUnit: formAction('units', (context, { unit }) => closeUnit(context, { unitId: unit }), to('units')),
  addPerson: formAction(
    'persons',
    (context, { name, email, phone, birthYear }, { params }) => addPerson(context, { organisationId: params.id!, name, email, phone, birthYear }),
    to('persons'),
  ),
  invite: formAction(
    'invite',
    (context, { role, name, email }, { params, url }) => invite(context, { role: role as Role, organisationId: params.id!, agreementId: null, name, email, origin: url.origin }),
    to('roles'),
  ),
  withdraw: formAction('invitations', (context, { invitation }) => withdrawInvitation(context, { invitationId: invitation }), to('roles')),
  leave: formAction('roles', (context, { assignment }) => leave(context, { assignmentId: assignment }), to('roles')),
};
