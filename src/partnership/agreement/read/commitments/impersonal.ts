import type { ReadingContext } from '../context.ts';
import type { Topic } from '../topic.ts';
import { whensIn } from '../when.ts';
import { dueDuty } from './due.ts';
import { COUNTED } from './follow-on.ts';
import { DESCRIPTIVE, MEETING, PAYING, SILENT, UNWANTED_CONDITION } from './binds.ts';

const CHANGE_DIALOGUE = /(?<!\p{L})(?:avvik|avsteg|omfördel|förändr|ändra|ändring)/iu;
const IMPERSONAL = /^(?!(?:om|när|för att|eftersom|vid händelse|ifall)\s)(?:[^,.;]{0,140}?\s)?(?:(?:ska|skall|kommer att|ska även) (?:\S+ ){0,4}?(?:\p{Ll}+(?:as|es|ås)|ske|ges|ses|tas|hållas|göras|föras)|förs|görs|hålls|genomförs|dokumenteras|utvärderas|upprättas|kallas)(?!\p{L})/iu;
const SHARED_WORK = /(?<!\p{L})(?:\p{L}*(?:samtal|möte|avstämning|träff)|dialog|uppföljning|utvärdering|(?:press)?information|marknadsföring|möte|samråd|överskott|förändring|dokumentation|avstämning|samtal|intäkter|erfarenhet|lärdom|kommunikation|avvikelse)/iu;
const GROUP_ACTS = /(?:styrgruppen|ledningsgruppen|samverkansgruppen|arbetsgruppen) (?:ska|skall|kommer|följer|ansvarar|tar fram|sammanställer|utvärderar)|(?:ska|skall|kommer|följer|ansvarar) (?:styrgruppen|ledningsgruppen|samverkansgruppen|arbetsgruppen)(?!\p{L})/iu;
const UNNAMED_UNITS = /\b(?:kommer att|ska|skall) (?:\S+ )?(?:utses|tillsättas|anvisas|ställas|erbjudas)\b.{0,30}?\b(?:inom|av|från|i) (?:de |den |relevanta )?kommunal/i;
const PRONOUN = /^(?:de|den|dessa) (?:ska|skall|får(?: i)? uppdrag\S* att|åtar sig|ansvarar|kommer att)(?!\p{L})/iu;

/** That there is to be a group is steering. */
const EXISTS = /(?:ska(?:ll)? finnas|inrättas|bildas) (?:ett|en) \p{L}*(?:råd|grupp|kommitté|utskott|nämnd)(?!\p{L})/iu;

/** What is to be done with the money, said of the money. */
const USE_OF_MONEY = /^(?:\p{L}*(?:bidraget|medlen|pengarna|stödet|ersättningen|anslaget)|medel|ett överskott|överskott(?:et)?)\s(?:(?:ska|skall|får)\s(?:inte|ej|bara|endast|enbart|uteslutande)?\s?(?:användas|gå|disponeras|särredovisas|redovisas|bokföras|hållas|tas|återinvesteras|föras)|används (?:till|för) samma)|^(?:verksamhetens |projektets |partnerskapets )?ekonomin?\s(?:ska\s)?(?:redovisas|bokförs|särredovisas|hålls)(?!\p{L})/iu;
const BETWEEN = /(?:fördelas|delas|växlar|alternerar|roterar|skiftar|cirkulerar)\s[^.;]{0,40}?(?:mellan|på)\s/iu;
/** Silence and records: asked of everyone who works with people. */
const CONFIDENCE = /^(?:all|alla|den|de|varje|samtliga|ingen)\s[^.;]{0,80}?(?:ska|skall|måste|får inte)\s[^.;]{0,60}?(?:registerutdrag|belastningsregist|tystnad|sekretess)/iu;
/** A plain "ska" and a passive: "Lokalerna ska städas dagligen". */
const ASKED = /^(?!(?:om|när|för att|eftersom|vid händelse|ifall|som|avtal|överenskommelse|partnerskap|syfte|mål|utbetal|budget|bilag|styrgrupp)\p{L}*\s)[^,.;:]{3,80}?\s(?:(?:ska|skall|måste)\s(?:\S+ ){0,3}?(?:\p{Ll}{3,}(?:as|es|ås)|ske)|får (?:inte|ej|endast|bara)\s(?:\S+ ){0,3}?(?:\p{Ll}+(?:as|es|ås)|ske|förekomma|finnas|vara))(?!\p{L})/iu;
const FORM = /skriftlig|undertecknas|avtalet|överenskommelse|protokoll|enhällig|beslut|anses|tolkas|uppgå|förstås|ingå som bilaga|förlängas|förlängning|upphör|(?<!\p{L})vill(?!\p{L})|syftet|målet|tanken är|räknar med/iu;
/** "Vill någon ändra något tas det upp i styrgruppen": talk before change. */
const TALK_FIRST = /(?:ändr|avvik|avsteg|förändr|omfördel)[^.]{0,120}?(?:tas (?:\S+ ){0,2}?upp|(?:ta|tar) (?:\S+ ){0,3}?upp|lyfts|diskuteras|beslutas av|stämmas av|behandlas|förankras|får (?:ske|göras|vidtas) först)/i;

