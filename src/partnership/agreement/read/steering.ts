import type { Steering } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { clausesOf } from './clause/clause.ts';
import { recurrenceIn } from './deadlines/cues.ts';
import type { Sentence } from './document.ts';
import { numeral } from './lex/numerals.ts';
import { maySay } from './may-say.ts';
import { sentencesOf } from './sentences.ts';
import { spanOf } from './span.ts';
import { membersOf } from './steering/members.ts';
import { topicsOf, type Topic } from './topic.ts';

const GROUP = /styrgrupp|ledningsgrupp|samverkansgrupp|partnerskapsgrupp|partnerskapsråd|partnerskapsmöte|styrgruppsmöte|samrådsgrupp|samordningsgrupp|samverkansråd|arbetsgrupp|referensgrupp|arbetsutskott|programråd|partnerskapsutskott|partnerskapskommitté|(?:samarbets|samråds|samverkans|partnerskaps)nämnd|(?:bildar (?:tillsammans )?en |(?:grupp|råd|kommitté) med [^.]{0,40}från (?:varje|vardera|båda|samtliga) )\p{L}+/iu;
const MEETS = /sammanträd|träffas|möts|möte|samlas|möten|kallas|(?<!\p{L})(?:ses|calls?|samman?kallar|avstämning(?:ar)?)(?!\p{L})/iu;
/** "Den möts", "Rådets beslut": goes on about the group the sentence before named. */
const GOES_ON = /^(?:den|rådet|rådets|nämnden|nämndens|gruppen|gruppens|kommittén|kommitténs|dess)(?!\p{L})/iu;
const TIMES = String.raw`(?:minst |lägst |normalt |som regel |omkring |cirka |ca )?(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)(?:\s*\(\d{1,2}\))?\s+(?:gång(?:er)?|möten|tillfällen|träffar)(?:\s+årligen|\s+(?:per|om|under|i|varje)\s+(?:\S+\s)?(?:termin|kalenderår|verksamhetsår|avtalsår|året|år|månad(?:en)?|kvartal(?:et)?|halvår|vecka|avtalsperioden|avtalstiden|perioden|partnerskapsperioden|partnerskapet|partnerskapstiden|löptiden|projekttiden|avtalets löptid))?`;
const FREQUENCY = new RegExp(String.raw`(?<![\p{L}\d])(?:en gång vart?(?:annan| annan| tredje| fjärde| femte| sjätte| åttonde) (?:månad|vecka)|${TIMES}|(?:(?:första|sista|andra|tredje) \p{L}+dag(?:en)? )?(?:i )?varje (?:månad|kvartal|termin|halvår|vecka)|(?:en gång )per (?:månad|kvartal|termin|halvår|vecka)|kvartalsvis|månadsvis|halvårsvis|vart?(?:annan| annan| tredje| fjärde| femte| sjätte| åttonde) (?:månad|vecka)|(?:\p{L}+ (?:dagar|veckor) )?(?:efter|inför|före) varje (?!\p{L}*möte)\p{L}+|(?:i|under) (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:(?:,|,? (?:och|samt)) (?:i )?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))+|årligen|regelbundet)`, 'iu');
const UNANIMOUS = /(?<!strävar efter |eftersträvar |i första hand |\p{L})(?:enhällig\p{L}*|enighet|eniga?|konsensus|samförstånd|samstämmig\p{L}*|samsyn|beslut (?:\S+ )?(?:tas|fattas) (?:gemensamt|tillsammans)|beslutar (?:gemensamt|tillsammans)|(?:alla|båda|samtliga|(?<!(?:det|vad|som) )parterna|ledamöterna|gruppen|rådet|vi)\s(?:[^.,;]{1,40}\s)?(?:ska(?:ll)? vara |måste vara |är |blir |måste |behöver vara |kan )(?:överens(?! om (?:att|följande|det))|ense|enas|med på (?:det|beslutet))|(?:alla|båda|samtliga)\s(?:[^.,;]{1,30}\s)?(?:måste|ska) (?:säga ja|godkänna|samtycka|ställa sig bakom)|(?:alla|båda|samtliga)s? (?:\p{L}+s )?samtycke|ingen (?:röstar|omröstning|ledamot är emot|säger nej))(?!\p{L})/iu;
const MAJORITY = /majoritet|utslagsröst|(?<!ingen )omröstning|lika röstetal|flest röster|(?<!\p{L})röstar(?!\p{L})|(?:ordförande\p{L}*|kommunen\p{L}*) (?:röst|mening) avgör|(?:har|får) sista ordet|avgör (?:\S+ )?ordförande|ordförande\p{L}* (?:avgör|bestämmer)|enkel majoritet/iu;

/** Says how the group decides; that something happens where they do not agree says nothing of it. */
const decides = (text: string): boolean => (UNANIMOUS.test(text) || MAJORITY.test(text) || OUTVOTED.test(text)) && (OUTVOTED.test(text) || !/^\W*(?:om|är|kan) (?:vi|parterna|de|ni|parter)?[^,]*(?:inte|ej)(?!\p{L})/iu.test(text));

/** Where they do not agree, someone decides all the same. */
const OUTVOTED = /^kan (?:\S+ ){1,2}inte (?:komma överens|enas|bli eniga?)[^.]*(?<!\p{L})(?:bestämmer|avgör|beslutar)(?!\p{L})|lika röstetal|avgör (?:\S+ )?ordförande|ordförande\p{L}* (?:avgör|bestämmer)|utslagsröst|flest röster|(?:om|när) (?:de|parterna|ledamöterna|gruppen|vi|alla)? ?inte (?:är|kan (?:bli|komma|enas)|blir|enas)[^.]*(?:avgör|bestämmer|beslutar|majoritet)/iu;

