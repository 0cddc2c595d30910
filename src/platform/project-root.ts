import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this checkout, with a trailing slash left out. Found by walking up from this module, so that it is the
 * same whether the code runs from its sources or from the built server; migrations, samples and child modules are read
 * from there.
 */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'handslag') return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('package.json of handslag was not found above its own code');
  return findRoot(above);
}
