import { randomUUID } from 'node:crypto';
import { getLocale } from '#locale';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { queueSms } from '#platform/sms/outbox.ts';
import { isTheHouse } from '../../policy.ts';
import { walkState } from '../../rules/state.ts';
import { findWalk } from '../../store/walks.server.ts';
import { newcomerSchema } from '../model.ts';
import { mobileNumber } from '../rules/mobile-number.ts';
import { codeHash, freshCode } from '../secrets.ts';
import { insertAsked } from '../store/codes.server.ts';
import { startedGroups } from '../store/walkers.server.ts';
import { codeWords } from '../words.ts';

const TEN_MINUTES = 10 * 60_000;

interface Typed {
  walkId: string;
  name: string;
  phone: string;
  group: string;
  grown: string;
}

/** Whether one more code may be sent to this number. */
type Within = (number: string) => Promise<Outcome<null>>;

/**
 * Sends a code to whoever wants to walk and is not known here: nothing is made of what they say until they have shown it.
 * The house does it, at the door.
 */
export async function askForCode(house: Context, { walkId, group, ...typed }: Typed, { secret, within }: { secret: string; within: Within }): Promise<Outcome<{ codeId: string }>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const walk = isId(walkId) ? await findWalk(house, walkId) : null;
  if (!walk) return refuse('not-found', 'walks.not-found');
  const state = walkState(walk, house.clock.now());
  if (state !== 'planned') return refuse('conflict', state === 'cancelled' ? 'walks.walk-is-cancelled' : 'walks.walk-has-started');
  const understood = newcomer(typed);
  if (!understood.ok) return understood;
  const groups = await startedGroups(house, walk.agreementId);
  if (group !== '' && !groups.some(({ id }) => id === group)) return refuse('invalid', 'walks.group-not-understood', { path: 'group' });
  const allowed = await within(understood.value.phone);
  if (!allowed.ok) return allowed;
  return inTransaction(house, async (inside) => {
    const [id, code] = [randomUUID(), freshCode()];
    const expiresAt = new Date(inside.clock.now().getTime() + TEN_MINUTES);
    await insertAsked(inside, { id, walkId, groupId: group || null, ...understood.value, language: getLocale() }, { hash: codeHash(secret, { id, code }), expiresAt });
    await queueSms(inside, { to: understood.value.phone, text: codeWords(code), kind: 'walks.code', usefulUntil: expiresAt });
    await witness(inside, { what: 'walks.code-sent', agreementId: walk.agreementId, facts: { walkId } });
    return done({ codeId: id });
  });
}

/** Everything that was wrong with what somebody said of themselves, at once. */
function newcomer({ name, phone, grown }: Pick<Typed, 'name' | 'phone' | 'grown'>): Outcome<{ name: string; phone: string }> {
  const parsed = newcomerSchema.safeParse({ name, grown });
  const number = mobileNumber(phone);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
  const refusals = [
    ...(wrong.has('name') ? refuse('invalid', 'walks.name-not-understood', { path: 'name' }).refusals : []),
    ...(number === null ? refuse('invalid', 'walks.phone-not-understood', { path: 'phone' }).refusals : []),
    ...(wrong.has('grown') ? refuse('invalid', 'walks.not-grown', { path: 'grown' }).refusals : []),
  ];
  return parsed.success && number !== null ? done({ name: parsed.data.name, phone: number }) : { ok: false, refusals };
}
