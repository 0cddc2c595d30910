export type StartFailureCode =
  | 'port-in-use'
  | 'port-not-allowed'
  | 'port-not-a-number'
  | 'data-folder-unwritable'
  | 'data-folder-in-use'
  | 'database-unreadable'
  | 'database-unreachable'
  | 'half-configured'
  | 'log-level-unknown'
  | 'origin-unreadable'
  | 'secret-file-unreadable'
  | 'secret-given-twice'
  | 'mail-sender-missing'
  | 'mail-server-unreadable'
  | 'map-tiles-unreadable'
  | 'sms-sender-missing'
  | 'sms-gateway-unreadable'
  | 'oidc-half-set-up'
  | 'oidc-levels-unreadable'
  | 'authority-unreadable'
  | 'authority-open-to-others'
  | 'timestamps-half-set-up'
  | 'signing-assurance-unknown'
  | 'signing-service-half-set-up'
  | 'trusted-roots-unreadable'
  | 'not-built';

/** Why the program cannot start: foreseen, told in one line, exit code 1. */
export class StartFailure extends Error {
  readonly code: StartFailureCode;
  readonly facts: Record<string, string>;

  constructor(code: StartFailureCode, facts: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'StartFailure';
    this.code = code;
    this.facts = facts;
  }
}

/** True also for a failure thrown by the built server, whose class is another copy of this one. */
export const isStartFailure = (fault: unknown): fault is StartFailure => fault instanceof Error && fault.name === 'StartFailure';
