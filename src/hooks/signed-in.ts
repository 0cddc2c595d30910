import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { assignmentsOf } from '#platform/access/assignments.ts';
import { type Actor, nobody } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { type Visitor, visitorOf } from '#platform/sign-in/sessions.ts';
import type { SignIn, Visit } from '#platform/sign-in/sign-in.ts';
import { address } from '#ui/address.ts';
import { isPublic } from '../public-routes.ts';

/** Finds out who asks before any route runs, sends those who must sign in there and back, and sends the cookies of signing in. */
export async function signedIn(signIn: SignIn, { event, resolve }: Parameters<Handle>[0]): Promise<Response> {
  const visit = visitOf(event);
  const visitor = await visitorOf(signIn, visit);
  event.locals.signIn = signIn;
  event.locals.visit = visit;
  event.locals.visitor = visitor;
  event.locals.context = contextFor(signIn.house, await actorOf(signIn, visitor));
  if (!visitor && !isPublic(event.route.id)) redirect(303, `${address('/sign-in')}?to=${encodeURIComponent(wanted(event))}`);
  const response = await resolve(event);
  for (const cookie of visit.cookies) response.headers.append('set-cookie', cookie);
  return response;
}

const visitOf = ({ url, request, getClientAddress }: RequestEvent): Visit => ({
  origin: url.origin,
  network: getClientAddress(),
  headers: request.headers,
  sessionId: null,
  cookies: [],
});

/** What was asked for; what was sent with a form is lost, so its page is shown anew. */
const wanted = ({ url, request }: RequestEvent): string => url.pathname + (request.method === 'GET' ? url.search : '');

async function actorOf({ house }: SignIn, visitor: Visitor | null): Promise<Actor> {
  if (!visitor) return nobody;
  const { accountId, name, assurance } = visitor;
  return { kind: 'person', id: accountId, name, assurance, assignments: await assignmentsOf(house, accountId) };
}
