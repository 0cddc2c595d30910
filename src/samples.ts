import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApartReader, confirmAll, confirmedReading, receiveAgreement, takeReading } from '#partnership/agreement';
import { daysBetween } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import type { TextSpan } from '#kernel/text-span.ts';
import { completeDuty, dutiesOfPartnership } from '#partnership/commitments';
import { system } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { projectRoot } from '#platform/project-root.ts';
import { dateOf, type Duty } from '#pure/commitments';
import { commenceAndLayOut } from './reactions/lay-out.ts';
import { layOutWalks, type WalksStory } from './sample-walks.ts';

/** What has happened in a sample since it was signed, as its `.story.json` tells it. */
interface Story {
  caseNumber: string;
  receivedOn: string;
  done: { match: string; on: string; by: string; evidence: string | null }[];
  walks?: WalksStory;
}

const folder = join(projectRoot, 'samples');

/** Newest kinds of file first: what a municipality would hand in, before its plain-text twin. */
const ENDINGS = ['pdf', 'docx', 'md', 'txt'];

/** What is laid out when the rest has been kept. */
type Afterwards = (house: Context) => Promise<void>;

/** Reads the sample agreements with the program's own reader and lets each run as its story says. A start that is cut off leaves none of them. Gives what is to be laid out afterwards: the nights that have been walked. */
export async function layOutSamples(context: Context, reader: ApartReader): Promise<Afterwards> {
  const stories = readdirSync(folder).filter((name) => name.endsWith('.story.json')).sort();
  return inTransaction(context, async (inside) => {
    const afterwards: Afterwards[] = [];
    for (const story of stories) afterwards.push(await layOut(inside, reader, story.replace('.story.json', '')));
    return async (house) => {
      for (const layOutMore of afterwards) await layOutMore(house);
    };
  });
}

async function layOut(context: Context, reader: ApartReader, name: string): Promise<Afterwards> {
  const story = JSON.parse(readFileSync(join(folder, `${name}.story.json`), 'utf8')) as Story;
  const fileName = ENDINGS.map((ending) => `${name}.${ending}`).find((file) => existsSync(join(folder, file)))!;
  const then = { ...context, clock: stoppedClock(story.receivedOn) };
  const { agreementId } = sure(await receiveAgreement(then, { fileName, bytes: readFileSync(join(folder, fileName)) }));
  sure(await takeReading(then, agreementId, reader));
  sure(await confirmAll(then, { agreementId, onlyCertain: false }));
  sure(await commenceAndLayOut(then, { agreementId, caseNumber: story.caseNumber }));
  for (const deed of story.done) await record(context, agreementId, deed);
  return story.walks ? layOutWalks(context, agreementId, story.walks) : async () => {};
}

/** Marks the open duty whose lines have the deed's words as done; of one that comes back, the occurrence nearest the day. */
async function record(context: Context, agreementId: string, { match, on, by, evidence }: Story['done'][number]): Promise<void> {
  const { text } = sure(await confirmedReading(context, agreementId));
  const { duties } = sure(await dutiesOfPartnership(context, agreementId));
  const meant = duties.filter(({ duty, completion }) => !completion && bare(linesAt(text, duty.source.span)).includes(bare(match)));
  const [nearest] = meant.sort((a, b) => distance(a.duty, on) - distance(b.duty, on));
  if (!nearest) return;
  // What others did is told in their names; the house writes it down.
  const actor = system(by);
  sure(await completeDuty({ ...context, actor, clock: stoppedClock(on) }, { dutyId: nearest.id, doneOn: on, evidence }));
}

/** The whole lines that the span touches. */
const linesAt = (text: string, { start, end }: TextSpan): string => text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end) + 1 || undefined);

/** Words and figures alone, so that table rules and line breaks do not matter. */
const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ');

function distance(duty: Duty, day: string): number {
  const date = dateOf(duty)?.date;
  return date ? Math.abs(daysBetween(date, day)) : Number.MAX_SAFE_INTEGER;
}
