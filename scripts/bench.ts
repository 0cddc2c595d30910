// `npm run bench`: speed and weight, as ratios against a named limit or peer in the same run, written to
// docs/performance.md. `npm run bench reading` measures only reading.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchComparison } from './bench/comparison.ts';
import { benchDocuments } from './bench/documents.ts';
import { benchJournal } from './bench/journal.ts';
import { benchPages } from './bench/pages.ts';
import type { Row } from './bench/measure.ts';
import { benchNight } from './bench/night.ts';
import { benchReading } from './bench/reading.ts';
import { benchSeason } from './bench/season.ts';
import { benchSignatures } from './bench/signatures.ts';
import { benchSignIns } from './bench/sign-ins.ts';
import { benchSignups } from './bench/signups.ts';

const PARTS: Record<string, () => Row[] | Promise<Row[]>> = {
  reading: benchReading,
  comparison: benchComparison,
  pages: benchPages,
  journal: benchJournal,
  'sign-ins': benchSignIns,
  documents: benchDocuments,
  signatures: benchSignatures,
  season: benchSeason,
  night: benchNight,
  signups: benchSignups,
};
const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(PARTS);

const FILE = 'docs/performance.md';
let paper = readFileSync(FILE, 'utf8');
for (const name of names) {
  const rows = await PARTS[name]();
  const table = ['| what | measured | against | ratio |', '|---|---|---|---|', ...rows.map(line)].join('\n');
  console.log(`${name}\n${table}\n`);
  paper = paper.replace(new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`), `$1\n${table}\n$2`);
}
const machine = `${cpus().length} cores, ${cpus()[0].model.trim()}, Node ${process.versions.node}`;
writeFileSync(FILE, paper.replace(/(<!-- machine -->).*/, `$1 ${new Date().toISOString().slice(0, 10)} on ${machine}`));

function line({ what, measured, against, ratio }: Row): string {
  return `| ${what} | ${measured} | ${against} | ${ratio.toFixed(2)}${ratio > 1 ? ' **over**' : ''} |`;
}
