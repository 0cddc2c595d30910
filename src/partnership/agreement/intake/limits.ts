import { refuse } from '#kernel/outcome.ts';

/** What one file may cost. Beyond any agreement that people sign, well within what a small machine bears. */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 20 * 1024 * 1024,
  /** Characters of the text read from it: about 1 300 pages. */
  characters: 4_000_000,
  /** Lines of it: as many pages. Its page shows them all, and is written while others wait. */
  lines: 50_000,
  /** Facts and findings in it: forty times those of a long agreement. More than that nobody goes through. */
  found: 4_000,
  /** Entries of a zip package. */
  entries: 5_000,
  /** Bytes that all entries of a package unpack to. */
  packageBytes: 300 * 1024 * 1024,
  /** Bytes that one part we read unpacks to. */
  partBytes: 16 * 1024 * 1024,
  /** How many times larger than packed a part of more than a megabyte may be. */
  ratio: 250,
  /** Levels of elements in XML, of tags in a PDF's structure. */
  depth: 250,
};

/** More of it than anybody has signed, or can go through. */
export const textTooLong = () => refuse('invalid', 'agreement.text-too-long', { path: 'file', facts: { characters: LIMITS.characters } });

/** Said before the bytes are looked at, wherever a file comes in. */
export const fileTooLarge = () => refuse('invalid', 'agreement.file-too-large', { path: 'file', facts: { megabytes: LIMITS.fileBytes / 1024 / 1024 } });
