// `npm start`: install if needed, build if needed, serve.
import { spawn } from 'node:child_process';
import { built, installed, node24 } from './made.mjs';

installed();
built();
const handslag = spawn(node24, ['bin/handslag.mjs', 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => handslag.kill(signal));
handslag.on('exit', (code) => process.exit(code ?? 1));
