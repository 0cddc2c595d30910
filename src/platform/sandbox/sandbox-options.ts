/** What is run apart, and what it may cost. */
export interface SandboxOptions {
  /** Source file of the module on disk: the child loads it itself, also when this code has been bundled. */
  module: URL;
  /** The exported function, from one structured-cloneable value to another or to a promise of one. */
  run: string;
  /** Seconds that one question may take, once a child is ready for it. */
  seconds: number;
  /** Megabytes of memory that the child may grow to in all. */
  megabytes: number;
  /** Megabytes that an answer may be. */
  answerMegabytes: number;
  /** Children that work at the same time. */
  children: number;
  /** Questions that may wait; those beyond are turned away. */
  waiting: number;
  /** The module stands on a library in machine code, which no permission binds: only for what we have written ourselves. */
  native?: boolean;
}
