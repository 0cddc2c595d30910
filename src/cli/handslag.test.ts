import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingSchema } from '#pure/agreement';
import { handslag as run } from './handslag.ts';
import type { Streams } from './terminal.ts';

const agreement = `# Överenskommelse om läxhjälp

## 1 Parter
Mellan Exempelstads kommun, org.nr 212000-0142, och Föreningen Nattljus, org.nr 802400-1234.

## 2 Avtalstid
Överenskommelsen gäller från och med den 1 januari 2026 till och med den 31 december 2026.

## 3 Åtaganden
Föreningen ska erbjuda läxhjälp två gånger i veckan.

## 4 Ekonomi
Kommunen betalar 250 000 kr till föreningen.
Bidraget är 2 × 38 500 × 12 = 900 000 kr.
`;

const home = process.cwd();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-cli-'));
  process.chdir(folder);
  writeFileSync(join(folder, 'avtal.md'), agreement);
  writeFileSync(join(folder, 'bild.png'), '\x89PNG\r\n', 'latin1');
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs the program as a person in the folder would, with no terminal at the other end. */
const asProgram = (words: string[], typed = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [join(import.meta.dirname, '../../bin/handslag.mjs'), ...words], { cwd: folder, env: { PATH: process.env.PATH } }, (fault, out, err) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }),
    );
    child.stdin?.end(typed);
  });

/** The same without a program of its own, which takes its time to start. */
async function handslag(words: string[]): Promise<Ended> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const ended = run(words, { stdin, stdout, stderr } as unknown as Streams);
  const said = Promise.all([stdout, stderr].map(text));
  const code = await ended;
  for (const stream of [stdout, stderr]) stream.end();
  const [out, err] = await said;
  return { code, out, err };
}

test('help is in Swedish unless one asks for English', async () => {
  const { code, out } = await asProgram(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('handslag read FIL');
  expect((await handslag(['--help', '--lang', 'en'])).out).toContain('handslag read FILE');
});

test('a reading for people shows each fact with its line, and no colour codes in a pipe', async () => {
  const { code, out } = await handslag(['read', 'avtal.md']);
  expect(code).toBe(0);
  expect(out).toContain('Överenskommelse om läxhjälp');
  expect(out).toMatch(/ 4 {2}Exempelstads kommun/);
  expect(out).toMatch(/ 7 {2}1 januari 2026 – 31 december 2026/);
  expect(out).toContain('erbjuda läxhjälp');
  expect(out).not.toContain('\x1b');
});

test('a reading for programs is one object of the public format', async () => {
  const { out } = await handslag(['read', 'avtal.md', '--json']);
  expect(readingSchema.safeParse(JSON.parse(out)).success).toBe(true);
});

test('an agreement may be piped in', async () => {
  expect((await asProgram(['read', '-'], agreement)).out).toContain('Överenskommelse om läxhjälp');
});

test('checking ends in 1 where there is an error, and tells where', async () => {
  const { code, out } = await asProgram(['check', 'avtal.md']);
  expect(out).toMatch(/rad \d+ {2}fel/);
  expect(code).toBe(1);
});

test('findings are told in the language one asks for', async () => {
  const [swedish, english] = await Promise.all([asProgram(['check', 'avtal.md', '--json']), handslag(['check', 'avtal.md', '--json', '--lang', 'en'])]);
  const messages = ({ out }: Ended) => JSON.parse(out).flatMap(({ findings }: { findings: { message: string }[] }) => findings.map(({ message }) => message));
  expect(messages(swedish).length).toBeGreaterThan(0);
  expect(messages(english)).not.toEqual(messages(swedish));
});

test('SARIF points at rules it names and at places in the file', async () => {
  const log = JSON.parse((await handslag(['check', 'avtal.md', '--sarif'])).out);
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver.name).toBe('handslag');
  expect(run.results.length).toBeGreaterThan(0);
  for (const result of run.results) {
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(['error', 'warning', 'note']).toContain(result.level);
    expect(result.message.text).not.toBe('');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe('avtal.md');
    const lines = agreement.split('\n');
    expect(region.startColumn).toBeGreaterThanOrEqual(1);
    expect(region.startColumn).toBeLessThanOrEqual(lines[region.startLine - 1]!.length + 1);
    expect(region.endColumn).toBeLessThanOrEqual(lines[region.endLine - 1]!.length + 1);
  }
});

test('the dates of an agreement come as a calendar, or as a list', async () => {
  const { out } = await handslag(['calendar', 'avtal.md', '--ics']);
  expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(out).toContain('20261231');
  expect((await handslag(['calendar', 'avtal.md'])).out).toContain('31 december 2026');
});

test('what cannot be read ends in 2 and says what to do, after the files that could', async () => {
  const { code, out, err } = await handslag(['check', 'bild.png', 'avtal.md', 'finns-inte.pdf']);
  expect(code).toBe(2);
  expect(err).toContain('bild.png: Det här är ingen filtyp vi kan läsa.');
  expect(err).toContain('finns-inte.pdf: Filen finns inte.');
  expect(out).toContain('avtal.md');
});

test('what was mistyped is named, and help is near', async () => {
  for (const words of [['läs', 'avtal.md'], ['read'], ['read', 'avtal.md', '--sarif'], ['read', '--jsn', 'avtal.md'], ['read', 'a.md', 'b.md']]) {
    const { code, err } = await handslag(words);
    expect(code).toBe(2);
    expect(err).toContain('handslag --help');
  }
});

test('two forms of answer at once are refused by both their names', async () => {
  const { code, err } = await handslag(['check', 'avtal.md', '--json', '--sarif']);
  expect(code).toBe(2);
  expect(err).toContain('--json och --sarif går inte ihop');
});
