import * as m from '#messages';
import type { Finding } from '#pure/agreement';
import type { CheckedFile } from '../sarif.ts';
import type { Terminal } from '../terminal.ts';
import { wrapped } from './sheet.ts';

const WEIGHTS = {
  error: { word: () => m.cli_error(), ink: 'red' },
  warning: { word: () => m.cli_warning(), ink: 'yellow' },
  note: { word: () => m.cli_note(), ink: 'cyan' },
} as const satisfies Record<Finding['severity'], unknown>;

/** A file's findings, each with its line and weight, the sentence about it, and the name to look it up by. */
export function showFindings({ file, findings }: CheckedFile, terminal: Terminal): string {
  const lines = findings.flatMap((finding) => {
    const { word, ink } = WEIGHTS[finding.severity];
    const head = `${terminal.ink('dim', m.cli_line({ line: finding.source.line }))}  ${terminal.ink(ink, word())}  ${terminal.ink('dim', finding.code)}`;
    return [head, ...wrapped(finding.message, terminal.width - 4).map((line) => `    ${line}`), ''];
  });
  return [terminal.ink('bold', file), ...(lines.length > 0 ? lines : [m.cli_no_findings(), ''])].join('\n');
}
