import type { AgreementDocument, Block } from '../document.ts';
import { sentencesOf } from '../sentences.ts';
import { LENGTH_SIGN } from './length.ts';

/** A sentence that may say how long the agreement lasts. */
export interface PeriodClause {
  block: Block;
  /** Index of the block in the document. */
  place: number;
  text: string;
  at: number;
  /** The heading over a line that holds little but a date: "Startdatum:". */
  label: string | null;
}

const HEADING = /avtalstid|upplåtelsetid|startdatum|slutdatum|avtalets (?:längd|tid|giltighet)|löptid|period|giltig|varaktighet|tidsram|(?:^|\s)tid(?:$|en|splan|$)|tid och|gäller|när (?:börjar|startar|slutar)|börjar och slutar|ikraftträdande|omfattning i tid|avtalslängd|hur länge|^så länge|^när\??$|förlängning|uppsägning/i;
const SUBJECT = /(?:(?<!\p{L})(?:(?:detta|det här)(?=\sgäller)|(?:det|vi)(?=\s(?:börjar|startar|slutar)))|överenskommelse|avtal|partnerskap|samverkan|(?<!\p{L})IOP|projekt|samarbete|tilläggs?avtal|insats|verksamhet|upplåtelse|kontrakt|nyttjanderätt)(?:\p{Ll}{0,4}|:\p{Ll}+|\p{Ll}{0,12}perioden)(?!\p{L})/iu;
const LASTS = /(?<!\p{L})(?:gäller|gälla|löper|löpa|sträcker sig|pågår|pågå|varar|omfattar|avser|träder\s+i\s+kraft|börjar|startar|inleds|upphör|är giltigt?|tecknas för|ingås för|träffas för|omfatta|utgör|är|sker(?=\s(?:för|under|i)\s(?:en|tiden|\p{L}+\sår))|slutar|håller på)(?!\p{L})/iu;
const LABEL = /^(?:avtals|partnerskaps|samverkans|projekt)?(?:tid|period)(?:en)?\s*[:\t–-]|^(?:giltighet(?:stid)?|löptid|varaktighet|period|gäller|avtalstid|avtalsperiod|giltig|startdatum|slutdatum|från|till|sista dag|tillträde(?:sdag)?)\s*[:\t–-]|^start\s.{0,12}\d{4},?\s(?:och\s)?slut\s/iu;
const PAST = /tidigare|föregående|förra|drev|drivits|har haft|hade|dessförinnan|ersätter|har gällt|gällde|pågick|slöts|löpt ut|löpte|bildades|sedan\s+\d{4}|under hösten|ursprungs|^till (?:avtal|överenskommelse)|genomfördes|skedde/i;
const OTHER = /(?:del|slut)rapport|rapporteras|redovisas|utbetal|betalas|faktur|rekvir|förskott|budget|styrgrupp(?:en)?\s+(?:träffas|sammanträder)|lokal(?:en|erna)|hyr|försäkring|begäran|minst\s+\p{L}+\s+(?:gånger|möten)|per kalenderår|anställ|varje vecka|veckorna|varje år|årligen|kronor|\skr\s/iu;

const TIMED = new RegExp(`\\d|tills\\s+vidare|så länge|${LENGTH_SIGN.source}`, 'i');
const NAMED = /(?<!\p{L})(?:avtals|partnerskaps|projekt|överenskommelse)?period(?:en)?(?!\p{L})|avtalstid|löptid|giltighet/iu;
/** A sentence that opens with both ends, to the day, says first of all how long. */
const OPENS_WITH_TERM = /^(?:under tiden |mellan )?(?:från|fr\.?\s?o\.?\s?m\.?)(?: och med)? (?:den )?\d[^,.;]{4,24}(?:19|20)\d\d[^,.;]{0,4} (?:till|t\.?\s?o\.?\s?m\.?)(?: och med)? (?:den )?\d[^,.;]{4,24}(?:19|20)\d\d(?!\d)/i;
const PROLONGED = /förläng(?:s|t)\s[^.]{0,40}(?:från|till och med)/i;
const BEYOND = /förläng|omförhandl|uppsäg|säga upp|sägs upp|säger\s[^.]*upp|månader senare|inför\s/i;

/** A date, and no word before it to say what of. */
const DATE_FIRST = /^(?:den )?\d{1,4}[-/ ]/;

/** Every sentence with a time in it, in the order of the text. */
export function periodClauses(doc: AgreementDocument): PeriodClause[] {
  const clauses: PeriodClause[] = [];
  for (const [place, block] of doc.blocks.entries()) {
    if (block.kind === 'furniture' || !TIMED.test(block.text)) continue;
    for (const { text, at } of sentencesOf(block)) if (text.length <= 900 && TIMED.test(text)) clauses.push({ block, place, text, at, label: DATE_FIRST.test(text) ? (doc.sections[block.section]?.heading?.text ?? null) : null });
  }
  return clauses;
}

/** It ends of itself: no word of giving notice, and none of what was before. */
const WITHOUT_NOTICE = /\s?utan (?:\p{L}+ )?uppsägning/iu;

/** How plainly the sentence says how long the agreement lasts, judged by its section, its subject and its verb. */
export function plainnessOf({ block, text: said }: PeriodClause, { sections }: AgreementDocument): number {
  const text = said.replace(WITHOUT_NOTICE, '');
  const heading = sections[block.section]?.heading?.text ?? '';
  let score = 0;
  if (HEADING.test(heading) && block.kind !== 'heading') score += /förlängning|uppsägning/i.test(heading) && !/period|tid(?!a)|giltig|gäller/i.test(heading) ? 1 : 3;
  if (LABEL.test(text)) score += 4;
  const [isAboutAgreement, isLasting] = [SUBJECT.test(text), LASTS.test(text)];
  if (isAboutAgreement) score += 1;
  if (isLasting) score += 1;
  if (isAboutAgreement && isLasting) score += 1;
  if (NAMED.test(text)) score += 1;
  if (OPENS_WITH_TERM.test(text)) score += 2;
  if (PAST.test(text)) score -= 4;
  if (/bakgrund|historik|tidigare|inledning/i.test(heading)) score -= 2;
  if (OTHER.test(text)) score -= 2;
  if (PROLONGED.test(text)) score += 1;
  else if (BEYOND.test(text)) score -= 1;
  return block.kind === 'heading' ? score - 0.5 : score;
}
