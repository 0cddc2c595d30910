// What the program says, compiled from `messages/` when that is newer: for Node as a whole, because loading a module for each
// sentence takes longer than all else at a start, and for browsers a module a sentence, so that a page brings only its own.
// Types are read from the compiled JavaScript itself. Plain JavaScript, because npm runs it after an install on any Node from 20.
import { writeFileSync } from 'node:fs';
import { compile } from '@inlang/paraglide-js';
import { older } from './made.mjs';

const made = 'src/paraglide/made';

if (older(made, ['messages', 'project.inlang/settings.json', 'package-lock.json', 'scripts/words.mjs'])) {
  const common = { project: './project.inlang', strategy: ['url', 'baseLocale'] };
  await compile({ ...common, outdir: 'src/paraglide/whole', outputStructure: 'locale-modules' });
  await compile({ ...common, outdir: 'src/paraglide/apart', outputStructure: 'message-modules' });
  writeFileSync(made, '');
}
