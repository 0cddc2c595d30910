import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { organisationsNamed } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { noticeSchema } from '../model.ts';
import { maySetCourse } from '../policy.ts';
import { lastDayAfterNotice } from '../rules/reckoning.ts';
import { runningAgreement } from '../running.ts';
import * as store from '../store/endings.server.ts';
import { wellFormed } from '../typed.ts';

type Typed = z.input<typeof noticeSchema> & { agreementId: string; lookedAt?: string[] };

/**
 * Keeps that a party gives notice, or that its notice has come in. The time is the agreement's own where it says one, and the
 * last day follows from when the other received it. Refused where the agreement ends by then anyway, and while one stands.
 */
export async function giveNotice(context: Context, { agreementId, lookedAt, ...typed }: Typed): Promise<Outcome<{ agreementId: string; noticeId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const agreement = await runningAgreement(context, agreementId);
  if (!agreement.ok) return agreement;
  const { notice, end, partyNames } = agreement.value;
  const shaped = wellFormed(noticeSchema, { ...typed, months: notice?.months ?? typed.months });
  if (!shaped.ok) return shaped;
  const { organisationId, receivedOn, months, countedFrom, reason } = shaped.value;
  const [by] = asked.value.organisationIds.includes(organisationId) ? await organisationsNamed(context, [organisationId]) : [];
  if (!by) return refuse('invalid', 'governance.party-unknown', { path: 'organisationId' });
  if (months === null) return refuse('invalid', 'governance.months-missing', { path: 'months' });
  if (receivedOn > context.clock.today()) return refuse('invalid', 'governance.received-in-the-future', { path: 'receivedOn' });
  const endsOn = lastDayAfterNotice(receivedOn, { months, countedFrom });
  if (end !== null && endsOn >= end) return refuse('conflict', 'governance.ends-anyway', { path: 'receivedOn', facts: { end, endsOn } });
  const looked = lookAgain({ texts: { reason }, lookedAt, known: partyNames });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const noticeId = await store.insertNotice(inside, { agreementId, by: { id: by.id, name: by.name }, receivedOn, months, countedFrom, endsOn, reason, factId: notice?.months == null ? null : notice.fact.id });
    if (!noticeId) return refuse('conflict', 'governance.notice-given-already');
    await witness(inside, { what: 'governance.notice-given', agreementId, facts: { noticeId, organisationId, receivedOn, endsOn, ...looked.value } });
    return done({ agreementId, noticeId });
  });
}
