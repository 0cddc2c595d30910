// `npm test`: everything that must hold. Every step runs, also after one that failed; the last line counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { built, installed, root } from './made.mjs';

installed();
built();

const folder = mkdtempSync(join(tmpdir(), 'handslag-test-'));
const report = join(folder, 'report.json');
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`, FORCE_COLOR: '0' };

const steps = [
  ['style', 'oxlint --deny-warnings'],
  ['structure', 'depcruise src --config .dependency-cruiser.mjs --output-type err-long'],
  ['types', 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings'],
  ['dead code', 'knip'],
];

let passed = 0;
let failed = 0;
// The steps fill what the tests leave of the machine while they wait; what they say is told when all is done.
const checking = checked();
const vitest = spawn(`vitest run --reporter=default --reporter=json --outputFile.json=${report}`, { stdio: 'inherit', shell: true, env });
const [status] = await once(vitest, 'close');
for (const { name, said, ok } of await checking) {
  console.log(`\n› ${name}\n${said}`);
  count(name, ok);
}
const tests = countsFrom(report);
passed += tests.passed;
failed += tests.failed;
// A run that died without failing a test has failed all the same.
if (status !== 0 && tests.failed === 0) failed += 1;
rmSync(folder, { recursive: true });

console.log(tests.skipped > 0 ? `${passed} passed, ${failed} failed, ${tests.skipped} skipped` : `${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Each step, one after the other: what it said and whether it went well. */
async function checked() {
  const results = [];
  for (const [name, command] of steps) {
    const step = spawn(command, { stdio: ['ignore', 'pipe', 'pipe'], shell: true, env });
    let said = '';
    for (const stream of [step.stdout, step.stderr]) stream.on('data', (more) => (said += more));
    const [code] = await once(step, 'close');
    results.push({ name, said: said.trim(), ok: code === 0 });
  }
  return results;
}

function count(name, ok) {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? '✓' : '✗'} ${name}`);
}

function countsFrom(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
