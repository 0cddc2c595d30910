import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DraftContent } from '../drafting/model.ts';

/** What a version holds of a draft: what it says, and nothing of who wrote it when. */
export const contentOf = ({ kind, title, clauses, fields, facts }: DraftContent): DraftContent => ({ kind, title, clauses, fields, facts });

/** The SHA-256 of a version's content as canonical JSON (RFC 8785) in UTF-8. */
export const hashOfContent = (content: DraftContent): string => createHash('sha256').update(canonicalize(contentOf(content))!, 'utf8').digest('hex');
