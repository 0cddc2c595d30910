import type { AgreedPeriod } from '../model.ts';
import type { AgreementDocument } from './document.ts';
import type { PartyNames } from './parties/names.ts';
import type { Memory } from './remembered.ts';

/** What every reader of facts is given: the structured text, who the parties are and what they are called, and the term. */
export interface ReadingContext {
  doc: AgreementDocument;
  parties: PartyNames;
  period: AgreedPeriod | null;
  memory: Memory;
}