/** "Den som får veta om hot underrättar den andra": either of them. */
const WHOEVER = /^(?:den(?: av (?:oss|parterna))?|den part) som [^.]{3,80}?\s(?:underrättar|meddelar|kontaktar|informerar|säger till|berättar för|frågar|tar (?:först |i förväg )?(?:kontakt|upp)|pratar (?:först )?med|ska (?:underrätta|meddela|kontakta|informera))(?=\s[^.]*(?:andr[ae]|övriga|varandra|motpart|parten))/iu;

/** "Ingen part får teckna avtal i den andras namn". */
const NEITHER_MAY = /^(?:ingen|ingendera) (?:av (?:oss|parterna)|part(?:en)?) får(?!\p{L})/iu;

/** "Lampor byts av den som först ser att de är trasiga". */
const BY_WHOEVER = /(?<!\p{L})\p{Ll}{2,}s av den (?:av (?:oss|parterna) |part )?som (?:först )?(?:ser|upptäcker|märker|får veta|är närmast)(?!\p{L})/iu;

/** "Frågor av principiell betydelse tas upp mellan parterna". */
const AMONG_THEM = /\s(?:tas upp|diskuteras|hanteras|stäms av|samordnas|planeras|bestäms)\s(?:\S+ )?mellan parterna(?!\p{L})/iu;

/** Whom a sentence without a named party binds: what "De" stands for, the municipality for its services, or both parties for work they plainly share. */
export function impersonalDuty(sentence: string, { topic, subject, ctx }: { topic: Topic; subject?: string[] | null; ctx: ReadingContext }): string[] | null {
  if (SILENT.has(topic)) return null;
  const due = DESCRIPTIVE.has(topic) ? null : topic === 'termination' || topic === 'repayment' ? dueDuty(sentence, topic, subject ?? null, ctx) : handedTo(sentence, ctx) ?? dueDuty(sentence, topic, subject ?? null, ctx);
  if (due) return due;
  if (topic === 'period' || topic === 'extension') return null;
  if (subject && PRONOUN.test(sentence)) return subject;
  if (DESCRIPTIVE.has(topic) || UNWANTED_CONDITION.test(sentence) || PAYING.test(sentence) || MEETING.test(sentence) || EXISTS.test(sentence)) return null;
  if ((topic === 'termination' || topic === 'repayment') && !(CHANGE_DIALOGUE.test(sentence) || /överskott/i.test(sentence))) return null;
  if (COUNTED.test(sentence)) return null;
  if (UNNAMED_UNITS.test(sentence)) return onlyParty(ctx, 'public');
  if (topic !== 'steering' && GROUP_ACTS.test(sentence)) return ['both'];
  if (TALK_FIRST.test(sentence)) return /berörd|respektive/i.test(sentence) ? [] : ['both'];
  if (NEITHER_MAY.test(sentence) || WHOEVER.test(sentence) || BY_WHOEVER.test(sentence) || AMONG_THEM.test(sentence)) return ['both'];
  if (USE_OF_MONEY.test(sentence)) return /^(?:ett )?överskott/i.test(sentence) ? ['both'] : (onlyParty(ctx, 'civil') ?? []);
  if (topic !== 'steering' && topic !== 'goals') {
    const told = paidTo(sentence, ctx) ?? (FOLLOWED_UP.test(sentence) ? ['both'] : null);
    if (told) return told;
  }
  if (BETWEEN.test(sentence) && betweenAll(sentence, ctx)) return ['both'];
  if (CONFIDENCE.test(sentence)) return subject ?? [];
  if (topic !== 'steering' && topic !== 'goals' && ASKED.test(sentence) && !FORM.test(sentence) && !whensIn(sentence).some((when) => when.found !== null)) return subject ?? [];
  return IMPERSONAL.test(sentence) && SHARED_WORK.test(sentence.slice(0, 90)) && (/gemensam/i.test(sentence) || !whensIn(sentence).some((when) => when.found !== null)) ? ['both'] : null;
}

