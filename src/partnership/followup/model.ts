import { z } from 'zod';

export const SUBMISSION_KINDS = ['interim-report', 'final-report', 'financial-account', 'meeting-material', 'other'] as const;

export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** What an organisation may attach and write. */
export const LIMITS = { files: 10, fileBytes: 10 * 1024 * 1024, title: 200, body: 100_000, fileName: 200 } as const;

/** A file beside the text: kept as it came, known by the SHA-256 of its bytes. */
export interface AttachedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What somebody writes: the same in a draft and in what is handed in. */
export interface Content {
  kind: SubmissionKind;
  title: string;
  /** Prose with a few signs of Markdown; `proseOf` says which. */
  body: string;
  files: AttachedFile[];
  /** The duty that it fulfils. */
  dutyId: string | null;
}

/** What an organisation is writing. Only its own people see that it exists. */
export interface Draft extends Content {
  id: string;
  agreementId: string;
  organisationId: string;
  /** The submission that it will be a new version of. */
  succeeds: string | null;
  /** Counts saves, so that nobody writes over what they have not seen. */
  version: number;
  savedAt: Date;
  savedBy: string;
}

/** What has been handed in. Nothing of it ever changes. */
export interface Submission extends Content {
  id: string;
  agreementId: string;
  /** Who handed it in, as it was called then. */
  organisation: { id: string; name: string };
  /** The first version's id: all versions of the same thing share it. */
  line: string;
  version: number;
  succeeds: string | null;
  handedInAt: Date;
  handedInBy: { id: string; name: string };
  /** Over its canonical form: see `sealed.ts`. */
  sha256: string;
}

/** A number under which a public party keeps a document, such as `KS 2026/0007`. */
type CaseNumber = string;

/** That an organisation has put a submission into its register: under which number, who and when. */
export interface Registration {
  submissionId: string;
  organisationId: string;
  caseNumber: CaseNumber;
  /** From its own series, or typed by a registrar. */
  drawn: boolean;
  registeredAt: Date;
  registeredBy: string;
}

/** An organisation's own series of case numbers. */
export interface CaseSeries {
  organisationId: string;
  prefix: string;
  year: number;
  /** The next number to be drawn this year. */
  next: number;
}

/** That a submission is an official document at a public party, and its number there where it has one. */
export interface PublicRecord {
  organisation: { id: string; name: string };
  /** It came in from somebody else, or the party drew it up and sent it out by handing it in. */
  how: 'received' | 'drawn-up';
  since: Date;
  registration: Registration | null;
}

/** What both sides are told when something has been handed in. */
export interface Receipt {
  submission: Submission;
  records: PublicRecord[];
}

/**
 * Text as it is kept: line breaks of one kind, no sign that a database or another program reads otherwise than we do, so
 * that the hash of what is kept is the hash of what is shown.
 */
const kept = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A file's name as it is kept: its last part, without control signs. */
export const keptFileName = (name: string): string => kept(name.split(/[/\\]/).at(-1) ?? '').replace(/[\n\t]/g, ' ').trim().slice(0, LIMITS.fileName).toWellFormed() || 'fil';

export const textSchema = z.object({
  kind: z.enum(SUBMISSION_KINDS),
  title: z.string().transform(kept).transform((title) => title.replace(/\s+/g, ' ').trim()).pipe(z.string().max(LIMITS.title)),
  body: z.string().transform(kept).transform((body) => body.trimEnd().replace(/^\n+/, '')).pipe(z.string().max(LIMITS.body)),
  dutyId: z.uuid().nullable(),
});

export const caseNumberSchema = z.string().transform(kept).transform((number) => number.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1).max(60));

export const seriesSchema = z.object({
  prefix: z.string().trim().regex(/^\p{L}[\p{L}\d .-]{0,19}$/u),
  next: z.coerce.number().int().min(1).max(9_999_999),
});
