import type { AgreementDocument, Block } from '../document.ts';
import { sentencesOf } from '../sentences.ts';

/** A sentence that may say how long the agreement lasts, and how plainly it does. */
export interface PeriodClause {
  block: Block;
  /** Index of the block in the document. */
  place: number;
  text: string;
  at: number;
  score: number;
}

const HEADING = /avtalstid|avtalets (?:längd|tid|giltighet)|löptid|period|giltig|varaktighet|tidsram|(?:^|\s)tid(?:$|en|splan|$)|tid och|gäller|ikraftträdande|omfattning i tid|avtalslängd|hur länge|^så länge|^när\??$|förlängning|uppsägning/i;
const SUBJECT = /(?:(?<!\p{L})(?:detta|det här)(?=\sgäller)|överenskommelse|avtal|partnerskap|samverkan|(?<!\p{L})IOP|projekt|samarbete|tilläggs?avtal|insats|verksamhet)(?:\p{Ll}{0,4}|:\p{Ll}+|\p{Ll}{0,12}perioden)(?!\p{L})/iu;
const LASTS = /(?<!\p{L})(?:gäller|gälla|löper|löpa|sträcker sig|pågår|pågå|varar|omfattar|avser|träder\s+i\s+kraft|börjar|startar|inleds|upphör|är giltigt?|tecknas för|ingås för|träffas för|omfatta|utgör|är)(?!\p{L})/iu;
const LABEL = /^(?:avtals|partnerskaps|samverkans|projekt)?(?:tid|period)(?:en)?\s*[:\t–-]|^(?:giltighet(?:stid)?|löptid|varaktighet|period|gäller|avtalstid|avtalsperiod|giltig|startdatum|slutdatum)\s*[:\t–-]|^start\s.{0,12}\d{4},?\s(?:och\s)?slut\s/iu;
const PAST = /tidigare|föregående|förra|drev|drivits|har haft|hade|dessförinnan|ersätter|har gällt|gällde|pågick|slöts|löpt ut|löpte|bildades|sedan\s+\d{4}|under hösten|ursprungs|^till (?:avtal|överenskommelse)|genomfördes|skedde/i;
const OTHER = /(?:del|slut)rapport|rapporteras|redovisas|utbetal|betalas|faktur|rekvir|förskott|budget|styrgrupp(?:en)?\s+(?:träffas|sammanträder)|lokal(?:en|erna)|hyr|försäkring|begäran|minst\s+\p{L}+\s+(?:gånger|möten)|per kalenderår|anställ|varje vecka|veckorna|varje år|årligen|kronor|\skr\s/iu;

/** Every sentence with a time in it, judged by its section, its subject and its verb; the plainest first. */
export function periodClauses(doc: AgreementDocument): PeriodClause[] {
  const clauses: PeriodClause[] = [];
  for (const [place, block] of doc.blocks.entries()) {
    if (block.kind === 'furniture') continue;
    const heading = doc.sections[block.section]?.heading?.text ?? '';
    const isBackground = /bakgrund|historik|tidigare|inledning/i.test(heading);
    for (const { text, at } of sentencesOf(block)) {
      if (text.length > 900 || !/\d|årsskift|tills\s+vidare|år|månad|undertecknande/i.test(text)) continue;
      let score = 0;
      if (HEADING.test(heading) && block.kind !== 'heading') score += /förlängning|uppsägning/i.test(heading) && !/period|tid(?!a)|giltig|gäller/i.test(heading) ? 1 : 3;
      if (LABEL.test(text)) score += 4;
      if (SUBJECT.test(text)) score += 1;
      if (LASTS.test(text)) score += 1;
      if (SUBJECT.test(text) && LASTS.test(text)) score += 1;
      if (/(?<!\p{L})(?:avtals|partnerskaps|projekt|överenskommelse)?period(?:en)?(?!\p{L})|avtalstid|löptid|giltighet/iu.test(text)) score += 1;
      if (PAST.test(text)) score -= 4;
      if (isBackground) score -= 2;
      if (OTHER.test(text)) score -= 2;
      if (/förläng(?:s|t)\s[^.]{0,40}(?:från|till och med)/i.test(text)) score += 1;
      else if (/förläng|omförhandl|uppsäg|säga upp|sägs upp|säger\s[^.]*upp|månader senare|inför\s/i.test(text)) score -= 1;
      if (block.kind === 'heading') score -= 0.5;
      clauses.push({ block, place, text, at, score });
    }
  }
  return clauses;
}
