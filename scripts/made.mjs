// What both README commands need first: dependencies installed and the program built, each only when something it is
// made from is newer. Plain JavaScript that any Node from 20 runs, because on a clean clone nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

export function installed() {
  if (!older('node_modules/.package-lock.json', ['package.json', 'package-lock.json'])) return;
  run('Installerar det som behövs (npm install) …', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
}

export function built() {
  if (!older('build/handler.js', ['src', 'messages', 'static', 'package.json', 'vite.config.ts', 'vite.phone.ts'])) return;
  run('Bygger …', ['run', '--silent', 'build']);
}

/** The Node that the dependencies bring, which the program runs on. */
export const node24 = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** True when the made file is missing or something it is made from is newer. */
export function older(made, sources) {
  if (!existsSync(made)) return true;
  const time = statSync(made).mtimeMs;
  return sources.some((source) => newest(source) > time);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  // What the build itself makes inside the sources is not news.
  const inside = readdirSync(path).filter((name) => name !== 'paraglide');
  return Math.max(...inside.map((name) => newest(join(path, name))));
}

function run(what, args) {
  console.log(what);
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
