import * as m from '#messages';
import { wrapped } from './show/sheet.ts';
import type { Terminal } from './terminal.ts';

/** What the program can do, for a person who wants to know. */
export function help(terminal: Terminal): string {
  const title = (text: string) => terminal.ink('bold', text);
  const lines = (rows: [string, string][]) => {
    const wide = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${terminal.ink('cyan', left.padEnd(wide))}   ${right}`);
  };
  const file = m.cli_word_file();
  return [
    title(m.cli_help_what()),
    '',
    ...wrapped(m.cli_help_why(), terminal.width),
    '',
    title(m.cli_help_commands()),
    ...lines([
      [`handslag read ${file}`, m.cli_help_read()],
      [`handslag check ${file} …`, m.cli_help_check()],
      [`handslag calendar ${file} --ics`, m.cli_help_calendar()],
      ['handslag journal verify', m.cli_help_journal()],
      [`handslag validate ${file}`, m.cli_help_validate()],
      ['handslag serve', m.cli_help_serve()],
      [`handslag backup ${file}`, m.cli_help_backup()],
      [`handslag restore ${file}`, m.cli_help_restore()],
    ]),
    '',
    title(m.cli_help_options()),
    ...lines([
      ['--json', m.cli_help_json()],
      ['--sarif', m.cli_help_sarif()],
      [`--head ${file}`, m.cli_help_head()],
      [`--root ${file}`, m.cli_help_root()],
      ['--lang sv|en', m.cli_help_lang()],
      ['--help, --version', m.cli_help_help()],
    ]),
    '',
    title(m.cli_help_try()),
    `  handslag read ${m.cli_help_example_file()}`,
    `  handslag check ${m.cli_help_example_file()} --json | jq '.[].findings[].message'`,
    '',
    ...wrapped(m.cli_help_exit(), terminal.width),
    ...wrapped(m.cli_help_exit_validate(), terminal.width),
  ].join('\n');
}
