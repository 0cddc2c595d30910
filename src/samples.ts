import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApartReader, confirmAll, receiveAgreement, takeReading } from '#partnership/agreement';
import type { Outcome } from '#kernel/outcome.ts';
import { stoppedClock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { projectRoot } from '#platform/project-root.ts';
import { commenceAndLayOut } from './reactions.ts';

/** What has happened in a sample since it was signed, as its `.story.json` tells it. */
interface Story {
  caseNumber: string;
  receivedOn: string;
  done: { match: string; on: string; by: string; evidence: string | null }[];
}

const folder = join(projectRoot, 'samples');

/** Newest kinds of file first: what a municipality would hand in, before its plain-text twin. */
const ENDINGS = ['pdf', 'docx', 'md', 'txt'];

/** Reads the sample agreements with the program's own reader and lets each run as its story says. */
export async function layOutSamples(context: Context, reader: ApartReader): Promise<void> {
  for (const story of readdirSync(folder).filter((name) => name.endsWith('.story.json')).sort()) {
    await layOut(context, reader, story.replace('.story.json', ''));
  }
}

async function layOut(context: Context, reader: ApartReader, name: string): Promise<void> {
  const story = JSON.parse(readFileSync(join(folder, `${name}.story.json`), 'utf8')) as Story;
  const fileName = ENDINGS.map((ending) => `${name}.${ending}`).find((file) => existsSync(join(folder, file)))!;
  const then = { ...context, clock: stoppedClock(story.receivedOn) };
  const { agreementId } = sure(await receiveAgreement(then, { fileName, bytes: readFileSync(join(folder, fileName)) }));
  sure(await takeReading(then, agreementId, reader));
  sure(await confirmAll(then, { agreementId, onlyCertain: false }));
  sure(await commenceAndLayOut(then, { agreementId, caseNumber: story.caseNumber }));
}

/** The samples are ours: one that is refused is a fault. */
function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`a sample was refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome.value;
}
