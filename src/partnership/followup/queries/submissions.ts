import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Place } from '#platform/access/standing.ts';
import type { Context } from '#platform/context.ts';
import { organisationsNamed } from '#partnership/people';
import type { PublicRecord, Receipt, Submission, SubmissionKind } from '../model.ts';
import { maySeeSubmissions, mayWriteFor } from '../policy.ts';
import { recordsOf } from '../rules.ts';
import { canonicalForm } from '../sealed.ts';
import * as store from '../store.server.ts';

/** A submission in a list, and the version that has succeeded it. */
export interface ListedSubmission extends Receipt {
  succeededBy: string | null;
}

/** What has been handed in in the partnership by both sides, the newest first; narrowed to kinds or to one organisation; `total` is how many there are in all. */
export async function submissionsOfPartnership(
  context: Context,
  agreementId: string,
  filter: { kinds?: SubmissionKind[]; organisationId?: string } = {},
): Promise<Outcome<{ rows: ListedSubmission[]; total: number; organisations: { id: string; name: string }[] }>> {
  const asked = await ask(context, maySeeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const all = await store.submissionsOf(context, agreementId);
  const rows = all.filter(({ kind, organisation }) => (filter.kinds?.includes(kind) ?? true) && (!filter.organisationId || organisation.id === filter.organisationId));
  const receipts = await withRecords(context, asked.value, rows);
  const parties = await organisationsNamed(context, asked.value.organisationIds);
  return done({ total: all.length, rows: receipts.map((receipt) => ({ ...receipt, succeededBy: successorIn(all, receipt.submission) })), organisations: parties.map(({ id, name }) => ({ id, name })) });
}

/** One submission with where it is an official document, all its versions, and what the actor may do about it. */
export interface ReadSubmission extends Receipt {
  versions: Submission[];
  succeededBy: string | null;
  maySucceed: boolean;
  /** Where the actor can register it and nobody has. */
  toRegister: PublicRecord[];
}

export async function readSubmission(context: Context, agreementId: string, submissionId: string): Promise<Outcome<ReadSubmission>> {
  const found = await visible(context, agreementId, submissionId);
  if (!found.ok) return found;
  const { submission, place } = found.value;
  const [receipt] = await withRecords(context, place, [submission]);
  const versions = await store.versionsOf(context, submission.line);
  const writes = (organisationId: string) => mayWriteFor(context.actor, place, organisationId);
  const succeededBy = successorIn(versions, submission);
  return done({
    ...receipt,
    versions,
    succeededBy,
    maySucceed: succeededBy === null && writes(submission.organisation.id),
    toRegister: receipt.records.filter(({ registration, organisation }) => registration === null && writes(organisation.id)),
  });
}

/** A file of what has been handed in, as it came. */
export async function submittedFile(context: Context, { agreementId, submissionId, sha256 }: { agreementId: string; submissionId: string; sha256: string }): Promise<Outcome<{ name: string; bytes: Uint8Array }>> {
  const found = await visible(context, agreementId, submissionId);
  if (!found.ok) return found;
  const file = found.value.submission.files.find((one) => one.sha256 === sha256);
  const bytes = file ? await context.files.get(file.sha256) : null;
  return file && bytes ? done({ name: file.name, bytes }) : refuse('not-found', 'followup.file-not-found');
}

/** What the hash was taken over, byte for byte. */
export async function sealedForm(context: Context, agreementId: string, submissionId: string): Promise<Outcome<string>> {
  const found = await visible(context, agreementId, submissionId);
  return found.ok ? done(canonicalForm(found.value.submission)) : found;
}

/** The newest submission that fulfils each duty, by the duty's id; empty for whoever may not read them. */
export async function submissionsByDuty(context: Context, agreementId: string): Promise<Map<string, string>> {
  const asked = await ask(context, maySeeSubmissions, agreementId);
  const oldestFirst = asked.ok ? (await store.submissionsOf(context, agreementId)).toReversed() : [];
  return new Map(oldestFirst.flatMap(({ dutyId, id }) => (dutyId ? [[dutyId, id] as const] : [])));
}

async function visible(context: Context, agreementId: string, submissionId: string): Promise<Outcome<{ submission: Submission; place: Place }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const asked = await ask(context, maySeeSubmissions, agreementId);
  if (!asked.ok) return asked;
  const submission = await store.findSubmission(context, submissionId);
  return submission?.agreementId === agreementId ? done({ submission, place: asked.value }) : refuse('not-found', 'followup.not-found');
}

async function withRecords(context: Context, place: Place, submissions: Submission[]): Promise<Receipt[]> {
  const parties = await organisationsNamed(context, place.organisationIds);
  const registrations = await store.registrationsOf(context, submissions.map(({ id }) => id));
  return submissions.map((submission) => ({ submission, records: recordsOf(submission, parties, registrations) }));
}

const successorIn = (all: Submission[], { id }: Submission): string | null => all.find(({ succeeds }) => succeeds === id)?.id ?? null;
