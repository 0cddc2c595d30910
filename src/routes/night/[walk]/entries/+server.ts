import { type Answer, receiveEntries, walkerWithEndedKey } from '#partnership/walks';
import { type Context, contextFor } from '#platform/context.ts';
import { refusalSentence } from '#ui/refusal-sentence.ts';
import { valueOr404 } from '../../../answer.ts';
import { KEY_COOKIE, walkingContext } from '../../../walking.ts';
import { ASIDE_WORDS } from '../../words.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** Takes what a telephone has kept and says what became of each, in words. Sent again it counts once. */
export const POST: RequestHandler = async (event) => {
  const { sentAt, entries } = await sent(event.request);
  const known = await walkingContext(event);
  const context = known ?? (await formerWalker(event)) ?? event.locals.context;
  const received = valueOr404(await receiveEntries(context, { walkId: event.params.walk, sentAt, entries, keyEnded: !known }));
  return Response.json({ now: context.clock.now().toISOString(), answers: received.answers.map(inWords), entries: received.entries });
};

async function sent(request: Request): Promise<{ sentAt: string; entries: unknown[] }> {
  const body: unknown = await request.json().catch(() => null);
  const { sentAt, entries } = (body ?? {}) as { sentAt?: unknown; entries?: unknown };
  return { sentAt: String(sentAt), entries: Array.isArray(entries) ? entries : [] };
}

/** Whoever this telephone was known as: what it kept while it was known is taken, aside. */
async function formerWalker({ cookies, locals }: RequestEvent): Promise<Context | null> {
  const secret = cookies.get(KEY_COOKIE);
  const personId = secret ? await walkerWithEndedKey(locals.signIn.house, secret) : null;
  return personId ? contextFor(locals.context, { kind: 'walker', id: personId }) : null;
}

const inWords = (answer: Answer) => ({ id: answer.id, became: answer.became, words: answer.became === 'aside' ? ASIDE_WORDS[answer.because]() : answer.became === 'refused' ? refusalSentence({ code: answer.code }) : null });
