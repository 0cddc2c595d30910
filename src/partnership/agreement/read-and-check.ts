import { check } from './check/index.ts';
import type { Reading } from './model.ts';
import { contextOf, readIn } from './read/index.ts';
import { recalling } from './read/remembered.ts';

/**
 * The facts of an agreement's text with what there is to remark on them. Pure and deterministic; never throws; takes time
 * linear in the text's length.
 */
export function readAndCheck(text: string): Reading {
  const context = contextOf(text);
  const reading = readIn(context);
  return { ...reading, findings: recalling(context.memory, () => check({ doc: context.doc, reading })) };
}
