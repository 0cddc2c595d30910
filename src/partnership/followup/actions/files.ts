import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { type JournalEntry, witness } from '#platform/journal.ts';
import { draftEntry } from '../draft-entry.ts';
import { type AttachedFile, type Draft, keptFileName, LIMITS } from '../model.ts';
import { askOwn, noSuchDraft } from '../own-draft.ts';
import { mayMakeSubmissions } from '../policy.ts';
import * as store from '../store.server.ts';

/** A file as a browser sent it. */
interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** Attaches files to a draft, kept exactly as they came. The same bytes are attached once. */
export async function attachFiles(context: Context, { draftId, files }: { draftId: string; files: SentFile[] }): Promise<Outcome<null>> {
  const found = await askOwn(context, mayMakeSubmissions, await store.findDraft(context, draftId));
  if (!found.ok) return found;
  if (files.length === 0) return refuse('invalid', 'followup.no-file', { path: 'files' });
  const empty = files.find(({ bytes }) => bytes.length === 0);
  if (empty) return refuse('invalid', 'followup.file-is-empty', { path: 'files', facts: { name: keptFileName(empty.name) } });
  if (files.some(({ bytes }) => bytes.length > LIMITS.fileBytes)) return fileTooLarge();
  if (files.length > LIMITS.files) return tooManyFiles();
  const kept: AttachedFile[] = [];
  for (const { name, bytes } of files) kept.push({ name: keptFileName(name), bytes: bytes.length, sha256: await context.files.put(bytes) });
  return changeFiles(context, draftId, 'followup.file-attached', (attached) => [...new Map([...attached, ...kept].toReversed().map((file) => [file.sha256, file])).values()].toReversed());
}

/** Takes a file away from a draft. */
export async function removeFile(context: Context, { draftId, sha256 }: { draftId: string; sha256: string }): Promise<Outcome<null>> {
  const found = await askOwn(context, mayMakeSubmissions, await store.findDraft(context, draftId));
  return found.ok ? changeFiles(context, draftId, 'followup.file-removed', (attached) => attached.filter((file) => file.sha256 !== sha256)) : found;
}

const changeFiles = (context: Context, draftId: string, event: JournalEntry['what'], change: (attached: AttachedFile[]) => AttachedFile[]): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const draft = await store.holdDraft(inside, draftId);
    if (!draft) return noSuchDraft();
    const files = change(draft.files);
    if (files.length > LIMITS.files) return tooManyFiles();
    const changed: Draft = { ...draft, files };
    await store.writeDraft(inside, changed);
    await witness(inside, draftEntry(event, draft, { files: files.length }));
    return done(null);
  });

/** The no to a file that is too large, or to several that together are more than the server takes in. */
export const fileTooLarge = () => refuse('invalid', 'followup.file-too-large', { path: 'files', facts: { megabytes: LIMITS.fileBytes / 1024 / 1024 } });

const tooManyFiles = () => refuse('invalid', 'followup.too-many-files', { path: 'files', facts: { most: LIMITS.files } });
