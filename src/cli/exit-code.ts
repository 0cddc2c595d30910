/** 0 all is well · 1 there were errors to find, or the program could not start · 2 what was asked for could not be read. */
export type ExitCode = 0 | 1 | 2;
