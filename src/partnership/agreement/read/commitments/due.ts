import type { ReadingContext } from '../context.ts';
import type { Topic } from '../topic.ts';
import { whensIn } from '../when.ts';

/** "Slutrapport ska vara regionen tillhanda den 30 april", "Ekonomisk redovisning lämnas senast …": a report and its day, nobody named. */
const REPORT = /^(?:(?:en|den|skriftlig|skriftligt|ekonomisk|gemensam|kort|årlig|slutlig)\s)*\p{L}*(?:rapport|rapportering|redovisning|redogörelse|sammanställning|verksamhetsberättelse|årsberättelse|bokslut)(?:en|er|erna|n)?(?:,[^,.]{1,60},)?\s(?:(?:ska|skall)\s(?:\S+\s){0,4}?(?:vara|ha|lämnas|inlämnas|skickas|sändas|överlämnas|redovisas)|lämnas|inlämnas|skickas|sänds|överlämnas|inges|avlämnas|skrivs|sker|avges)(?!\p{L})/iu;
/** "Skriftlig rapport från föreningen senast 20 juni varje år.", "Gemensam genomgång av säkerheten före säsongen.": what and when, and no verb. */
const NOTED = /^(?:(?:en|ett|skriftlig|ekonomisk|årlig|kort|slutlig)\s)*\p{L}*(?:rapport|redovisning|redogörelse|sammanställning|berättelse|bokslut|statistik)(?:en)?\s(?:(?:från|av)\s(?:\S+\s){1,3}?)?(?:senast|den|i|före|inom|varje)\s[^.]*\.?$/iu;
const NOTED_TOGETHER = /^gemensamt?\s(?:\S+\s)?(?:genomgång|uppföljning|utvärdering|avstämning|möte|planering|översyn|samling)\s(?:(?!ska|skall|är|har|kan)\S+\s)*\S+\.?$/iu;
const HAS_VERB = /(?<!\p{L})(?:ska|skall|är|har|kan|får|bör|lämnas|skickas|sker|görs|ligger|visar|hålls)(?!\p{L})/iu;
/** "Verksamheten redovisas halvårsvis": by those whose work it is. */
const TOLD_OF = /^(?:verksamheten|ekonomin|resultatet|resultaten|arbetet|insatserna|antalet \p{L}+)\s(?:(?:ska|skall)\s)?(?:(?:åter|av)?rapporteras|redovisas|dokumenteras|sammanställs|sammanställas)(?!\p{L})/iu;
/** "Beslut om förlängning fattas senast …", "Frågan om fortsättning tas upp i oktober": the parties owe each other that talk. */
const GOING_ON = /^[^.]{0,40}(?:förläng|fortsättning|fortsatt|nytt avtal|ny överenskommelse|ny period)[^.]{0,60}(?<!\p{L})(?:fattas|tas|görs|ska|skall|hålls|inleds|påbörjas|lämnas|förs|avgörs|meddelas|anmälas)(?!\p{L})/iu;
/** What is left of the money is owed back when all has gone as it should; money used amiss is another clause. */
const LEFT = /(?:inte|ej|icke)\s(?:har\s)?(?:gått åt|använ[dt]|förbruka|behövts|utnyttja|upparbeta)|förbrukas (?:inte|ej)|oförbruka|outnyttja|ospendera|överskjutande|blir det (?:\S+ )?över|blir över|blivit över|(?:är|finns)[^.]{0,40}\skvar(?!\p{L})|överskott|som överstiger/iu;
const RETURNED = /restitu|kredit(?:eras|erar)|ska(?:ll)? (?:de|det|den|pengarna) tillbaka|går? tillbaka till|betalas? tillbaka|betalar tillbaka|lämnas? tillbaka|lämnar tillbaka|återbetal(?!ningsskyld)|återför/iu;
const AMISS = /bryt|brist|häv|felaktig|i strid|annat (?:än|ändamål)|fel sätt|(?:enligt|för) (?:avtal|ändamål|sitt ändamål|överenskommelse)|i förtid|uppsäg|sägs upp|säger upp|till (?:så stor )?del|på anmodan|ränta|upphör(?:andet)?\s(?:i|inte)|vid upphörande/iu;

export const isOwedBack = (sentence: string): boolean => RETURNED.test(sentence) && LEFT.test(sentence) && !AMISS.test(sentence);

/** Whom a sentence without a named party binds to a report, a talk of going on, or to give back what is left; null where it is none of these. */
export function dueDuty(sentence: string, topic: Topic, subject: string[] | null, ctx: ReadingContext): string[] | null {
  const dated = () => whensIn(sentence).some((when) => !when.ofRange);
  if ((topic === 'period' || topic === 'extension' || topic === 'termination' || topic === 'follow-up' || topic === 'other') && GOING_ON.test(sentence) && !/(?<!\p{L})(?:kan|får)(?!\p{L})/iu.test(sentence) && dated()) return ['both'];
  if ((topic === 'follow-up' || topic === 'other') && TOLD_OF.test(sentence)) return (subject?.[0] === 'both' ? null : subject) ?? onlyCivil(ctx) ?? [];
  if (isOwedBack(sentence)) return onlyCivil(ctx) ?? [];
  if ((topic === 'follow-up' || topic === 'commitments') && NOTED_TOGETHER.test(sentence)) return ['both'];
  if ((topic === 'follow-up' || topic === 'commitments') && NOTED.test(sentence) && !HAS_VERB.test(sentence)) return fromWhom(sentence, ctx) ?? onlyCivil(ctx) ?? [];
  return REPORT.test(sentence) && dated() ? ((subject?.[0] === 'both' ? null : subject) ?? onlyCivil(ctx) ?? subject ?? []) : null;
}

/** The party after "från" or "av". */
function fromWhom(sentence: string, { parties }: ReadingContext): string[] | null {
  const giver = parties.find(sentence).find((mention) => !mention.genitive && /(?:från|av)\s$/i.test(sentence.slice(Math.max(0, mention.at - 6), mention.at)));
  return giver ? [giver.party] : null;
}

function onlyCivil({ parties }: ReadingContext): string[] | null {
  const names = [...new Set(parties.parties.filter((party) => party.sector !== 'public').map((party) => party.name))];
  return names.length === 1 ? names : null;
}
