import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayKeepAidLedger } from '../policy.ts';
import { aidSchema, declarationSchema } from './model.ts';
import * as store from './store.server.ts';

/** What is typed about aid: money and rate as numbers already, undefined where they could not be understood. */
interface TypedAid {
  organisationId: string;
  orgNumber: string;
  what: string;
  grantedOn: string;
  ore: number | null | undefined;
  rate: number | null | undefined;
  rateOn: string;
  lookedAt?: string[];
}

/** Writes in an organisation's ledger that it has granted somebody aid of lesser importance. */
export async function recordAid(context: Context, { organisationId, lookedAt, ...typed }: TypedAid): Promise<Outcome<{ aidId: string }>> {
  const asked = askLedger(context, organisationId);
  if (!asked.ok) return asked;
  const parsed = aidSchema.safeParse(typed);
  if (!parsed.success) return incomplete(parsed.error.issues, 'money.aid-incomplete');
  const aid = parsed.data;
  if (aid.grantedOn > context.clock.today()) return refuse('invalid', 'money.aid-in-the-future', { path: 'grantedOn' });
  const looked = lookAgain({ texts: { what: aid.what }, lookedAt });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const aidId = await store.insertAid(inside, { organisationId, ...aid });
    await witness(inside, { what: 'money.aid-recorded', agreementId: null, facts: { aidId, organisationId, orgNumber: aid.orgNumber, ...looked.value } });
    return done({ aidId });
  });
}

/** Takes an entry out of the reckoning, because it was wrong or the aid was never paid. It stays in the ledger. */
export async function withdrawAid(context: Context, { aidId }: { aidId: string }): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const organisationId = await store.ledgerOf(context, aidId);
  if (organisationId === null || !mayKeepAidLedger(context.actor, organisationId)) return refuse('not-found', 'money.aid-not-found');
  return inTransaction(context, async (inside) => {
    if (!(await store.writeWithdrawal(inside, aidId))) return refuse('conflict', 'money.aid-withdrawn-already');
    await witness(inside, { what: 'money.aid-withdrawn', agreementId: null, facts: { aidId, organisationId } });
    return done(null);
  });
}

/** Writes down that a recipient's declaration is on file: its day, what it says of others' aid, and who has seen it when. */
export async function recordDeclaration(
  context: Context,
  { organisationId, ...typed }: { organisationId: string; orgNumber: string; dated: string; othersCents: number | null | undefined; seenOn: string; seenBy: string },
): Promise<Outcome<null>> {
  const asked = askLedger(context, organisationId);
  if (!asked.ok) return asked;
  const parsed = declarationSchema.safeParse(typed);
  if (!parsed.success) return incomplete(parsed.error.issues, 'money.declaration-incomplete');
  if (parsed.data.seenOn > context.clock.today()) return refuse('invalid', 'money.declaration-in-the-future', { path: 'seenOn' });
  const { orgNumber, dated } = parsed.data;
  return inTransaction(context, async (inside) => {
    await store.insertDeclaration(inside, { organisationId, ...parsed.data });
    await witness(inside, { what: 'money.aid-declared', agreementId: null, facts: { organisationId, orgNumber, dated } });
    return done(null);
  });
}

function askLedger({ actor }: Context, organisationId: string): Outcome<null> {
  if (actor.kind === 'nobody') return signInFirst();
  return mayKeepAidLedger(actor, organisationId) ? done(null) : refuse('forbidden', 'access.not-allowed');
}

const incomplete = (issues: { path: PropertyKey[] }[], code: string): { ok: false; refusals: Refusal[] } => ({ ok: false, refusals: [...new Set(issues.map(({ path }) => String(path[0])))].map((path) => ({ kind: 'invalid', code, path })) });
