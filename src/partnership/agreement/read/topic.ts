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
  ['goals', /^(?:vid|under|senast|före|när|efter) .*(?:slut|utgång|period|upphör|över)\S* .*?(?:ska|skall|har)(?: \S+){0,3}:?$|^vad .*(?:uppnå|leda till|nå)$|vi (?:vill|ska) (?:uppnå|nå)|vi mäter/],
  ['signatures', /underskrift|undertecknande|signatur|signering|^påskrift/],
  ['annexes', /^bilag|bilageförteckning|^(?:avtals)?handlingar/],
  ['repayment', /återbetal|återkrav/],
  ['definitions', /definition|begrepp/],
  ['target-group', /målgrupp/],
  ['budget', /budget|kostnadsfördelning|kostnadsram|kalkyl|intäkter|kostnader/],
  ['payments', /utbetalning|betalning|ersättning|rekvisition|fakturering/],
  ['economy', /^ekonomiska? (?:åtagande|ansvar)/],
  ['commitments', /åtagande|ansvar|skyldighet|förplikt|förbinde|åtar sig|lovar att|bidrar med|bidrag från|roller|(?<!person|kontakt|adress)uppgifter|insatser från|parternas insats|arbetsfördelning|fördelning av arbetet|vem gör vad|(kommunen|föreningen|parterna|parten|staden|regionen|stiftelsen|part)s? (ska|skall|svarar)/],
  ['background', /^bakgrund|bakgrundsförutsättning|^utgångspunkt|^inledning/],
  ['goals', /\bmål\b|målet|målen|effektmål|resultatmål|delmål|partnerskapsmål|målsättning|indikator|förväntade (resultat|effekter)/],
  ['purpose', /syfte|ändamål|(?<!\p{L})vision|avsikt/u],
  ['values', /värdegrund|(?<!ut)värdering|grundprincip|principer/],
  ['background', /bakgrund|inledning|tidigare|samhällsutmaning|^behov|^(?:(?:allmänna|gemensamma|lokala) )?förutsättning|omvärld|varför|mervärde(?!sskatt)|partnerskapsmodell|^om (iop|idéburet|överenskommelsen|avtalet)|idéburet[ -]+offentligt partnerskap \(iop\)/],
  ['contacts', /kontakt(person|uppgift|vägar)/],
  ['steering', /^ledning(?:\b|$)|^organisation|styrgrupp|ledningsgrupp|samverkansgrupp|styrning|beslut i partnerskapet|partnerskapsråd|partnerskapsgrupp|arbetsgrupp|mötesordning|(?<!mål|ålders|yrkes)grupp(?:en)?$|(?<!för|om)råd(?:et)?$|^råd för|kommittén?$|utskott(?:et)?$/],
  ['follow-up', /uppföljning|utvärdering|rapport|redovisning|(?<!\p{L})revision|dokumentation|återrapport|insyn|kunskapsinhämtning/u],
  ['economy', /ekonomi|finans|resurs|kostnad|medel|bidrag/],
  ['extension', /förläng|fortsatt samverkan|fortsättning/],
  ['termination', /uppsägning|hävning|utträde|omförhandling|upphör|förtida|avslut|ändring|^tillägg(?!s)|force majeure|överlåtelse/],
  ['period', /avtalstid|avtalsperiod|löptid|giltighet|varaktighet|period|tidsplan|^tid\b|gäller/],
  ['dispute', /tvist|tillämplig lag|meningsskiljaktig/],
  ['parties', /^(avtals)?(parter|partner|partners|parterna)\.?$|avtalsparter|parter$|parter (och|i) |^mellan\b|partner\.?$|^part\b|samverkansparter|(?:ingås|slutits|träffats) mellan|^parter och /],
];

/** Where running text goes on with another sentence. */
const SAYS_MORE = /\p{Ll}{2}[.;] \p{Lu}\p{Ll}/gu;

/** What the words of a heading say it is about. */
export function topicOf(heading: string): Topic {
  const words = heading.toLowerCase();
  return TOPICS.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
}

/**
 * The topic of every section, in order. A section whose own heading says nothing takes the topic of the nearest heading
 * above it that does; what stands before the first heading is about the parties, unless the agreement goes on there.
 */
export const topicsOf = remembered((doc: AgreementDocument): readonly Topic[] => doc.sections.map((section) => sectionTopic(doc, section)));

function sectionTopic(doc: AgreementDocument, section: Section): Topic {
  if (!section.heading) return section.blocks.flatMap((block) => matchesIn(SAYS_MORE, block.text)).length > 4 ? 'other' : 'parties';
  const own = topicOf(section.heading.text);
  if (own !== 'other') return own;
  for (const parent of section.parents.toReversed()) {
    const heading = doc.sections[parent]?.heading;
    const topic = heading ? topicOf(heading.text) : 'other';
    if (topic !== 'other') return topic;
  }
  return 'other';
}
