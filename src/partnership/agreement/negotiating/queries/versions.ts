import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { placeOf } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import type { AgreementDraft, DraftContent } from '../../drafting/model.ts';
import { askOfDraft } from '../../drafting/own-draft.ts';
import * as drafting from '../../drafting/store.server.ts';
import { mayNegotiate, maySeeAgreement, negotiatesFor } from '../../policy.ts';
import { compare } from '../compare/compare.ts';
import type { Comparison } from '../compare/model.ts';
import type { DraftVersion } from '../model.ts';
import { contentOf, hashOfContent } from '../sealed.ts';
import * as store from '../store.server.ts';

/** A draft's versions that the actor may see, the newest first. */
export async function draftVersions(context: Context, draftId: string): Promise<Outcome<{ draft: AgreementDraft; versions: DraftVersion[]; isCurrent: boolean; mayName: boolean }>> {
  const found = await askOfDraft(context, maySeeAgreement, await drafting.findDraft(context, draftId));
  if (!found.ok) return found;
  const versions = await store.versionsOf(context, draftId);
  const place = await placeOf(context, found.value.agreementId);
  const mayName = mayNegotiate(context.actor, place) && negotiatesFor(context.actor, place).length > 0;
  return done({ draft: found.value, versions, isCurrent: versions[0]?.sha256 === hashOfContent(found.value), mayName });
}

/** One of the two things that are compared; without a version what the draft says now. */
export interface Compared {
  version: DraftVersion | null;
  content: DraftContent;
}

/** What is different between two versions, by their numbers, or between one and what the draft says `now`. */
export async function comparedVersions(context: Context, { draftId, a, b }: { draftId: string; a: string; b: string }): Promise<Outcome<{ draft: AgreementDraft; from: Compared; to: Compared; comparison: Comparison }>> {
  const found = await draftVersions(context, draftId);
  if (!found.ok) return found;
  const { draft, versions } = found.value;
  const named = (name: string): Compared | null => {
    if (name === 'now') return { version: null, content: contentOf(draft) };
    const version = versions.find(({ number }) => String(number) === name);
    return version ? { version, content: version.content } : null;
  };
  const [from, to] = [named(a), named(b)];
  if (!from || !to) return refuse('not-found', 'agreement.version-not-found');
  return done({ draft, from, to, comparison: compare(from.content, to.content) });
}
