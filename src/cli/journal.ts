import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import * as m from '#messages';
import { system } from '#platform/actor.ts';
import { wallClock } from '#platform/clock.ts';
import { type DatabaseHome, openDatabase } from '#platform/database/open.ts';
import { lockFolder } from '#platform/folder-lock.ts';
import { databaseHome, dataFolder } from '#platform/house.ts';
import { type Verdict, verifyJournal } from '#platform/journal/verify.ts';
import { isStartFailure } from '#platform/start-failure.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { showVerdict } from './show/verdict.ts';
import { startFailureWords } from './start-failure-words.ts';
import type { Terminal } from './terminal.ts';

/** An earlier answer with `--json`, or a letter with the ends of the chains, of which only the ends are read. */
const exportedSchema = z.object({ heads: z.array(z.object({ chain: z.string(), sequence: z.number().int(), hash: z.string() })) });

/** `handslag journal verify`: whether the journal is whole, or where each chain first breaks. 1 where one is broken, 2 where it could not be read. */
export async function journal({ form, head }: Request, terminal: Terminal): Promise<ExitCode> {
  const exported = head === undefined ? { heads: [] } : await exportedFrom(head);
  if (!exported) {
    terminal.complain(m.cli_head_unreadable({ file: head! }));
    return 2;
  }
  const home = databaseHome(process.env);
  if ('folder' in home && !existsSync(home.folder)) {
    terminal.complain(m.cli_no_journal({ folder: home.folder }));
    return 2;
  }
  try {
    const verdict = await verdictOn(home, exported.heads);
    terminal.say(form === 'json' ? JSON.stringify(verdict, null, 2) : showVerdict(verdict, terminal));
    return verdict.breaks.length > 0 ? 1 : 0;
  } catch (fault) {
    if (!isStartFailure(fault)) throw fault;
    terminal.complain(fault.code === 'data-folder-in-use' ? m.cli_journal_in_use(fault.facts as { process: string }) : startFailureWords(fault));
    return 2;
  }
}

async function exportedFrom(file: string) {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return exportedSchema.parse(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  } catch {
    return null;
  }
}

async function verdictOn(home: DatabaseHome & object, heads: Verdict['heads']): Promise<Verdict> {
  const unlock = 'url' in home ? async () => {} : await lockFolder(dataFolder(process.env));
  try {
    const data = await openDatabase(home);
    try {
      return await verifyJournal(data.as(system('handslag journal verify'), wallClock), heads);
    } finally {
      await data.close();
    }
  } finally {
    await unlock();
  }
}
