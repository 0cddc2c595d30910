import type { TextSpan } from '#kernel/text-span.ts';
import type { Finding, Reading } from '../model.ts';
import type { AgreementDocument } from '../read/document.ts';

/** What a check looks at: the text as it stands and what was read from it. */
export interface CheckedAgreement {
  doc: AgreementDocument;
  reading: Reading;
}

/** What a sentence about a finding needs to know; language-neutral where it can be. */
type Facts = Record<string, string | number>;

/** For checks whose sentence needs to know nothing. */
export type NoFacts = Record<never, never>;

/** One place where the check has something to say. */
export interface Found<F extends Facts = Facts> {
  span: TextSpan;
  facts: F;
}

/**
 * One thing an attentive reader looks for: a file named by its sentence, a page in `docs/checks/`, a marked example.
 * A check would rather miss ten faults than claim one that is not there.
 */
export interface Check<F extends Facts = Facts> {
  /** The sentence it stands for, as in `payment-without-amount`; also the name of its file and its page. */
  code: string;
  severity: Finding['severity'];
  /** What stands there, why it matters, and what one could write, in the reader's language. */
  say(facts: F): string;
  find(agreement: CheckedAgreement): Found<F>[];
}
