import type { ReadingContext } from '../context.ts';
import type { AgreementDocument } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';
import { withoutOverlap } from '../lex/overlap.ts';
import { hintOf } from '../lex/triggers.ts';
import { blocksThatMaySay, maySay } from '../may-say.ts';
import type { PartyMention, PartyNames } from '../parties/names.ts';
import { writerAndReader } from './letter.ts';
import { remembered } from '../remembered.ts';

/** Public offices and those who work there: what they are to do, the municipality or the region is to do. */
const PUBLIC = String.raw`(?!\p{L}*högskolan)(?:\p{L}{3,}(?:- och \p{L}+)?)?(?:förvaltningen|enheten|nämnden|kontoret|avdelningen|tjänsten|jouren|skolorna|skolan|biblioteket|hälsan|centralerna|förskolorna|teamet|byrån)|(?:kommun|region|stads|enhets|förvaltnings|social|skol|biblioteks|kultur|fritids|säkerhets|hamn|sektor|avdelnings)\p{L}*(?:chefen|cheferna|direktören|ledningen)|\p{L}*(?:(?:handläggar|sekreterar|rådgivar|vägledar)(?:en|na)|(?:konsulent|strateg|terapeut|assistent|pedagog)(?:en|erna)|sköterskan|sköterskorna)|rektor(?:n|erna)?|kommunstyrelsen|kommunen|staden|fältgruppen|fältarna|hemtjänsten|tjänstepersoner(?:na)?|upphandlingen`;
/** Those who do the association's work. */
const CIVIL = String.raw`varje (?:ny )?(?:volontär|mentor|handledare|ledare|stödjare|värd|vandrare|ledvärd)|(?:(?:alla|samtliga|minst|högst|två|tre|fyra|fem|sex|\d{1,2})\s){0,2}(?:\p{Ll}+(?:ade|da|lla)\s)?(?:\p{L}+)?(?:(?:volontärer|mentorer|instruktörer|värdar|faddrar|medlemmar|diakoner)(?:na)?|ideella medarbetare|(?:handled|led|stödj|vandr|mek|läxhjälp|jour|trän|ledsag)ar(?:e|na))|de (?:frivilliga|ideella)|frivilliga|gruppledaren|jourpersonalen|styrelsen|styrelseledamöterna`;
/** Posts that either side may fill: they work for the one who is said to employ or appoint them. */
const POST = String.raw`(?:(?:projekt|process|verksamhets|volontär)?samordnaren|(?:projekt|process|verksamhets)ledaren|koordinatorn|föreståndaren|utvecklaren|coachen|handledaren|projektanställda)`;
/** Groups in which the parties sit together. */
const GROUP = String.raw`(?:styr|lednings|samverkans|partnerskaps|arbets|samordnings|samråds|referens)grupp(?:en)?|(?:partnerskaps|samverkans|program)råd(?:et)?|gruppen|rådet|parternas kontaktpersoner|kontaktpersonerna`;
const EACH = String.raw`(?:den )?part,? (?:som|vars) [^.;:]{3,120}?(?=\s(?:ska|skall|måste)\s)|(?:den )?part som (?:\S+ )?(?:berörs|berör|drabbas)|(?:vardera|endera) sidan`;
/** The parties of one side, where there are several of them. */
const SIDE = /(?<!\p{L})(?:(?<hosts>värdkommunen)|(?<manyPublics>(?:envar av |var och en av |varje |samtliga |alla )?(?:kommunerna)|varje kommun)|(?<manyCivils>(?:de )?(?:frivilliga |idéburna |ideella )?(?:organisationerna|föreningarna)|varje (?:organisation|förening)(?! som))|(?:de )?(?<publics>offentliga parterna|huvudmännen)|(?:de )?(?<civils>(?:idéburna|ideella|civila) parterna))(?<sideGenitive>s)?(?!\p{L})/giu;
const SOMEONE = new RegExp(String.raw`(?<![\p{L}\d@_-])(?:(?<office>${PUBLIC})|(?<doer>${CIVIL})|(?<post>${POST})|(?<group>${GROUP})|(?<each>${EACH}))(?<genitive>s)?(?![\p{L}\d@-])`, 'giu');
const [SIDE_HINT, SOMEONE_HINT] = [hintOf(SIDE), hintOf(SOMEONE)];

