import { deputise, handOver, invite, leave, rolesInPartnership, shareCost, withdrawInvitation } from '#partnership/people';
import { refuse } from '#kernel/outcome.ts';
import { oreFromKronor } from '#kernel/ore.ts';
import type { Role } from '#platform/access/roles.ts';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { numberTyped } from '../../../typed-number.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id } }) => {
  return { id, today: context.clock.today(), ...valueOr404(await rolesInPartnership(context, id)) };
};

const to =
  (part: string) =>
  ({ params }: { params: Partial<Record<string, string>> }): string =>
    `/partnerships/${params.id}/people#${part}`;

export const actions: Actions = {
  invite: formAction(
    'invite',
    (context, { role, organisationId, name, email }, { params, url }) =>
      invite(context, { role: role as Role, organisationId: organisationId || null, agreementId: params.id!, name, email, origin: url.origin }),
    to('invitations'),
  ),
  withdraw: formAction('invitations', (context, { invitation }) => withdrawInvitation(context, { invitationId: invitation }), to('invitations')),
  leave: formAction('roles', (context, { assignment }) => leave(context, { assignmentId: assignment }), to('roles')),
  deputise: formAction('roles', (context, { assignment, person, starts, ends }) => deputise(context, { assignmentId: assignment, personId: person, starts, ends }), to('roles')),
  handOver: formAction('roles', (context, { assignment, person }) => handOver(context, { assignmentId: assignment, personId: person }), to('roles')),
  share: formAction(
    'units',
    async (context, { unit, share }, { params }) => {
      const kronor = numberTyped(share);
      if (kronor === null || kronor === undefined) return refuse('invalid', 'people.share-not-understood', { path: 'share' });
      return shareCost(context, { agreementId: params.id!, unitId: unit, ore: oreFromKronor(kronor) });
    },
    to('units'),
  ),
};
