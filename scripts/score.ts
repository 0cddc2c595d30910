// Reads every agreement that has its gold beside it and prints how the reading compares, the held-out piles also apart. `--show` lists each difference;
// words after it choose files by name. Usage: npm run score -- [--show] [NAME…]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read } from '../src/partnership/agreement/read/index.ts';
import { f1, macroF1, precision, recall, scoreReading, together, type Gold, type Tally } from '../tests/support/score-reading.ts';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const folders = (process.env.AGREEMENTS || 'samples:tests/agreements:../shared/agreements').split(':').filter((folder) => existsSync(folder));

const agreements = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/.test(file) && existsSync(join(folder, file.replace(/\.\w+$/, '.gold.json'))))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .map((file) => join(folder, file)),
);
if (agreements.length === 0) {
  console.error('no agreement with gold beside it was found');
  process.exit(2);
}

/** Piles by the letter their names begin with; every other agreement is open from the first. */
const PILES: Record<string, string> = { 'h-': 'held out at first, h-', 'v-': 'held out next, v-', 'u-': 'held out third, u-', 'w-': 'held out fourth, w-', 'x-': 'written for rules, x-', 'y-': 'held out fifth, y-', 'z-': 'held out sixth, z-', 'k-': 'held out seventh, k-', 'n-': 'held out eighth, n-', 'p-': 'held out, out of an archive, p-' };
const pileOf = (file: string): string => PILES[basename(file).slice(0, 2)] ?? 'open';

const scores = agreements.map((file) => {
  const gold = JSON.parse(readFileSync(file.replace(/\.\w+$/, '.gold.json'), 'utf8')) as Gold;
  const score = scoreReading(read(readFileSync(file, 'utf8')), gold);
  if (args.includes('--show')) for (const { field, kind, fact } of score.differences) console.log(`${basename(file)}: ${kind} ${field}: ${JSON.stringify(fact).slice(0, 240)}`);
  return score;
});

const all = together(scores);
const part = (value: number | null): string => (value === null ? '   –' : value.toFixed(2).padStart(4));
const row = (name: string, tally: Tally): string =>
  `${name.padEnd(19)} ${String(tally.gold).padStart(4)} ${String(tally.read).padStart(4)} ${String(tally.hit).padStart(4)} ${String(tally.read - tally.hit).padStart(8)}   ${part(recall(tally))}  ${part(precision(tally))} ${part(f1(tally))}`;
console.log(`${agreements.length} agreements in ${folders.join(', ')}`);
console.log('field               gold read  hit invented recall prec.   F1');
for (const [field, tally] of all.fields) console.log(row(field, tally));
console.log(`right party on matched commitments: ${part(all.party.judged > 0 ? all.party.right / all.party.judged : null)}   macro F1: ${part(macroF1(all))}`);

for (const pile of ['open', ...Object.values(PILES)]) {
  const of = scores.filter((_, nth) => pileOf(agreements[nth]!) === pile);
  if (of.length === 0 || of.length === scores.length) continue;
  const sum = together(of);
  const fields = [...sum.fields].map(([field, tally]) => `${field} ${part(f1(tally))}`).join(', ');
  console.log(`\n${pile}: ${of.length} agreements, macro F1 ${part(macroF1(sum))}, right party ${part(sum.party.judged > 0 ? sum.party.right / sum.party.judged : null)}\n${fields}`);
}
