import { Compiler } from './compiler.ts';
import { Legibility } from './legible.ts';

/** The typesetter of this process, and what it knows of characters. */
export const compiler = new Compiler();
export const legibility = new Legibility(compiler);
