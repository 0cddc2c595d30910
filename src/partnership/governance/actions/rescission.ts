import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { oreFromKronor } from '#kernel/ore.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { organisationsNamed } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import type { Place } from '#platform/access/standing.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { rescissionSchema, warningSchema } from '../model.ts';
import { declaresFor, maySetCourse } from '../policy.ts';
import { partiesAmong } from '../rules/parties.ts';
import { rescissionTerms } from '../rules/rescission-terms.ts';
import { type RunningAgreement, runningAgreement } from '../running.ts';
import * as store from '../store/endings.server.ts';
import { wellFormed } from '../typed.ts';

interface Declaring {
  place: Place;
  party: { id: string; name: string };
  agreement: RunningAgreement;
}

/** Keeps that the actor's party says what the other has to put right, and until when. One of each party at a time. */
export async function warn(context: Context, { agreementId, lookedAt, ...typed }: z.input<typeof warningSchema> & { agreementId: string; lookedAt?: string[] }): Promise<Outcome<{ agreementId: string; warningId: string }>> {
  const declaring = await declaringIn(context, agreementId);
  if (!declaring.ok) return declaring;
  const { party: by, agreement } = declaring.value;
  const shaped = wellFormed(warningSchema, typed);
  if (!shaped.ok) return shaped;
  const { breach, receivedOn, remedyBy } = shaped.value;
  if (receivedOn > context.clock.today()) return refuse('invalid', 'governance.received-in-the-future', { path: 'receivedOn' });
  if (remedyBy < receivedOn) return refuse('invalid', 'governance.remedy-before-warning', { path: 'remedyBy' });
  const looked = lookAgain({ texts: { breach }, lookedAt, known: agreement.partyNames });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const warningId = await store.insertWarning(inside, agreementId, { by, breach, receivedOn, remedyBy });
    if (!warningId) return refuse('conflict', 'governance.warned-already');
    await witness(inside, { what: 'governance.warned', agreementId, facts: { warningId, organisationId: by.id, remedyBy, ...looked.value } });
    return done({ agreementId, warningId });
  });
}

/** Keeps that the party that warned sees it put right. */
export async function seeRemedied(context: Context, { agreementId, warningId }: { agreementId: string; warningId: string }): Promise<Outcome<{ agreementId: string }>> {
  const declaring = await declaringIn(context, agreementId);
  if (!declaring.ok) return declaring;
  const warning = (await store.warningsOf(context, agreementId)).find(({ id }) => id === warningId);
  if (!warning) return refuse('conflict', 'governance.warning-not-found');
  if (warning.by.id !== declaring.value.party.id) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    if (!(await store.endWarning(inside, agreementId, warningId))) return refuse('conflict', 'governance.remedied-already');
    await witness(inside, { what: 'governance.remedied', agreementId, facts: { warningId } });
    return done({ agreementId });
  });
}

type Typed = z.input<typeof rescissionSchema> & { agreementId: string; lookedAt?: string[] };

/**
 * Keeps that the actor's party rescinds the agreement: on which ground, from which day, and what it claims back of the other.
 * Where the agreement gives time for putting things right, refused until that time has passed after a warning.
 */
export async function rescind(context: Context, { agreementId, lookedAt, ...typed }: Typed): Promise<Outcome<{ agreementId: string; rescissionId: string }>> {
  const declaring = await declaringIn(context, agreementId);
  if (!declaring.ok) return declaring;
  const { party: by, agreement, place } = declaring.value;
  const shaped = wellFormed(rescissionSchema, typed);
  if (!shaped.ok) return shaped;
  const { ground, receivedOn, endsOn, claimed } = shaped.value;
  if (receivedOn > context.clock.today()) return refuse('invalid', 'governance.received-in-the-future', { path: 'receivedOn' });
  if (endsOn < receivedOn) return refuse('invalid', 'governance.ends-before-received', { path: 'endsOn' });
  if (agreement.end !== null && endsOn >= agreement.end) return refuse('conflict', 'governance.ends-anyway', { path: 'endsOn', facts: { end: agreement.end, endsOn } });
  const warned = (await store.warningsOf(context, agreementId)).find((warning) => warning.by.id === by.id && warning.remediedAt === null) ?? null;
  const { remedyDays } = rescissionTerms(agreement.text);
  if (remedyDays !== null && !warned) return refuse('conflict', 'governance.warning-missing', { facts: { days: remedyDays } });
  if (warned && warned.remedyBy >= receivedOn) return refuse('conflict', 'governance.remedy-time-remains', { facts: { until: warned.remedyBy } });
  const looked = lookAgain({ texts: { ground }, lookedAt, known: agreement.partyNames });
  if (!looked.ok) return looked;
  const from = partiesAmong(await organisationsNamed(context, place.organisationIds), by.id).find(({ id }) => id !== by.id);
  const claim = claimed !== null && from ? { ore: oreFromKronor(claimed), from: { id: from.id, name: from.name } } : null;
  return inTransaction(context, async (inside) => {
    const rescissionId = await store.insertRescission(inside, { agreementId, by, warningId: warned?.id ?? null, ground, receivedOn, endsOn, claim });
    if (!rescissionId) return refuse('conflict', 'governance.rescinded-already');
    await witness(inside, { what: 'governance.rescinded', agreementId, facts: { rescissionId, organisationId: by.id, endsOn, claimedOre: claim?.ore ?? null, ...looked.value } });
    return done({ agreementId, rescissionId });
  });
}

/** The party that the actor declares for in a running agreement. */
async function declaringIn(context: Context, agreementId: string): Promise<Outcome<Declaring>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const party = declaresFor(context.actor, asked.value);
  if (!party) return refuse('forbidden', 'access.not-allowed');
  const agreement = await runningAgreement(context, agreementId);
  return agreement.ok ? done({ place: asked.value, party, agreement: agreement.value }) : agreement;
}
