import * as m from '#messages';
import type { SignatureReport, ValidationReport } from '#platform/signatures/report.ts';
import { changeSentences, formats, problemSentences, resultOf, signerName, timeWords, trustWords, verdictDetail, verdictHeading } from '#ui/validation/words.ts';
import type { Terminal } from '../terminal.ts';
import { wrapped } from './sheet.ts';

const INKS: Record<ValidationReport['verdict'], 'green' | 'yellow' | 'red'> = { whole: 'green', incomplete: 'yellow', changed: 'yellow', broken: 'red', unsigned: 'yellow', unreadable: 'red' };

/** What a signed file is worth: the answer, who signed when, and all there is to know. */
export function showValidation(name: string, report: ValidationReport, terminal: Terminal): string {
  const text = (sentence: string) => wrapped(sentence, terminal.width - 2).map((line) => `  ${line}`);
  const list = (sentences: string[]) => sentences.flatMap((sentence) => wrapped(sentence, terminal.width - 4).map((line, index) => `${index === 0 ? '  – ' : '    '}${line}`));
  const trust = trustWords(report);
  return [
    `${terminal.ink('bold', name)}  ${terminal.ink(INKS[report.verdict], verdictHeading(report))}`,
    ...text(verdictDetail(report)),
    ...report.signatures.flatMap((each) => ['', ...signature(each, terminal)]),
    ...(trust ? ['', terminal.ink('bold', m.validation_trust()), ...text(trust)] : []),
    ...section(m.validation_changes(), changeSentences(report)),
    ...section(m.validation_details(), problemSentences(report)),
    ...section(m.validation_format(), formats(report)),
    '',
    terminal.ink('dim', `SHA-256 ${report.sha256}`),
  ].join('\n');

  function section(heading: string, sentences: string[]): string[] {
    return sentences.length > 0 ? ['', terminal.ink('bold', heading), ...list(sentences)] : [];
  }
}

function signature(each: SignatureReport, terminal: Terminal): string[] {
  const { words } = resultOf(each);
  const about = [timeWords(each), each.issuer].filter(Boolean).join(' · ');
  return [`  ${terminal.ink('bold', signerName(each))}: ${words}`, terminal.ink('dim', `  ${about}`)];
}
