import type { Modality } from '../../model.ts';
import { clausesOf } from '../clause/clause.ts';
import { subjectsIn } from '../clause/subject.ts';
import type { Block } from '../document.ts';
import type { PartyNames } from '../parties/names.ts';
import { sentenceRanges } from '../sentences.ts';

/** What a line before a list says of the list's items: whom they bind and how strongly. */
export interface Lead {
  parties: string[];
  modality: Modality;
  /** True when the line itself lays a duty ("Kommunen ska:"), not only names a party ("Kommunen:"). */
  duty: boolean;
  /** True for an outright "ska" or "åtar sig". */
  outright: boolean;
  /** True when the line says that the party does something, as a sentence. */
  acts: boolean;
}

/** A list of duties that names nobody we know. */
export const NOBODY: Lead = { parties: [], modality: 'shall', duty: true, outright: false, acts: false };

/** "Vid årets slut ska nätverket ha" introduces results, not duties. */
const RESULTS = /(?<!\p{L})(?:ska|skall) (?:\S+ ){0,4}ha:?$/u;
const MAY = /\b(kan|får|möjlighet)\b/;
const SHOULD = /(?<!\p{L})(bör|strävar|eftersträvar|rekommenderas|önskemål)(?!\p{L})/u;
const DUTY = /(?<!\p{L})(ska|skall|åtar sig|förbinder sig|ansvarar|svarar|ansvar|åtaganden?|åtagande|bidrar|bidrag|skyldig|uppgift|tillhandahåller|insats|roll|står för|bistår|medverkar|förplikt|resurs|gör(?!\p{L})|fixar|ordnar|tar hand om|lovar|hjälper|erbjuder|upplåter|ställer)/u;

/** Reads "Föreningen åtar sig att:", "Kommunens ansvar", "Parterna ska gemensamt" – null when no party is the one who acts. */
export function leadIn(text: string, names: PartyNames): Lead | null {
  const lower = text.toLowerCase();
  if (RESULTS.test(lower)) return null;
  const clause = clausesOf(lastSentence(text), names).at(-1);
  if (clause) return { parties: clause.parties, modality: clause.modality, duty: true, outright: clause.form === 'modal', acts: true };
  const [subject, ...more] = subjectsIn(text, names);
  if (!subject || more.length > 0 || text.length > 90) return gemensamt(lower);
  const modality = SHOULD.test(lower) ? 'should' : MAY.test(lower) ? 'may' : 'shall';
  return { parties: subject.parties, modality, duty: DUTY.test(lower), outright: /\b(?:ska|skall|åtar sig|förbinder sig)\b/.test(lower), acts: false };
}

function lastSentence(text: string): string {
  const [at, end] = sentenceRanges(text).at(-1) ?? [0, text.length];
  return text.slice(at, end);
}

/** "Gemensamma åtaganden" names nobody and binds all. */
function gemensamt(lower: string): Lead | null {
  return /^(\S+ ){0,2}gemensam(t|ma)?\b/.test(lower) || /^(?:vi (?:gör )?)?(?:tillsammans|ihop)(?=\s|:|$)|^(?:vi )?(?:båda|bägge|alla (?:två|tre|fyra|fem)|allihop|allihopa)(?: två)?:?$|^alla parter/.test(lower) || /\b(båda|samtliga|alla) part/.test(lower) ? { parties: ['both'], modality: 'shall', duty: DUTY.test(lower), outright: false, acts: false } : null;
}

/** True for a line that introduces the list after it. */
export const introduces = (block: Block, next: Block | undefined): boolean =>
  next !== undefined && block.kind === 'paragraph' && ((/[:–]$/.test(block.text) && !(next.kind === 'row' && /\d[\d ]*\s?(?:kr|kronor|tkr|mkr|msek|sek)(?!\p{L})|(?<!\p{L})(?:ersätter|finansierar|utger)(?!\p{L})/iu.test(lastSentence(block.text)))) || (next.kind === 'item' && /\b(att|ska|skall|följande|för|med)\b[^.]*$/.test(block.text)) || (next.kind === 'item' && block.text.length < 60 && !/[.!?]$/.test(block.text)));
