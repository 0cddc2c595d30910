import * as m from '#messages';
import type { Reading } from '#pure/agreement';
import type { Terminal } from '../terminal.ts';
import * as rows from './rows.ts';
import { Sheet } from './sheet.ts';

/** A reading on one sheet, in the order one asks: who, when, how much, by when, who does what – each with its line. */
export function showReading({ name, text, reading }: { name: string; text: string; reading: Reading }, terminal: Terminal): string {
  const sheet = new Sheet(terminal);
  sheet.title(reading.title ?? m.cli_no_title(), m.cli_read_from({ file: name, lines: text.split('\n').length }));
  sheet.section(m.cli_heading_parties(), reading.parties.map(rows.party));
  sheet.section(m.cli_heading_period(), reading.period ? [rows.period(reading.period)] : []);
  sheet.section(m.cli_heading_payments(), reading.payments.map(rows.payment));
  sheet.section(m.cli_heading_amounts(), reading.amounts.map(rows.amount));
  sheet.section(m.cli_heading_budget(), reading.budget.map(rows.budgetLine));
  sheet.section(m.cli_heading_deadlines(), reading.deadlines.map(rows.deadline));
  commitments(sheet, reading);
  sheet.section(m.cli_heading_goals(), reading.goals.map(rows.goal));
  sheet.section(m.cli_heading_together(), rows.togetherness(reading));
  sheet.section(m.cli_heading_contacts(), reading.contacts.map(rows.contact));
  sheet.section(m.cli_heading_signatories(), reading.signatories.map(rows.signatory));
  sheet.section(m.cli_heading_for_whom(), rows.forWhom(reading));
  sheet.plain(ending(name, reading));
  return sheet.toString();
}

/** Commitments stand under the party that has them; those of all last. */
function commitments(sheet: Sheet, { parties, commitments: all }: Reading): void {
  if (all.length === 0) return;
  sheet.plain(m.cli_heading_commitments());
  const names = new Set([...parties.map(({ name }) => name), ...all.map(({ party }) => party)]);
  const order = [...[...names].filter((name) => name !== 'both' && name !== null), 'both', null];
  for (const name of order) {
    const heading = name === 'both' ? m.cli_all_parties() : (name ?? m.cli_no_party());
    sheet.group(heading, all.filter(({ party }) => party === name).map(rows.commitment));
  }
}

function ending(name: string, reading: Reading): string {
  const count = reading.findings.length;
  return count === 0 ? m.cli_no_findings() : m.cli_findings_await({ count, file: name });
}
