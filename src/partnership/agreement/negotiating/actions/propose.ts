import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { changed } from '../../drafting/changed.ts';
import { typedFormOf } from '../../drafting/field-words.ts';
import { freeWords, knownNames } from '../../drafting/free-words.ts';
import type { DraftContent, FieldPatch } from '../../drafting/model.ts';
import { mayNegotiate } from '../../policy.ts';
import { type Seat, takeSharedSeat } from '../at-the-table.ts';
import { NEGOTIATION_LIMITS, type Proposal, type ProposedChange, proseSchema, type Stood } from '../model.ts';
import { standingOf, stoodAt } from '../rules.ts';
import * as store from '../store.server.ts';

/** What is proposed, and why. */
interface Proposed {
  change: ProposedChange;
  reason: string;
  lookedAt?: string[];
}

/** Proposes a change of a shared draft to the other side. What it would change is kept as it stands now, so that a later reader sees what was meant. */
export const propose = (context: Context, { draftId, ...proposed }: Proposed & { draftId: string }): Promise<Outcome<{ proposalId: string }>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSharedSeat(inside, mayNegotiate, draftId);
    return seat.ok ? keep(inside, seat.value, proposed, null) : seat;
  });

/**
 * Settles a proposal that collides with what has been changed since: a person says what the clause is to say, and that is a
 * proposal of its own in its place. The former is withdrawn by its own side, or declined by the other with that as its reason.
 */
export const settle = (context: Context, { proposalId, heading, body, reason, lookedAt }: { proposalId: string; heading: string; body: string } & Omit<Proposed, 'change'>): Promise<Outcome<{ proposalId: string; draftId: string }>> =>
  inTransaction(context, async (inside) => {
    if (inside.actor.kind === 'nobody') return signInFirst();
    const former = await store.findProposal(inside, proposalId);
    if (!former || former.change.kind !== 'change') return refuse('not-found', 'agreement.proposal-not-found');
    const seat = await takeSharedSeat(inside, mayNegotiate, former.draftId);
    if (!seat.ok) return seat;
    // Read again with the draft held: answered meanwhile, it is not settled.
    if ((await store.findProposal(inside, proposalId))?.answer) return refuse('conflict', 'agreement.proposal-answered');
    if (standingOf(former, seat.value.draft).can !== 'be-settled') return refuse('conflict', 'agreement.proposal-not-to-settle');
    const now = seat.value.draft.clauses.find(({ id }) => id === former.clauseId)!;
    const instead: ProposedChange = { ...former.change, version: now.version, heading, body };
    const kept = await keep(inside, seat.value, { change: instead, reason, lookedAt }, former);
    return kept.ok ? done({ ...kept.value, draftId: former.draftId }) : kept;
  });

async function keep(inside: Context, { draft, side, sides, person }: Seat, { change: typed, reason, lookedAt }: Proposed, former: Proposal | null): Promise<Outcome<{ proposalId: string }>> {
  const why = proseSchema(NEGOTIATION_LIMITS.reason).safeParse(reason);
  if (!why.success) return refuse('invalid', 'agreement.reason-too-long', { path: 'reason', facts: { most: NEGOTIATION_LIMITS.reason } });
  if (!stoodAt(draft, typed)) return refuse('not-found', 'agreement.clause-not-found');
  // Whether the change can be made is asked of the text as it stands; its ids are made when it is accepted.
  const after = changed(draft, asOfNow(typed, draft), () => NEW);
  if (!after.ok) return after;
  const change = typed.kind === 'fields' ? { ...typed, fields: newValues(draft, after.value) } : typed;
  const stood = stoodAt(draft, change)!;
  if (saysNothing(change, stood)) return refuse('invalid', 'agreement.nothing-proposed', { path: change.kind === 'title' ? 'title' : 'body' });
  const looked = lookAgain({ texts: { ...freeWords(draft, change), reason: why.data }, lookedAt, known: knownNames(draft) });
  if (!looked.ok) return looked;
  const acting = (former && sides.find(({ id }) => id === former.organisation.id)) ?? side;
  if (former && !(await answerFormer(inside, former, { acting, person, why: why.data }))) return refuse('conflict', 'agreement.proposal-answered');
  const proposalId = await store.insertProposal(inside, person, { draftId: draft.id, change, stood, reason: why.data, replaces: former?.id ?? null, organisationId: acting.id });
  await witness(inside, { what: 'agreement.proposal-made', agreementId: draft.agreementId, facts: { draftId: draft.id, proposalId, change: change.kind, replaces: former?.id ?? null, ...looked.value } });
  return done({ proposalId });
}

const answerFormer = (inside: Context, former: Proposal, { acting, person, why }: { acting: { id: string }; person: Seat['person']; why: string }): Promise<boolean> =>
  store.insertAnswer(inside, person, { proposalId: former.id, verdict: former.organisation.id === acting.id ? 'withdrawn' : 'declined', reason: why || '–', organisationId: acting.id });

const NEW = '00000000-0000-4000-8000-000000000000';

/** The change upon the versions that stand now. That somebody has changed the clause since it was opened is for the reader to see, not a reason to lose a proposal. */
const asOfNow = (change: ProposedChange, draft: Seat['draft']): ProposedChange => {
  if (change.kind === 'title' || change.kind === 'fields') return { ...change, version: draft.version };
  return 'version' in change ? { ...change, version: draft.clauses.find(({ id }) => id === change.clauseId)?.version ?? change.version } : change;
};

/** The values that are other than those that stand, as they are typed. */
const newValues = (before: DraftContent, after: DraftContent): FieldPatch =>
  Object.fromEntries(after.fields.flatMap(({ slug, value }) => (before.fields.find((field) => field.slug === slug)?.value === value ? [] : [[slug, typedFormOf(value)]])));

function saysNothing(change: ProposedChange, stood: Stood): boolean {
  if (change.kind === 'title') return change.title.trim() === stood.title;
  if (change.kind === 'fields') return Object.keys(change.fields).length === 0;
  return change.kind === 'change' && change.heading.trim() === stood.heading && change.body.replaceAll('\r\n', '\n').trim() === stood.body;
}