/** How the partnership is steered: how often its group meets, who calls it, who sits in it and whether it must agree. Null where there is no group. */
export function readSteering(ctx: ReadingContext): Steering | null {
  const said = sentencesAbout(ctx);
  const first = said[0];
  if (!first) return null;
  const meeting = said.find((sentence) => frequencyIn(sentence.text) !== null);
  const frequency = meeting ? frequencyIn(meeting.text) : null;
  const source = meeting ?? first;
  const deciding = said.find((sentence) => decides(sentence.text));
  return {
    frequency,
    recurrence: frequency ? recurrenceIn(frequency) : null,
    minMeetings: frequency ? (yearlyAt(frequency) ?? leastIn(frequency)) : null,
    perYear: frequency ? yearlyAt(frequency) !== null || /(?<!\p{L})(?:år|året|årligen|\p{L}+år)(?!\p{L})/iu.test(frequency) : false,
    unanimity: deciding ? UNANIMOUS.test(deciding.text) && !OUTVOTED.test(deciding.text) : null,
    convener: said.map((sentence) => convenerIn(sentence.text, ctx)).find(Boolean) ?? null,
    members: membersOf(ctx),
    certainty: 'certain',
    source: spanOf(source.block, source.at, source.at + source.text.length),
  };
}

/** Sentences that name the group, and all of those in a section about it. */
function sentencesAbout(ctx: ReadingContext): Sentence[] {
  const topics = topicsOf(ctx.doc);
  const [mayName, mayGather] = [maySay(ctx.doc, GROUP), maySay(ctx.doc, ANY_GROUP)];
  return ctx.doc.sections.flatMap((section, at) => {
    let wasAbout = false;
    return section.blocks.flatMap((block) => {
      if (block.kind === 'row' || (!wasAbout && topics[at] !== 'steering' && !mayName(block) && !mayGather(block))) return [];
      return sentencesOf(block).filter((sentence) => {
        const isOn = isAbout(sentence.text, topics[at]!) || (wasAbout && (GOES_ON.test(sentence.text) || decides(sentence.text)));
        wasAbout ||= isOn;
        return isOn;
      });
    });
  });
}

/** "Ett anhörigråd med två företrädare för vardera parten sammanträder …": any group of theirs that meets. */
const ANY_GROUP = /(?<!\p{L})(?:ett?|en)\s(?!mål|ålders|yrkes|stor|liten)\p{L}*(?:råd|grupp|kommitté|utskott|nämnd)(?!\p{L})[^.]*(?:företrädare|representant|ledamöter|personer|från (?:varje|vardera|båda)|ordförande)/iu;

const isAbout = (text: string, topic: Topic): boolean => topic !== 'background' && topic !== 'signatures' && (GROUP.test(text) || (ANY_GROUP.test(text) && MEETS.test(text)) || (topic === 'steering' && text.includes(' ')));

function frequencyIn(text: string): string | null {
  if (!MEETS.test(text)) return null;
  const match = FREQUENCY.exec(text);
  return match && !/^regelbundet$/i.test(match[0]) ? match[0].trim() : null;
}

/** The least number of meetings where it is a count: "minst fyra gånger under avtalsperioden". */
function leastIn(frequency: string): number | null {
  const count = /(?<![\p{L}\d])(\d{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|en|ett)(?:\s*\(\d+\))?\s+(?:gång|möte|tillfäll|träff)/iu.exec(frequency)?.[1];
  if (!count || /månad|vecka|kvartal|halvår|termin/i.test(frequency)) return null;
  return /^\d/.test(count) ? Number(count) : (numeral(count.toLowerCase()) ?? 1);
}

/** How many meetings a year an interval makes that has no name of its own: "varannan månad" is six. Those that come closer are not counted. */
function yearlyAt(frequency: string): number | null {
  const [, nth, unit] = /(?<!\p{L})(vart?annan|var(?:t|je)? (?:tredje|fjärde|femte|sjätte|åttonde))\s(månad|vecka)/iu.exec(frequency) ?? [];
  const every = nth === undefined ? undefined : INTERVALS.find(([sign]) => nth.toLowerCase().endsWith(sign))?.[1];
  if (recurrenceIn(frequency) !== null || every === undefined || (unit!.toLowerCase() === 'vecka' && every < 4)) return null;
  return Math.floor((unit!.toLowerCase() === 'månad' ? 12 : 52) / every);
}
const INTERVALS: [string, number][] = [['annan', 2], ['tredje', 3], ['fjärde', 4], ['femte', 5], ['sjätte', 6], ['åttonde', 8]];

/** Who calls the group: "sammankallas av Kommunen", "på kallelse av", "Ingå i och sammankalla styrgrupp" under a party's name. */
function convenerIn(text: string, ctx: ReadingContext): string | null {
  if (!/samman?kalla|kallar|kallelse/i.test(text)) return null;
  const mention = ctx.parties.find(text).find((one) => /(?:kallelse av|(?:samman)?kallas av|(?:samman)?kallas till möte av|ansvarar för att (?:samman)?kalla)\s*$/i.test(text.slice(Math.max(0, one.at - 60), one.at)));
  if (mention) return mention.party;
  const clause = clausesOf(text, ctx.parties).find((one) => /samman?kall|kallar|kalla|ansvarar/.test(`${one.verb} ${text.slice(one.verbAt, one.verbAt + 60)}`));
  return clause?.parties[0] ?? null;
}
