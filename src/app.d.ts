import type { ApartReader } from '#partnership/agreement';
import type { Assurance } from '#platform/actor.ts';
import type { DocumentRenderer } from '#platform/documents/renderer.ts';
import type { Context } from '#platform/context.ts';
import type { PhotoCleaner } from '#platform/photos/cleaner.ts';
import type { Visitor } from '#platform/sign-in/sessions.ts';
import type { SignIn, Visit } from '#platform/sign-in/sign-in.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who asks and what they may reach, set for every request before any route runs. */
      context: Context;
      /** Who has signed in, with the account's own particulars; null for anybody else. */
      visitor: Visitor | null;
      /** The way in, and this request to it. */
      signIn: SignIn;
      visit: Visit;
      /** The samples are laid out and whoever asks sits at this machine: people of the samples may be tried on. */
      demo: boolean;
      /** Reads files in a process of its own. */
      reader: ApartReader;
      /** Makes files of documents in a process of its own. */
      documents: DocumentRenderer;
      /** Draws pictures anew, in a process of its own. */
      photos: PhotoCleaner;
      /** How surely somebody must have signed in to sign. */
      demandedToSign: Assurance;
    }
    interface Error {
      /** What the visitor can quote when asking for help; the log has the same reference. */
      reference?: string;
      /** A refusal's code, for which messages have a sentence. */
      code?: string;
    }
  }
}