/**
 * The context in which those who act for a party – its offices, its volunteers, the post it fills – count as mentions of it,
 * and the group the parties share as both. Nobody is guessed: where two parties could be meant the mention is of no one.
 */
export function withRoles(ctx: ReadingContext): ReadingContext {
  const only = (sector: 'public' | 'civil'): string => {
    const names = [...new Set(ctx.parties.parties.filter((party) => (party.sector === 'public') === (sector === 'public')).map((party) => party.name))];
    return names.length === 1 ? names[0]! : NO_ONE;
  };
  const of = { office: only('public'), doer: only('civil'), post: employerOf(ctx.doc, ctx.parties) ?? NO_ONE, group: NAMES_GROUP.test(ctx.doc.text) ? 'both' : NO_ONE, each: 'both' };
  const own = ownWords(ctx.parties);
  const inLetter = writerAndReader(ctx);
  const host = hostOf(ctx);
  const find = remembered((text: string): PartyMention[] => withoutOverlap([...sidesIn(text, ctx, only, host), ...ctx.parties.find(text), ...own(text), ...inLetter(text), ...rolesIn(text, of)]));
  const named = (phrase: string): string | null => ctx.parties.named(phrase) ?? wholly(phrase.trim().replace(/[:.,]+$/, ''), find);
  return { ...ctx, parties: { ...ctx.parties, find, named } };
}

/** The party of the one mention that is the whole phrase: "Nämnden", "Biblioteket". */
function wholly(phrase: string, find: (text: string) => PartyMention[]): string | null {
  const [first, ...more] = phrase.length <= 60 ? find(phrase) : [];
  return first && more.length === 0 && first.at === 0 && first.end === phrase.length && first.party !== NO_ONE ? first.party : null;
}

/** Words of an association's name in their definite form, where no other party shares them: "Idrottsalliansen" of "Norra Idrottsallians ek. för.". */
function ownWords({ parties }: PartyNames): (text: string) => PartyMention[] {
  const owners = new Map<string, string>();
  for (const party of parties.filter((one) => one.sector !== 'public')) {
    for (const word of party.name.match(/\p{L}{5,}/gu) ?? []) {
      const stem = word.toLowerCase();
      if (!/^(?:föreningen|stiftelsen|ideell|ekonomisk|svenska|kommun)/.test(stem)) owners.set(stem, owners.has(stem) && owners.get(stem) !== party.name ? NO_ONE : party.name);
    }
  }
  const elsewhere = parties.filter((party) => party.sector === 'public').map((party) => party.name.toLowerCase());
  const stems = [...owners].filter(([stem, owner]) => owner !== NO_ONE && !elsewhere.some((name) => name.includes(stem.replace(/s$/, '')))).map(([stem]) => stem);
  if (stems.length === 0) return () => [];
  const pattern = new RegExp(`(?<![\\p{L}\\d@_-])(${stems.join('|')})(?:en|et|n|t|na)(s?)(?![\\p{L}\\d@-])`, 'giu');
  const hint = new RegExp(stems.join('|'), 'iu');
  return (text) => (hint.test(text) ? matchesIn(pattern, text) : []).map((match) => ({ at: match.index, end: match.index + match[0].length, party: owners.get(match[1]!.toLowerCase())!, unit: null, genitive: match[2] !== '' }));
}

/** The party of a mention that names someone, but nobody we can tell. */
export const NO_ONE = '';

const NAMES_GROUP = /(?:styr|lednings|samverkans|partnerskaps|arbets|samordnings)grupp|(?:partnerskaps|samverkans|program)råd/i;

