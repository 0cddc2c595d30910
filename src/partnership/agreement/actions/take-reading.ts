import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { factsOf } from '../facts.ts';
import { mayDraftAgreement } from '../policy.ts';
import { READER } from '../reader-version.ts';
import { reread } from '../reread.ts';
import type { ApartReader } from '../read-apart.server.ts';
import type { ReadFile } from '../read-file.server.ts';
import * as store from '../store.server.ts';

/**
 * Reads the agreement's document and keeps what was found. Read again with a newer reader it changes only facts that
 * nobody has decided on.
 */
export async function takeReading(context: Context, agreementId: string, reader: Pick<ApartReader, 'read'>): Promise<Outcome<{ facts: number }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  const agreement = await store.findAgreement(context, agreementId);
  if (!agreement) return refuse('not-found', 'agreement.not-found');
  const bytes = await context.files.get(agreement.sha256);
  if (!bytes) throw new Error(`the file ${agreement.sha256} of agreement ${agreementId} is not kept`);
  const found = await reader.read(bytes);
  // A reader that is busy says nothing about the file: it waits for its turn.
  if (!found.ok && found.refusals[0].kind === 'too-many') return found;
  return inTransaction(context, (inside) => (found.ok ? keep(inside, agreementId, found.value) : keepRefusal(inside, agreementId, found.refusals)));
}

/** Remembers that reading failed through a fault of ours, by the reference under which it is logged. */
export async function giveUpReading(context: Context, agreementId: string, reference: string): Promise<Outcome<null>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  const { refusals } = refuse('invalid', 'agreement.reading-failed', { facts: { reference } });
  await inTransaction(context, (inside) => keepRefusal(inside, agreementId, refusals));
  return done(null);
}

async function keep(context: Context, agreementId: string, { reading, ...file }: ReadFile): Promise<Outcome<{ facts: number }>> {
  const known = (await store.factsOfAgreement(context, agreementId)).map((fact) => ({ ...fact, decided: fact.verdict !== null }));
  const next = factsOf(reading);
  const change = reread(known, next);
  await store.keepText(context, agreementId, file);
  await store.keepTitle(context, agreementId, reading.title);
  await store.insertReading(context, agreementId, READER, reading);
  for (const { id, fact } of change.update) await store.updateFact(context, id, fact);
  await store.withdrawFacts(context, change.withdraw);
  await store.insertFacts(context, agreementId, change.add, known.length);
  await witness(context, { what: 'agreement.read', agreementId, facts: { reader: READER, facts: next.length } });
  return done({ facts: next.length });
}

async function keepRefusal(context: Context, agreementId: string, refusals: Parameters<typeof store.keepRefusal>[2][]) {
  await store.keepRefusal(context, agreementId, refusals[0]);
  await witness(context, { what: 'agreement.unreadable', agreementId, facts: { code: refusals[0].code } });
  return { ok: false as const, refusals };
}
