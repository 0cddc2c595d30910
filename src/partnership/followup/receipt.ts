import * as m from '#messages';
import type { Receipt } from './model.ts';
import { stampOf } from './moment.ts';
import { sayRecord, saySubmissionKind } from './words.ts';

/** Letters are in Swedish: whoever gets one has chosen no language. */
const SWEDISH = { locale: 'sv' } as const;

/** The receipt as a letter: what was handed in, when, by whom, its hash and its numbers, and where it can be read. Nothing of its text. */
export function receiptLetter({ submission, records }: Receipt, address: string): { subject: string; text: string } {
  const { title, kind, version, organisation, handedInBy, handedInAt, files, sha256 } = submission;
  const lines = [
    m.receipt_letter_what({ name: organisation.name, title, kind: saySubmissionKind(kind, SWEDISH).toLowerCase(), version }, SWEDISH),
    m.receipt_letter_when({ moment: stampOf(handedInAt), name: handedInBy.name }, SWEDISH),
    m.receipt_letter_files({ count: files.length }, SWEDISH),
    ...records.map((record) => sayRecord(record, SWEDISH)),
    `SHA-256: ${sha256}`,
    m.receipt_letter_where({ address }, SWEDISH),
  ];
  return { subject: m.receipt_letter_subject({ title }, SWEDISH), text: lines.join('\n\n') };
}

/** What stands as evidence beside the duty that the submission fulfils, in the words it is kept in. */
export function evidenceOf({ submission: { title, version }, records }: Receipt): string {
  const numbers = records.flatMap(({ registration }) => registration?.caseNumber ?? []);
  return [m.submission_as_evidence({ title, version }, SWEDISH), ...numbers].join(', ');
}
