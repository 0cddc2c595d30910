import { basename } from 'node:path';
import { type CalendarEntry, icalendar, swedishBankingDays } from '#partnership/commitments';
import { bankingDaysSaid, dateOf, dutiesFrom, type Duty, sayDuty, sayOwner } from '#pure/commitments';
import * as m from '#messages';
import { day } from '#ui/format/day.ts';
import { onlyFile } from './agreement-file.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { Sheet } from './show/sheet.ts';
import type { Terminal } from './terminal.ts';
import { tellNotes } from './unreadable.ts';

/** `handslag calendar FILE`: what the agreement asks for, in order of time; with `--ics` as an iCalendar. */
export async function calendar({ files, form }: Request, terminal: Terminal): Promise<ExitCode> {
  const name = files[0]!;
  const found = await onlyFile(name, terminal);
  if (!found) return 2;
  const { reading, text, notes } = found;
  const said = bankingDaysSaid(text);
  const bankingDays = said && { ...said, isBankingDay: await swedishBankingDays() };
  const duties = dutiesFrom(reading, { text, bankingDays });
  if (form === 'ics') {
    // The same agreement gives events with the same names, so that a calendar takes them as the same events.
    const partnership = { id: basename(name), title: reading.title };
    const entries = duties.map((duty): CalendarEntry => ({ duty, state: 'coming', partnership, sequence: 0 }));
    terminal.streams.stdout.write(icalendar(entries, { stamp: new Date(), name: reading.title ?? basename(name) }));
  } else terminal.say(dates(name, reading.title, duties, terminal));
  tellNotes(name, notes, terminal);
  return 0;
}

/** The day, or for what is to be placed the last day it can be placed on. */
function dayOf({ timing }: Duty, { date, precision }: NonNullable<ReturnType<typeof dateOf>>): string {
  const said = day(date, precision);
  return timing.type === 'within' && precision === 'day' ? m.before_day({ day: said }) : said;
}

function dates(name: string, title: string | null, duties: ReturnType<typeof dutiesFrom>, terminal: Terminal): string {
  const sheet = new Sheet(terminal);
  sheet.title(title ?? m.cli_no_title(), name);
  const rows = duties.map((duty) => {
    const on = dateOf(duty);
    return { line: duty.source.span.line, lead: on ? dayOf(duty, on) : m.cli_no_date(), text: [sayDuty(duty), duty.owner && sayOwner(duty.owner)].filter(Boolean).join(' · ') };
  });
  sheet.section(m.cli_heading_deadlines(), rows);
  return sheet.toString();
}
