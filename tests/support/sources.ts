import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every hand-written source file under the folder, by path, without tests and compiled messages. */
export function sources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$|^paraglide/.test(file))
    .map((file) => join(folder, file));
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}
