import { endPerson, endSessionsOf, protectPerson, recordCredential, vettedPerson, withdrawCredential } from '#partnership/people';
import { endOtherSessions } from '#platform/sign-in/sessions.ts';
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
  /** For somebody who has lost what they were signed in on. */
  endSessions: (event) =>
    formAction(
      'sessions',
      (context, _fields, { params }) => endSessionsOf(context, { personId: params.person!, end: (accountId) => endOtherSessions(event.locals.signIn, { accountId, sessionId: null }) }),
      here,
    )(event),
  end: formAction('end', (context, _fields, { params }) => endPerson(context, { personId: params.person! }), ({ params }) => `/organisations/${params.id}#persons`),
};
