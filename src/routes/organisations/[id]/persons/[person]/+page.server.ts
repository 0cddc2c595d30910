import { endPerson, protectPerson, recordCredential, vettedPerson, withdrawCredential } from '#partnership/people';
import type { CredentialKind } from '#pure/people';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id, person } }) => ({
  organisationId: id,
  today: context.clock.today(),
  ...valueOr404(await vettedPerson(context, person)),
});

const here = ({ params }: { params: Partial<Record<string, string>> }): string => `/organisations/${params.id}/persons/${params.person}`;

export const actions: Actions = {
  record: formAction(
    'record',
    (context, { kind, about, seenOn, validUntil }, { params, lookedAt }) => recordCredential(context, { personId: params.person!, kind: kind as CredentialKind, about, seenOn, validUntil, lookedAt }),
    here,
  ),
  withdraw: formAction('credentials', (context, { credential }, { params }) => withdrawCredential(context, { personId: params.person!, credentialId: credential }), here),
  protect: formAction('protect', (context, { isProtected }, { params }) => protectPerson(context, { personId: params.person!, isProtected: isProtected === 'yes' }), here),
  end: formAction('end', (context, _fields, { params }) => endPerson(context, { personId: params.person! }), ({ params }) => `/organisations/${params.id}#persons`),
};
