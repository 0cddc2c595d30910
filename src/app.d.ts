import type { ApartReader } from '#partnership/agreement';
import type { Context } from '#platform/context.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who asks and what they may reach, set for every request before any route runs. */
      context: Context;
      /** Reads files in a process of its own. */
      reader: ApartReader;
    }
    interface Error {
      /** What the visitor can quote when asking for help; the log has the same reference. */
      reference?: string;
      /** A refusal's code, for which messages have a sentence. */
      code?: string;
    }
  }
}
