import type { Assurance } from '#platform/actor.ts';
import type { DocumentRenderer } from '#platform/documents/renderer.ts';

/** What signing needs beside the ports: who makes documents, and how surely a signatory must have signed in. */
export interface SigningMeans {
  renderer: DocumentRenderer;
  assurance: Assurance;
}
