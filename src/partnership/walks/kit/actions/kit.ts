import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { groupLed } from '../../groups/asked.ts';
import { refusedField } from '../../groups/refused-field.ts';
import { groupState } from '../../groups/rules/group-state.ts';
import { mayLeadWalks } from '../../policy.ts';
import { addingSchema, damageSchema, lendingSchema } from '../model.ts';
import * as store from '../store.server.ts';

/** Adds things of a kind to a partnership's kit, numbered on from those there are. */
export const addKit = (context: Context, { agreementId, ...input }: { agreementId: string } & Record<string, unknown>): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayLeadWalks, agreementId);
    if (!asked.ok) return asked;
    const parsed = addingSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, { count: 'walks.kit-count-not-understood', kind: 'walks.kit-count-not-understood' });
    await store.insertItems(inside, { agreementId, ...parsed.data });
    await witness(inside, { what: 'walks.kit-added', agreementId, facts: parsed.data });
    return done(null);
  });

/** Lends a thing to a group, or to somebody who walks with it. It is in one place at a time: what is out is taken back first. */
export const lendKit = (context: Context, { agreementId, ...input }: { agreementId: string } & z.input<typeof lendingSchema>): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayLeadWalks, agreementId);
    if (!asked.ok) return asked;
    const parsed = lendingSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, { groupId: 'walks.choose-group', itemId: 'walks.kit-not-found', holderId: 'walks.holder-not-in-group', dueOn: 'walks.day-not-understood' });
    const { itemId, groupId, holderId, dueOn } = parsed.data;
    const item = await store.findItem(inside, itemId);
    if (item?.agreementId !== agreementId) return refuse('invalid', 'walks.kit-not-found');
    const led = await groupLed(inside, groupId);
    if (!led.ok || led.value.group.agreementId !== agreementId || groupState(led.value.group) !== 'started') return refuse('invalid', 'walks.choose-group', { path: 'groupId' });
    if (dueOn !== null && dueOn < inside.clock.today()) return refuse('invalid', 'walks.due-in-the-past', { path: 'dueOn' });
    if (holderId !== null && !(await store.walkersLed(inside, agreementId)).some((walker) => walker.personId === holderId && walker.groupId === groupId)) return refuse('invalid', 'walks.holder-not-in-group', { path: 'holderId' });
    if (!(await store.insertLoan(inside, parsed.data))) return refuse('conflict', 'walks.kit-is-out');
    await witness(inside, { what: 'walks.kit-lent', agreementId, facts: { itemId, groupId, dueOn } });
    return done(null);
  });

/** Takes a thing back from the group that has it. */
export const returnKit = (context: Context, { agreementId, itemId }: { agreementId: string; itemId: string }): Promise<Outcome<null>> =>
  onItem(context, { agreementId, itemId }, async (inside) => {
    const groupId = await store.endLoan(inside, itemId);
    if (!groupId) return refuse('conflict', 'walks.kit-is-not-out');
    await witness(inside, { what: 'walks.kit-returned', agreementId, facts: { itemId, groupId } });
    return done(null);
  });

/** Says that a thing is gone for good: lost, or beyond mending. */
export const kitGone = (context: Context, { agreementId, itemId }: { agreementId: string; itemId: string }): Promise<Outcome<null>> =>
  onItem(context, { agreementId, itemId }, async (inside) => {
    await store.endLoan(inside, itemId);
    if (!(await store.markGone(inside, itemId))) return refuse('conflict', 'walks.kit-not-found');
    await witness(inside, { what: 'walks.kit-gone', agreementId, facts: { itemId } });
    return done(null);
  });

/** Notes what is broken, with a picture that has been drawn anew: of the thing alone, and without where it was taken. */
export const noteDamage = (context: Context, { agreementId, itemId, lookedAt, photo, ...input }: { agreementId: string; lookedAt?: string[]; photo: Uint8Array | null } & z.input<typeof damageSchema>): Promise<Outcome<null>> =>
  onItem(context, { agreementId, itemId }, async (inside) => {
    const parsed = damageSchema.safeParse({ itemId, ...input });
    if (!parsed.success) return refusedField(parsed.error, { words: 'walks.say-what-is-broken' });
    const { words } = parsed.data;
    const looked = lookAgain({ texts: { words }, lookedAt });
    if (!looked.ok) return looked;
    const damageId = await store.insertDamage(inside, { itemId, words, photo: photo && (await inside.files.put(photo)) });
    await witness(inside, { what: 'walks.kit-damaged', agreementId, facts: { itemId, damageId, ...looked.value } });
    return done(null);
  });

/** Says that what was broken is mended. */
export const mendKit = (context: Context, { agreementId, damageId }: { agreementId: string; damageId: string }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayLeadWalks, agreementId);
    if (!asked.ok) return asked;
    const item = isId(damageId) ? await store.itemOfDamage(inside, damageId) : null;
    if (item?.agreementId !== agreementId) return refuse('invalid', 'walks.kit-not-found');
    if (!(await store.markMended(inside, damageId))) return refuse('conflict', 'walks.kit-was-mended');
    await witness(inside, { what: 'walks.kit-mended', agreementId, facts: { itemId: item.id, damageId } });
    return done(null);
  });

const onItem = (context: Context, { agreementId, itemId }: { agreementId: string; itemId: string }, act: (inside: Context) => Promise<Outcome<null>>): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayLeadWalks, agreementId);
    if (!asked.ok) return asked;
    const item = isId(itemId) ? await store.findItem(inside, itemId) : null;
    return item?.agreementId === agreementId ? act(inside) : refuse('invalid', 'walks.kit-not-found');
  });
