#!/usr/bin/env node
// Starts the command line. Its sources are TypeScript, which Node runs from 22.18; an older Node hands over to the one
// that came with the project. Plain JavaScript, so that Node 20 gets this far.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
const newer = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!existsSync(join(root, 'src/paraglide/whole/messages.js'))) {
  console.error('Kör först: npm install   (Run first: npm install)');
  process.exitCode = 1;
} else if (major > 22 || (major === 22 && minor >= 18)) {
  // Compiled once, started faster the next time; where the folder cannot be written nothing is kept.
  module.enableCompileCache?.(join(root, 'node_modules/.cache/handslag'));
  const { handslag } = await import('../src/cli/handslag.ts');
  process.exitCode = await handslag(process.argv.slice(2), process);
} else if (!existsSync(newer)) {
  console.error(`Handslag behöver Node 22.18 eller senare; det här är ${process.versions.node}. Kör npm install.   (Needs Node 22.18 or later: run npm install)`);
  process.exitCode = 1;
} else {
  const child = spawn(newer, process.argv.slice(1), { stdio: 'inherit' });
  // A key in the terminal reaches both processes; what is sent to this one alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
