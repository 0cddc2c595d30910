import { randomInt } from 'node:crypto';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayPlanWalks } from '../../policy.ts';
import { slugSchema } from '../model.ts';
import * as store from '../store.server.ts';

/** Opens the page where whoever wants to walk finds the partnership. The name in its address stays once it has been given. */
export const openFinding = (context: Context, { agreementId, slug }: { agreementId: string; slug: string }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    const parsed = slugSchema.safeParse(slug);
    if (!parsed.success) return refuse('invalid', 'walks.slug-not-understood', { path: 'slug' });
    if (!(await store.openPage(inside, agreementId, parsed.data))) return refuse('conflict', 'walks.slug-taken', { path: 'slug' });
    await witness(inside, { what: 'walks.finding-opened', agreementId });
    return done(null);
  });

/** Closes the page: nobody finds it until it is opened again. */
export const closeFinding = (context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    if (!(await store.closePage(inside, agreementId))) return refuse('conflict', 'walks.finding-not-open');
    await witness(inside, { what: 'walks.finding-closed', agreementId });
    return done(null);
  });

/** Makes a code to give to somebody who wants to walk: how far they come is seen by it, and never who they are. */
export const refer = (context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ code: string }>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    let code = newCode();
    while (!(await store.insertReferral(inside, agreementId, code))) code = newCode();
    await witness(inside, { what: 'walks.referred', agreementId, facts: { code } });
    return done({ code });
  });

/** Signs that are not taken for each other when they are read aloud or written by hand. */
const SIGNS = 'ABCDEFGHJKLMNPRSTUVXYZ23456789';

const newCode = (): string => Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
