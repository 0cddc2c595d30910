import type { AgreementDocument, Section } from './document.ts';
import { matchesIn } from './lex/matches.ts';
import { remembered } from './remembered.ts';

/** What a section is about, by its heading; `other` where the heading says nothing we know. */
export type Topic =
  | 'background'
  | 'purpose'
  | 'values'
  | 'parties'
  | 'definitions'
  | 'goals'
  | 'target-group'
  | 'commitments'
  | 'payments'
  | 'budget'
  | 'economy'
  | 'follow-up'
  | 'steering'
  | 'contacts'
  | 'repayment'
  | 'termination'
  | 'extension'
  | 'period'
  | 'dispute'
  | 'signatures'
  | 'annexes'
  | 'other';

/** First match wins: a heading such as "Omförhandling och återbetalning" is about money coming back before it is about ending. */
const TOPICS: [Topic, RegExp][] = [
  ['other', /ändring(?:ar|en)? (?:i|av) (?:huvud|ursprungs|grund|det ursprungliga|den ursprungliga|det tidigare|den tidigare)/],
  ['goals', /^(?:vid|under|senast|före|när|efter) .*(?:slut|utgång|period|upphör|över)\S* .*?(?:ska|skall|har)(?: \S+){0,3}:?$|^vad .*(?:uppnå|leda till|nå)\??$|vi (?:vill|ska) (?:uppnå|nå)|vi mäter|^(?:det|detta|dit)(?: här)? (?:vill|ska|siktar) vi|^vad vi (?:hoppas|vill|siktar)|^(?:vart|dit) vi (?:är på väg|vill|ska)|^vi siktar|^så vet vi att|lyckats\??$|^resultat(?:et|en)?$|^vad .*(?:bli bättre|bli resultatet)/],
  ['repayment', /pengar(?:na)? som (?:blir|är) (?:över|kvar)|^om pengar(?:na)? (?:blir|inte)|outnyttjade|ej förbrukade|oförbrukade/],
  ['signatures', /underskrift|underteckn(?:ande|at|as|ar)|signatur|signering|^signera[td]|^påskrift|^(?:vi|här) skriver (?:vi )?(?:under|på)|namnteckning/],
  ['annexes', /^bilag|bilageförteckning|^(?:avtals)?handlingar/],
  ['repayment', /återbetal|återkrav/],
  ['definitions', /definition|begrepp/],
  ['target-group', /målgrupp/],
  ['budget', /budget|kostnadsfördelning|kostnadsram|kalkyl|intäkter|kostnader/],
  ['payments', /utbetalning|betalning|ersättning|rekvisition|fakturering/],
  ['economy', /^ekonomiska? (?:åtagande|ansvar)/],
  ['commitments', /åtagande|ansvar|skyldighet|förplikt|förbinde|åtar sig|lovar att|bidrar med|bidrag från|roller|(?<!person|kontakt|adress)uppgifter|insatser från|parternas insats|arbetsfördelning|fördelning av arbetet|(?:för)?delar (?:vi|parterna)(?: upp)? (?:på )?(?:arbetet|uppgifterna)|vem gör vad|^(?:vad|det(?: här)?|detta|så(?: här)?) gör (?!det|detta|den)|^(?:vad|det) \S+ (?:gör|ska göra|står för|hjälper till med|bidrar)|s del(?: av (?:arbetet|jobbet))?$|s (?:arbete|sida|medverkan|prestation(?:er)?|insats(?:er)?|engagemang|leverans(?:er)?|uppdrag)$|^uppdrag(?:et|en)?$|^(?:vi )?(?:gör (?:vi )?)?(?:tillsammans|gemensamt|ihop)$|^vi (?:båda|gör|lovar|hjälps åt)|s (?:löften|löfte)(?: till \S+)?$|^vad (?:vi|parterna|var och en) (?:lovar|gör|ska göra)|^på (?:kommunens|föreningens|regionens|klubbens) lott|(kommunen|föreningen|parterna|parten|staden|regionen|stiftelsen|part)s? (ska|skall|svarar)/],
  ['background', /^bakgrund|^(?:sammanfattning av |beskrivning av )ärendet|^ärendet$|^beslutet? (?:skickas|ska skickas|expedieras|delges) till|^beslutsunderlag|^förslag till beslut|(?:nämndens|styrelsens|utskottets|fullmäktiges) (?:beslut|förslag till beslut)$|bakgrundsförutsättning|^utgångspunkt|^inledning/],
  ['goals', /^kpi|nyckeltal|\bmål\b|målet|målen|effektmål|resultatmål|delmål|partnerskapsmål|målsättning|målbild|indikator|förvänta(?:de|t|d) (?:resultat|effekt)/],
  ['purpose', /syfte|ändamål|(?<!\p{L})vision|avsikt/u],
  ['values', /värdegrund|(?<!ut)värdering|grundprincip|principer/],
  ['background', /bakgrund|inledning|tidigare|samhällsutmaning|^behov|^(?:(?:allmänna|gemensamma|lokala) )?förutsättning|omvärld|varför|mervärde(?!sskatt)|partnerskapsmodell|^om (?:iop|idéburet|överenskommelsen|avtalet)|^vad (?:det|detta|avtalet|överenskommelsen) handlar|^vad är |idéburet[ -]+offentligt partnerskap \(iop\)/],
  ['contacts', /kontakt(?:person|uppgift|vägar|er$|$)|^frågor\??$|^vem (?:frågar|ringer|kontaktar|svarar) |når (?:du|man|ni) (?:oss|vem)|^hör av (?:dig|er)/],
  ['steering', /^steering|^ledning(?:\b|$)|^organisation|^(?:hur|så) (?:styr|leds|leder|bestämmer|fattar|beslutar)|^vem bestämmer|styrgrupp|ledningsgrupp|samverkansgrupp|styrning|beslut i partnerskapet|partnerskapsråd|partnerskapsgrupp|arbetsgrupp|mötesordning|(?<!mål|ålders|yrkes)grupp(?:en)?$|(?<!för|om)råd(?:et)?$|^råd för|kommittén?$|utskott(?:et)?$/],
  ['follow-up', /uppföljning|utvärdering|rapport|redovisning|(?<!\p{L})revision|dokumentation|återrapport|insyn|kunskapsinhämtning|följ(?:er|a|s) (?:vi |det )?(?:upp|arbetet)|rapporterar/u],
  ['economy', /ekonomi|finans|resurs|kostnad|kostar|(?<!\p{L})medel|bidrag|^pengar|peng(?:ar|arna)\??$|betalar|^funding/u],
  ['extension', /förläng|förnyelse|fortsatt samverkan|fortsättning/],
  ['termination', /^exit|uppsägning|hävning|utträde|omförhandling|upphör|förtida|i förtid|avslut|hoppa(?:r)? av|^(?:kan|får|vill|om) .*(?:sluta|lämna)|^att sluta|^när det tar slut|ändring|^tillägg(?!s)|force majeure|överlåtelse/],
  ['other', /^vad (?:det|detta|avtalet|överenskommelsen) gäller/],
  ['period', /avtalstid|avtalsperiod|löptid|giltighet|varaktighet|period|tidsplan|^tid\b|gäller|hur länge/],
  ['dispute', /tvist|tillämplig lag|meningsskiljaktig|oenig|oense|^om (?:vi|parterna) inte (?:är|kommer) (?:överens|ense)/],
  ['parties', /^(avtals)?(parter|partner|partners|parterna)\.?$|^vilka (?:är vi|vi är|som är med)\??$|^vi som |^det här är vi$|avtalsparter|parter$|parter (och|i) |^mellan\b|partner\.?$|^part\b|samverkansparter|(?:ingås|slutits|träffats) mellan|^parter och /],
];

