import type { PaymentEvent } from '../../model.ts';

const RECEIVED = String.raw`(?:inkommit|inkommen|inlämnats?|lämnats?|lämnat in|inlämnad|inlämnandet|mottagits|mottagen|mottagande|tillhanda|inskickad|skickats|skickat|inkommer|lämnas|redovisats|redovisad|presenterats|avlämnad|erhållits|erhållen)`;
const APPROVED = String.raw`(?:godkän[dnt]\w*)`;
const INTERIM = String.raw`(?:delrapport|halvtidsrapport|halvtidsredovisning|delredovisning|lägesrapport|halvårsrapport|mellanrapport|delårsrapport|(?:interim|midterm|progress) report)`;
const FINAL = String.raw`(?:slutrapport|slutredovisning|slutlig (?:rapport|redovisning)|slutlig ekonomisk redovisning|verksamhetsberättelse|årsrapport|verksamhetsrapport|final report)`;
const SIGNED = String.raw`(?:under(?:tecknat|tecknats|tecknad|tecknade|tecknande|skrivet|skrivits|skriven|skrift)|skriv(?:it|its|er|s) (?:på|under)|ingåendet?|tecknandet?|signerat|signerats|signerad|signering|påskrivet|påskrivits|underskriv(?:na|en|et))`;

/** What a payment waits for, by the words around it; the most telling first. */
const SIGNS: [PaymentEvent, RegExp][] = [
  ['final_report_approved', new RegExp(`${FINAL}.{0,60}?${APPROVED}|${APPROVED}.{0,30}?${FINAL}`, 'i')],
  ['interim_report_approved', new RegExp(`${INTERIM}.{0,60}?${APPROVED}|${APPROVED}.{0,30}?${INTERIM}`, 'i')],
  ['final_report_received', new RegExp(`${FINAL}.{0,60}?${RECEIVED}|${RECEIVED}.{0,60}?${FINAL}|(?:efter|mot|vid|sedan|när)\\s(?:\\S+\\s){0,3}?${FINAL}`, 'i')],
  ['interim_report_received', new RegExp(`${INTERIM}.{0,60}?${RECEIVED}|${RECEIVED}.{0,60}?${INTERIM}|(?:efter|mot|vid|sedan|när)\\s(?:\\S+\\s){0,3}?${INTERIM}`, 'i')],
  ['signed_by_all', new RegExp(`(?:när|efter|sedan|då|vid|samband med|dagar från|så snart|inom).{0,80}?${SIGNED}`, 'i')],
  ['claim_received', /rekvisition|rekvirer|(?:månadsvis|kvartalsvis|halvårsvis|varje (?:månad|kvartal|halvår|termin))[^.]{0,40}mot (?:uppvisade? |inlämnade? )?(?:kvitto|kvitton|verifikat|redovisade kostnader|underlag)|betalas mot (?:kvitto|kvitton|verifikat\w*|underlag)|mot ansökan|på begäran av|underlag\S* (?:har )?(?:kommit|inkommit)|har begärt (?:ersättning|utbetalning)/i],
  ['invoice_received', /faktura|fakturer|mot räkning|räkning(?:en)? (?:efter|för|varje|i slutet)|(?:skickar|sänder|lämnar|ställer ut) (?:\S+ )?räkning/i],
  ['start', /(?:vid|efter|samband med|inom .{1,20} från)\s(?:\S+\s){0,3}?(?:avtalsstart|projektstart|uppstart|start(?:en)?\b|avtalets start|avtalets ikraftträdande|ikraftträdande|att (?:avtalet|överenskommelsen) (?:träder|trätt) i kraft|(?:avtalets|partnerskapets|periodens|avtalsperiodens|verksamhetens) (?:start|början))/i],
  ['decision', /(?:när|efter|sedan|under förutsättning).{0,60}?(?:beslut(?:at|ats|et)?|beviljat|beviljats)\b/i],
];

/** The event a payment is tied to; null when the words tie it to none. */
export const eventIn = (words: string): PaymentEvent | null => SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null;
