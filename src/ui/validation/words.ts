import * as m from '#messages';
import type { Change, Level, Problem, ProblemCode, SignatureReport, ValidationReport } from '#platform/signatures/report.ts';
import { dayAndTime } from '../format/day.ts';
import { listed } from '../format/list.ts';
import type { MarkState } from '../MarkShape.svelte';

/** What a signed file is worth, in words a person understands: one voice for the page, the command line and the signing room. */
export function verdictHeading({ verdict, signatures, emptyFields }: ValidationReport): string {
  switch (verdict) {
    case 'whole':
      return wholeHeading(signatures.filter(({ kind }) => kind === 'signature').length);
    case 'incomplete':
      return m.validation_incomplete({ count: emptyFields.length });
    case 'changed':
      return m.validation_changed();
    case 'broken':
      return m.validation_broken();
    case 'unsigned':
      return m.validation_unsigned();
    case 'unreadable':
      return m.validation_unreadable();
  }
}

const wholeHeading = (count: number): string => (count === 2 ? m.validation_whole_two() : count > 2 ? m.validation_whole_many({ count }) : m.validation_whole_one());

/** What follows from the verdict for whoever holds the file. */
export function verdictDetail({ verdict, emptyFields, problems }: ValidationReport): string {
  switch (verdict) {
    case 'whole':
      return m.validation_whole_detail();
    case 'incomplete':
      return m.validation_incomplete_detail({ places: listed(emptyFields) });
    case 'changed':
      return m.validation_changed_detail();
    case 'broken':
      return m.validation_broken_detail();
    case 'unsigned':
      return m.validation_unsigned_detail();
    case 'unreadable':
      return problems.map(problemWords).join(' ');
  }
}

export const verdictMark = ({ verdict }: ValidationReport): MarkState => (verdict === 'whole' ? 'done' : verdict === 'broken' ? 'late' : verdict === 'changed' || verdict === 'incomplete' ? 'soon' : 'todo');

/** Whom one trusts is told apart; null where there is nobody to trust, or nothing that holds. */
export const trustWords = ({ verdict, isTrusted, signatures }: ValidationReport): string | null => (signatures.length === 0 || verdict === 'broken' ? null : isTrusted ? m.validation_trusted() : m.validation_untrusted());

export const signerName = ({ kind, signer }: SignatureReport): string => (kind === 'timestamp' ? m.validation_stamp() : (signer?.name ?? m.validation_nobody()));

export function timeWords({ provenAt, claimedAt }: SignatureReport): string {
  if (provenAt) return m.validation_time_proven({ time: dayAndTime(new Date(provenAt)) });
  return claimedAt ? m.validation_time_claimed({ time: dayAndTime(new Date(claimedAt)) }) : m.validation_time_none();
}

export function resultOf({ integrity, changes, trust }: SignatureReport): { mark: MarkState; words: string } {
  if (integrity.length > 0) return { mark: 'late', words: m.validation_holds_not() };
  const words = changes.length > 0 ? m.validation_changed_after() : m.validation_holds();
  return { mark: changes.length > 0 || trust.length > 0 ? 'soon' : 'done', words: trust.length > 0 ? `${words}, ${m.validation_issuer_unknown()}` : words };
}

const LEVELS: Record<Level, () => string> = {
  'B-B': m.validation_level_b_b,
  'B-T': m.validation_level_b_t,
  'B-LT': m.validation_level_b_lt,
  'B-LTA': m.validation_level_b_lta,
  CMS: m.validation_level_cms,
  timestamp: m.validation_level_timestamp,
};

/** The formats of a file's signatures, each once. */
export const formats = ({ signatures }: ValidationReport): string[] => [...new Set(signatures.filter(({ kind }) => kind === 'signature').map(({ level }) => LEVELS[level]()))];

/** What was changed, by whose signature it came after. */
export const changeSentences = ({ signatures }: ValidationReport): string[] =>
  signatures.filter(({ changes }) => changes.length > 0).map((each) => m.validation_changed_after_whom({ name: signerName(each), what: listed([...new Set(each.changes.map(changeWords))]) }));

/** Everything else there is to say: of the file, and of each signature under its name, what several have in common once. */
export function problemSentences({ verdict, problems, signatures }: ValidationReport): string[] {
  const ofFile = verdict === 'unreadable' ? [] : problems.map(problemWords);
  const ofSignatures = signatures.flatMap((each) => [...each.integrity, ...each.trust, ...each.remarks].map((problem) => ({ name: signerName(each), what: problemWords(problem) })));
  const said = Map.groupBy(ofSignatures, ({ what }) => what);
  return [...ofFile, ...[...said].map(([what, by]) => (by.length === signatures.length && by.length > 1 ? what : m.validation_problem_of({ name: listed([...new Set(by.map(({ name }) => name))]), what })))];
}

const SOMEWHERE: Record<Change['kind'], () => string> = {
  page: m.validation_change_page_somewhere,
  annotation: m.validation_change_annotation_somewhere,
  'form-field': m.validation_change_form_field_somewhere,
  'visible-signature': m.validation_change_visible_signature_somewhere,
  attachment: m.validation_change_attachment,
  metadata: m.validation_change_metadata,
  structure: m.validation_change_structure,
};

const ON_PAGE: Partial<Record<Change['kind'], (place: { page: number }) => string>> = {
  page: m.validation_change_page,
  annotation: m.validation_change_annotation,
  'form-field': m.validation_change_form_field,
  'visible-signature': m.validation_change_visible_signature,
};

const changeWords = ({ kind, page }: Change): string => (page === null ? undefined : ON_PAGE[kind]?.({ page })) ?? SOMEWHERE[kind]();

const problemWords = ({ code, facts }: Problem): string => (PROBLEMS[code] as (facts: object) => string)(facts ?? {});

const PROBLEMS = {
  'algorithm-weak': m.validation_problem_algorithm_weak,
  busy: m.validation_problem_busy,
  'bytes-after-the-end': m.validation_problem_bytes_after_the_end,
  'byte-range-wrong': m.validation_problem_byte_range_wrong,
  'certificate-not-for-signing': m.validation_problem_certificate_not_for_signing,
  'certificate-not-valid-then': m.validation_problem_certificate_not_valid_then,
  'certificate-revoked': m.validation_problem_certificate_revoked,
  'chain-broken': m.validation_problem_chain_broken,
  'content-altered': m.validation_problem_content_altered,
  encrypted: m.validation_problem_encrypted,
  'not-a-pdf': m.validation_problem_not_a_pdf,
  'padding-used': m.validation_problem_padding_used,
  'parser-gave-up': m.validation_problem_parser_gave_up,
  'revocation-unknown': m.validation_problem_revocation_unknown,
  'root-unknown': m.validation_problem_root_unknown,
  'signature-removed': m.validation_problem_signature_removed,
  'signature-twice': m.validation_problem_signature_twice,
  'signature-unreadable': m.validation_problem_signature_unreadable,
  'signature-wrong': m.validation_problem_signature_wrong,
  'signer-not-bound': m.validation_problem_signer_not_bound,
  'signer-unknown': m.validation_problem_signer_unknown,
  'structure-damaged': m.validation_problem_structure_damaged,
  'time-unproven': m.validation_problem_time_unproven,
  'timestamp-not-over-this': m.validation_problem_timestamp_not_over_this,
  'timestamp-untrusted': m.validation_problem_timestamp_untrusted,
  'timestamp-wrong': m.validation_problem_timestamp_wrong,
  'too-large': m.validation_problem_too_large,
} satisfies Record<ProblemCode, unknown>;