/** Where running text goes on with another sentence. */
const SAYS_MORE = /\p{Ll}{2}[.;] \p{Lu}\p{Ll}/gu;

/** What the words of a heading say it is about. */
export const topicOf = remembered((heading: string): Topic => {
  const words = heading.toLowerCase();
  return TOPICS.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
});

/** True for a section about goals whose heading speaks of following up as well: "Mål och uppföljning". */
export const isAlsoFollowUp = (section: Section): boolean => /uppföljning|utvärdering|rapport|redovisning|återkoppling|avstämning|styrning/i.test(section.heading?.text ?? '');

/**
 * The topic of every section, in order. A section whose own heading says nothing takes the topic of the nearest heading
 * above it that does; what stands before the first heading is about the parties, unless the agreement goes on there.
 */
export const topicsOf = remembered((doc: AgreementDocument): readonly Topic[] => doc.sections.map((section, at) => (leadsOn(section, doc.sections[at - 1]) ? 'goals' : sectionTopic(doc, section))));

/** "Under avtalstiden ska" on a line of its own right below "Mål": the goals go on. */
const leadsOn = (section: Section, before: Section | undefined): boolean =>
  before?.heading != null && before.blocks.length === 0 && section.heading !== null && LEADS_ON.test(section.heading.text) && topicOf(before.heading.text) === 'goals';

const LEADS_ON = /(?:^|\s)(?:ska|skall|att|har|är|följande|vill vi|vi vill|ska vi|ska ha)\s?:?$/i;

function sectionTopic(doc: AgreementDocument, section: Section): Topic {
  if (!section.heading) {
    const told = section.blocks.flatMap((block) => matchesIn(SAYS_MORE, block.text)).length;
    const paragraphs = section.blocks.filter((block) => block.kind !== 'row' && /[\p{Ll}\d][.!]$/u.test(block.text) && block.text.split(' ').length > 4).length;
    return told > 4 || (told > 1 && paragraphs > 2) ? 'other' : 'parties';
  }
  const own = topicOf(section.heading.text);
  const isAllParties = own === 'parties' && section.parents.some((parent) => topicOf(doc.sections[parent]!.heading!.text) === 'commitments');
  if (own !== 'other') return isAllParties ? 'commitments' : own;
  for (const parent of section.parents.toReversed()) {
    const heading = doc.sections[parent]?.heading;
    const topic = heading ? topicOf(heading.text) : 'other';
    if (topic !== 'other') return topic;
  }
  return 'other';
}