/** "Klubben får 3 000 kr per gång", "… ersätts föreningen med 450 kronor": the one public party pays. */
function paidTo(sentence: string, ctx: ReadingContext): string[] | null {
  if (GIVEN.test(sentence) || GIVEN_TO.test(sentence)) return onlyParty(ctx, 'public');
  const paid = /kr|sek|:-/i.test(sentence) ? (RECEIVES.exec(sentence) ?? GETS.exec(sentence)) : null;
  if (!paid) return null;
  const payee = ctx.parties.find(sentence.slice(0, paid.index + paid[0].length)).at(-1);
  const payer = onlyParty(ctx, 'public');
  return payee && payer && payee.party !== 'both' && payee.party !== '' && payee.party !== payer[0] && !payee.genitive ? payer : null;
}

const SUM = String.raw`(?:ett bidrag (?:om|på) |högst |upp till |ca )?\d[\d .,]*\s?(?:kr|kronor|tkr|sek|:-)`;
/** "Ersättning utgår med 690 000 kronor per år". */
const GIVEN = new RegExp(String.raw`^(?:ett |en )?(?:\p{L}+ )?(?:bidrag|ersättning|stöd|anslag)(?:et|en)?\s(?:utgår|utges|lämnas|uppgår)\s(?:(?:till|från) \S+ ){0,2}(?:årligen )?(?:med|om|på|till)\s(?:sammanlagt |totalt )?(?=${SUM})`, 'iu');
/** "Ersättning till föreningen: 88 000 kr per läsår". */
const GIVEN_TO = new RegExp(String.raw`^(?:(?:ekonomiskt|årligt|fast|rörlig|kommunalt) )?(?:\p{L}*bidrag|ersättning|\p{L}*stöd|anslag)(?:et|en)?(?: (?:till|från) [^:.;]{3,40})?:\s(?=${SUM}[^.]{0,40}\.?$)`, 'iu');
const RECEIVES = new RegExp(String.raw`\s(?:får|erhåller)\s(?:\S+\s){0,3}?(?=${SUM})`, 'iu');
const GETS = new RegExp(String.raw`(?<!\p{L})ersätts\s(?:\S+\s){1,3}?med\s(?=${SUM})`, 'iu');

/** "Allvarliga händelser anmäls till regionen": where there are two parties, the other one is to do it. */
function handedTo(sentence: string, { parties: names }: ReadingContext): string[] | null {
  const given = HANDED.exec(sentence) ?? REACHES.exec(sentence);
  if (!given || PAYING.test(sentence)) return null;
  const people = [...new Set(names.parties.map((party) => party.name))];
  const mentions = names.find(sentence).filter((mention) => !mention.genitive);
  const to = mentions.find((mention) => mention.at === given.index + given[0].length);
  return to && people.length === 2 && people.includes(to.party) && mentions.every((mention) => mention.party === to.party) ? people.filter((name) => name !== to.party) : null;
}

const HANDED = /(?<!\p{L})(?:(?:in|av|över)?lämnas|(?:in|över)?sänds|skickas|anmäls|(?:åter)?rapporteras|redovisas|meddelas|inges|delges|återbetalas|återförs|återlämnas)\s(?:(?!till\s|av\s)\S+\s){0,6}?till\s/iu;

/** "… ska vara kommunen tillhanda". */
const REACHES = /(?<!\p{L})(?:(?:ska|skall|måste)\s(?:vara|ha kommit)|är)\s(?=\S+(?:\s\S+)?\stillhanda)/iu;

/** "Partnerskapet följs upp i april och oktober": nobody is said to, and it is theirs. */
const FOLLOWED_UP = /^(?:verksamheten|partnerskapet|samarbetet|samverkan|överenskommelsen|avtalet|arbetet|insatserna|målen)\s(?:och \S+ )?(?:(?:ska|skall)\s)?(?:följs|följas|utvärderas|stäms|stämmas|revideras|ses över)(?!\p{L})|^(?:(?:en|ett|den|första|sista|årlig|gemensam|gemensamt)\s)*(?:(?:halvtids|slut|års|lägesv?)?(?:avstämning|utvärdering)|(?:uppföljnings|avstämnings|dialog|utvärderings)(?:möte|samtal|träff))(?:en|et|ar|n)?\s(?:äger rum|hålls|genomförs|sker|görs|(?:ska|skall)\s(?:äga rum|hållas|genomföras|ske|göras))(?!\p{L})/iu;

function onlyParty({ parties }: ReadingContext, sector: 'public' | 'civil'): string[] | null {
  const names = [...new Set(parties.parties.filter((party) => (party.sector === 'public') === (sector === 'public')).map((party) => party.name))];
  return names.length === 1 ? names : null;
}

/** "… fördelas mellan regionen och kommunen": all who are named share it. */
function betweenAll(sentence: string, { parties }: ReadingContext): boolean {
  const from = BETWEEN.exec(sentence)!;
  const named = new Set(parties.find(sentence.slice(from.index)).map((mention) => mention.party));
  return named.has('both') || named.size > 1;
}
