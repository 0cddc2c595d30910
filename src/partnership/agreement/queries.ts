import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { inWhole, together } from './amending/instruments.ts';
import type { Instrument } from './amending/model.ts';
import { amendmentsInForce } from './amending/store.server.ts';
import { readingFrom } from './facts.ts';
import type { IntakeNote } from './intake/note.ts';
import type { AgreedPeriod, Finding, Party, Reading } from './model.ts';
import { mayListAgreements, maySeeAgreement } from './policy.ts';
import { agreed, type FactView, type Standing } from './review.ts';
import * as store from './store.server.ts';

type AgreementState = 'reading' | 'refused' | 'review' | 'active' | 'taken-back';

export interface ReviewView {
  id: string;
  title: string | null;
  fileName: string;
  sha256: string;
  format: string | null;
  receivedAt: Date;
  receivedBy: string;
  /** What is to be known of how the file became text. */
  notes: IntakeNote[];
  /** The agreement's words, then those of its amendments and annexes; `instruments` says where each begins. */
  text: string;
  instruments: Instrument[];
  facts: FactView[];
  findings: Finding[];
  commencedAt: Date | null;
  caseNumber: string | null;
}

export interface AgreedAgreement {
  reading: Reading;
  text: string;
  facts: FactView[];
  commenced: boolean;
}

export interface AgreementRow {
  id: string;
  title: string | null;
  fileName: string;
  state: AgreementState;
  caseNumber: string | null;
  parties: Party[];
  period: AgreedPeriod | null;
}

const notFound = () => refuse('not-found', 'agreement.not-found');

/** How far an agreement has come. */
interface Progress {
  state: AgreementState;
  title: string | null;
  fileName: string;
  refusal: Refusal | null;
  takenBack: { at: Date; by: string } | null;
}

/** How far the agreement has come, what it is called, why its file could not be read where it could not, and who has taken it back. */
export async function agreementState(context: Context, id: string): Promise<Outcome<Progress>> {
  const asked = await ask(context, maySeeAgreement, id);
  if (!asked.ok) return asked;
  const agreement = await store.findHandedIn(context, id);
  if (!agreement) return notFound();
  const { title, fileName, refusal, takenBackAt, takenBackBy } = agreement;
  const takenBack = takenBackAt && takenBackBy ? { at: takenBackAt, by: takenBackBy } : null;
  return done({ state: takenBack ? 'taken-back' : stateOf({ ...agreement, read: agreement.text !== null }), title, fileName, refusal, takenBack });
}

/** The text, every fact with what has been decided on it, and what the checker says. */
export async function agreementForReview(context: Context, id: string): Promise<Outcome<ReviewView>> {
  const asked = await ask(context, maySeeAgreement, id);
  if (!asked.ok) return asked;
  const agreement = await store.findAgreement(context, id);
  if (!agreement || agreement.text === null) return notFound();
  const [facts, reading, amendments] = await Promise.all([factViews(context, id), store.newestReading(context, id), amendmentsInForce(context, id)]);
  const { refusal: _refusal, text, ...shown } = agreement;
  const whole = together({ title: agreement.title, text }, amendments);
  return done({ ...shown, ...whole, facts: facts.map((fact) => inWhole(fact, whole)), findings: reading?.findings ?? [] });
}

/** The agreement as it has been confirmed: only facts that a person has said yes to. */
export async function confirmedReading(context: Context, id: string): Promise<Outcome<AgreedAgreement>> {
  const view = await agreementForReview(context, id);
  if (!view.ok) return view;
  const facts = agreed(view.value.facts);
  return done({ reading: { ...readingFrom(facts), findings: view.value.findings }, text: view.value.text, facts, commenced: view.value.commencedAt !== null });
}

/** The file as it was handed in, byte for byte. */
export async function originalFile(context: Context, id: string): Promise<Outcome<{ fileName: string; bytes: Uint8Array }>> {
  const asked = await ask(context, maySeeAgreement, id);
  if (!asked.ok) return asked;
  const agreement = await store.findAgreement(context, id);
  const bytes = agreement && (await context.files.get(agreement.sha256));
  return bytes ? done({ fileName: agreement.fileName, bytes }) : notFound();
}

/** Agreements, newest first, those in the making or in use unless those taken back are asked for, a page at a time; `next` is what to ask with for the page after. */
export async function listAgreements(
  context: Context,
  { after, limit, active, takenBack = false }: { after?: string | null; limit: number; active?: boolean; takenBack?: boolean },
): Promise<Outcome<{ rows: AgreementRow[]; next: string | null }>> {
  if (!mayListAgreements(context.actor)) return signInFirst();
  const found = await store.agreementsPage(context, { after: positionFrom(after), limit: limit + 1, active: active ?? null, takenBack });
  const shown = found.slice(0, limit);
  const facts = await store.factsOfKinds(context, shown.map(({ id }) => id), ['party', 'period']);
  const rows = shown.map((row) => {
    const { parties, period } = readingFrom((facts.get(row.id) ?? []).map(viewOf).filter(({ verdict }) => verdict !== 'removed'));
    return { id: row.id, title: row.title, fileName: row.fileName, caseNumber: row.caseNumber, state: takenBack ? ('taken-back' as const) : stateOf(row), parties, period };
  });
  const last = shown.at(-1);
  return done({ rows, next: found.length > limit && last ? `${last.createdAt.toISOString()}_${last.id}` : null });
}

/** Ids of agreements that were handed in but neither read nor refused: what a stopped process left. */
export async function unreadAgreements(context: Context): Promise<Outcome<string[]>> {
  if (!mayListAgreements(context.actor)) return signInFirst();
  return done(await store.unreadAgreements(context));
}

/** Every fact of the agreement, with its place in its own instrument. For the room itself. */
export const factViews = async (context: Context, agreementId: string): Promise<FactView[]> =>
  (await store.factsOfAgreement(context, agreementId)).map(viewOf);

const STANDING: Record<store.Verdict, Standing> = { confirm: 'confirmed', correct: 'corrected', remove: 'removed', reopen: 'undecided' };

function viewOf({ decidedValue, verdict, value, ...fact }: store.StoredFact): FactView {
  return { ...fact, readValue: value, value: verdict === 'correct' && decidedValue ? decidedValue : value, verdict: verdict ? STANDING[verdict] : 'undecided' };
}

function stateOf(agreement: { commencedAt: Date | null; refusal: unknown; read: boolean }): AgreementState {
  if (agreement.commencedAt) return 'active';
  if (agreement.refusal) return 'refused';
  return agreement.read ? 'review' : 'reading';
}

function positionFrom(after: string | null | undefined): { createdAt: Date; id: string } | null {
  const match = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { createdAt: new Date(match[1]), id: match[2] } : null;
}

/** Everything that these facts have ever been read or said to be: whoever hides what stands in one must hide all of it. */
export async function everythingSaidOf(context: Context, factIds: string[]): Promise<Outcome<{ factId: string; agreementId: string; value: Record<string, unknown> }[]>> {
  return mayListAgreements(context.actor) ? done(await store.valuesOf(context, factIds)) : signInFirst();
}
