import * as m from '#messages';
import type { StartFailure, StartFailureCode } from '#platform/start-failure.ts';

/** Why the program cannot start, in one line, with what to do about it. */
export const startFailureWords = ({ code, facts }: StartFailure): string => (WORDS[code] as (facts: Record<string, string>) => string)(facts);

const WORDS = {
  'port-in-use': m.start_failure_port_in_use,
  'port-not-allowed': m.start_failure_port_not_allowed,
  'port-not-a-number': m.start_failure_port_not_a_number,
  'data-folder-unwritable': m.start_failure_data_folder_unwritable,
  'data-folder-in-use': m.start_failure_data_folder_in_use,
  'database-unreachable': m.start_failure_database_unreachable,
  'demo-beyond-loopback': m.start_failure_demo_beyond_loopback,
  'mail-sender-missing': m.start_failure_mail_sender_missing,
  'mail-server-unreadable': m.start_failure_mail_server_unreadable,
  'not-built': m.start_failure_not_built,
} satisfies Record<StartFailureCode, unknown>;
