export type StartFailureCode =
  | 'port-in-use'
  | 'port-not-allowed'
  | 'port-not-a-number'
  | 'data-folder-unwritable'
  | 'data-folder-in-use'
  | 'database-unreachable'
  | 'demo-beyond-loopback';

/** Why the program cannot start: foreseen, told in one line, exit code 1. */
export class StartFailure extends Error {
  readonly code: StartFailureCode;
  readonly facts: Record<string, string>;

  constructor(code: StartFailureCode, facts: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}
