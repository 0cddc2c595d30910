import { addPerson } from '#partnership/people';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { giveKey } from '../../actions/keys.ts';
import { coordinatorOf } from '../../groups/store/network.server.ts';
import type { Walk } from '../../model.ts';
import { isTheHouse } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import { enter } from '../enter.ts';
import { LOOK_AFTER } from '../look-after-name.ts';
import { codeSchema, type SignedUp } from '../model.ts';
import { mobileNumber } from '../rules/mobile-number.ts';
import { codeHash, isSame, phoneMark } from '../secrets.ts';
import { type Asked, forgetAsked, tryCode } from '../store/codes.server.ts';
import { insertWalker, markWalker, startedGroups, walkerByMark, walkersWithoutMark } from '../store/walkers.server.ts';

/** What a telephone keeps once its number is known. */
export interface Known {
  key: string;
  number: string;
  /** What came of the sign-up itself: the telephone is known also when this walk is not for them. */
  signedUp: Outcome<SignedUp>;
}

/**
 * Takes the code that was sent: from now on the number is somebody's, who is one of the association's walkers, is known by
 * this telephone and is signed up. A wrong code costs one of its tries. The house does it, at the door.
 */
export async function confirmCode(house: Context, { codeId, code }: { codeId: string; code: string }, secret: string): Promise<Outcome<Known>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const typed = codeSchema.safeParse(code);
  if (!typed.success) return refuse('invalid', 'walks.code-not-understood', { path: 'code' });
  return inTransaction(house, async (inside) => {
    const asked = isId(codeId) ? await tryCode(inside, codeId) : null;
    if (!asked) return refuse('conflict', 'walks.code-is-spent', { path: 'code' });
    if (!isSame(asked.codeHash, codeHash(secret, { id: asked.id, code: typed.data }))) return refuse('invalid', 'walks.code-is-wrong', { path: 'code', facts: { left: asked.left } });
    await forgetAsked(inside, asked.id);
    const walk = (await findWalk(inside, asked.walkId))!;
    const personId = await walkerOf(inside, asked, walk, phoneMark(secret, asked.phone));
    const signedUp = await enter(inside, { walk, personId, task: 'walker', phone: asked.phone });
    const { secret: key } = sure(await giveKey(inside, { personId, agreementId: walk.agreementId }));
    inside.jobs.send(LOOK_AFTER);
    return done({ key, number: asked.phone, signedUp });
  });
}

/** Whoever has this number; somebody new becomes a person whom the group's association knows, and nobody becomes two. */
async function walkerOf(inside: Context, { name, phone, groupId, language }: Asked, { agreementId, group }: Walk, mark: string): Promise<string> {
  const known = await walkerByMark(inside, { agreementId, mark });
  if (known) {
    await markWalker(inside, { personId: known, agreementId, mark, language });
    return known;
  }
  const entered = (await walkersWithoutMark(inside, agreementId)).find((walker) => mobileNumber(walker.phone) === phone);
  if (entered) {
    await markWalker(inside, { personId: entered.personId, agreementId, mark, language });
    return entered.personId;
  }
  const theirs = (await startedGroups(inside, agreementId)).find(({ id }) => id === groupId);
  const organisationId = theirs?.organisationId ?? group?.organisationId ?? (await coordinatorOf(inside, agreementId))?.id;
  if (!organisationId) throw new Error('a walk in a partnership where nobody walks');
  const { personId } = sure(await addPerson(inside, { organisationId, name, email: '', phone: '', birthYear: '' }));
  await insertWalker(inside, { personId, agreementId, groupId: theirs?.id ?? null, mark, language });
  await witness(inside, { what: 'walks.walker-known', agreementId, facts: { personId } });
  return personId;
}