function sidesIn(text: string, { parties: { parties } }: ReadingContext, only: (sector: 'public' | 'civil') => string, host: string): PartyMention[] {
  if (!SIDE_HINT.test(text)) return [];
  const several = (isPublic: boolean): boolean => new Set(parties.filter((party) => (party.sector === 'public') === isPublic).map((party) => party.name)).size > 1;
  return matchesIn(SIDE, text).flatMap((match) => {
    const { hosts, manyPublics, manyCivils, publics, sideGenitive } = match.groups!;
    if ((manyPublics && !several(true)) || (manyCivils && !several(false)) || (hosts && host === NO_ONE)) return [];
    return [{ at: match.index, end: match.index + match[0].length, party: hosts ? host : only(publics || manyPublics ? 'public' : 'civil'), unit: null, genitive: sideGenitive !== undefined }];
  });
}

/** "Norra kommun är värdkommun": the municipality that acts for several. */
function hostOf({ doc, parties }: ReadingContext): string {
  const told = blocksThatMaySay(doc, HOST).find((block) => HOST.test(block.text));
  const at = told ? HOST.exec(told.text)!.index : 0;
  return told ? (parties.find(told.text).find((mention) => mention.end <= at + 1 && mention.end >= at - 1)?.party ?? NO_ONE) : NO_ONE;
}

const HOST = /\s(?:är|utses till|ska vara|fungerar som) värdkommun(?!\p{L})/iu;

function rolesIn(text: string, of: Record<'office' | 'doer' | 'post' | 'group' | 'each', string>): PartyMention[] {
  if (!SOMEONE_HINT.test(text)) return [];
  return matchesIn(SOMEONE, text).flatMap((match) => {
    const kind = (['office', 'doer', 'post', 'group', 'each'] as const).find((one) => match.groups![one] !== undefined)!;
    const genitive = match.groups!['genitive'] !== undefined;
    if (kind === 'group' && (genitive || of.group === NO_ONE)) return [];
    return [{ at: match.index, end: match.index + match[0].length, party: of[kind], unit: null, genitive }];
  });
}

const NAMES_POST = String.raw`(?:samordnare|projektledare|koordinator|föreståndare|utvecklare|verksamhetsledare|coach|samordnartjänst)`;
const EMPLOYS = new RegExp(String.raw`(?<!\p{L})(?:anställer|anställa|tillsätter|tillsätta|utser|utse|avlönar|håller|är arbetsgivare|rekryterar|rekrytera)(?!\p{L})[^.;]{0,60}?${NAMES_POST}`, 'iu');
const EMPLOYED_BY = new RegExp(String.raw`${NAMES_POST}\p{L}*[^.;]{0,30}? (?:är |ska vara |anställs |är placerad )?(?:anställda? |anställs )(?:av|hos|i|inom|vid) `, 'iu');

/** The party whose sentence says that it employs the coordinator; null where none or several do. */
function employerOf(doc: AgreementDocument, names: PartyNames): string | null {
  const found = new Set<string>();
  const told = new Set<string>();
  const [mayEmploy, mayBeEmployed] = [maySay(doc, EMPLOYS), maySay(doc, EMPLOYED_BY)];
  for (const block of doc.blocks) {
    if (block.kind === 'furniture') continue;
    const employs = mayEmploy(block) ? EMPLOYS.exec(block.text) : null;
    const by = mayBeEmployed(block) ? EMPLOYED_BY.exec(block.text) : null;
    const mentions = employs || by ? names.find(block.text).filter((mention) => mention.party !== 'both') : [];
    const employer = by ? mentions.find((mention) => mention.at >= by.index + by[0].length && mention.at < by.index + by[0].length + 20) : employs ? mentions.findLast((mention) => mention.end <= employs.index + 20 && mention.at > employs.index - 120) : undefined;
    if (employer) (by ? told : found).add(employer.party);
  }
  const known = told.size > 0 ? told : found;
  return known.size === 1 ? [...known][0]! : null;
}
