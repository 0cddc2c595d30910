// `npm start`: install if needed, build if needed, serve.
import { spawn } from 'node:child_process';
import { built, installed, node24 } from './made.mjs';

installed();
built();
const handslag = spawn(node24, ['bin/handslag.mjs', 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => handslag.kill(signal));
// The shell that npm starts between itself and this does not pass a signal on: when npm has been stopped, so is the program.
const shell = process.ppid;
const npmIsGone = () => process.env.npm_lifecycle_event === 'start' && process.ppid !== shell;
setInterval(() => npmIsGone() && handslag.kill('SIGTERM'), 500).unref();
handslag.on('exit', (code) => process.exit(code ?? 1));
