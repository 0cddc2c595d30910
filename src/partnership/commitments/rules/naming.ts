import type { Duty, DutyKind } from '../model.ts';

/** Longer words than this are a sentence, not a title. */
const TITLE = 28;

const REPORT = /(?:ekonomisk\s+)?(?:delårs|del|slut|års|halvårs|halvtids|kvartals|månads|läges|verksamhets|projekt|återrapportering|av)?(?:rapport|redovisning)(?!er[ai])|bokslut|sammanställning|verksamhetsberättelse|revisionsberättelse/iu;
const MEETING = /\p{L}*(?<!leda)möte(?=\p{L}{0,3}(?!\p{L}))|workshop|konferens|seminarium/iu;

/** What a report is called where the sentence only says that somebody reports. */
const REPORTS: [RegExp, string][] = [[/redovis/i, 'redovisning'], [/rapporter/i, 'rapport'], [/sammanställ/i, 'sammanställning']];

const NAMES: Record<Exclude<DutyKind, 'goal' | 'other'>, (words: string) => (string | null)[]> = {
  report: (words) => (REPORT.test(words) ? allOf(words, REPORT) : [REPORTS.find(([says]) => says.test(words))?.[1] ?? null]),
  meeting: (words) => allOf(words, MEETING),
  'follow-up': (words) => [/utvärder/i.test(words) ? 'utvärdering' : null, /uppfölj|följ\p{L}*\s(?:\S+\s){0,2}?upp(?!\p{L})/iu.test(words) ? 'uppföljning' : null, /avstäm/i.test(words) ? 'avstämning' : null],
  extension: extensionStep,
  payment: (words) => [/återbetal|betal\p{L}* tillbaka/iu.test(words) ? 'återbetalning' : 'utbetalning'],
  exit: (words) => [/uppsäg|säg\p{L}*\s(?:\S+\s){0,2}?upp/iu.test(words) ? 'uppsägning' : null],
};

/** A step towards an extension: the talk, the decision, the answer, or what is to be ready before it. */
function extensionStep(words: string): (string | null)[] {
  const talk = /dialog|samtal|samråd/i.test(words) ? 'samtal om förlängning' : null;
  const answer = /besked/i.test(words) && !/dialog|samtal/i.test(words) ? 'besked om förlängning' : null;
  const decision = /omförhandl/i.test(words) ? 'omförhandling' : /beslut|(?<!\p{L})ställning(?!\p{L})/iu.test(words) ? 'beslut om förlängning' : null;
  const before = /förläng/i.test(words) ? 'inför en förlängning' : null;
  return talk ?? answer ?? decision ? [answer, decision, talk] : [before];
}

const allOf = (words: string, sign: RegExp): string[] => [...words.matchAll(new RegExp(sign, 'giu'))].map(([name]) => name.toLowerCase().replace(/\s+/g, ' '));

/** The duties with a title for each whose words are a whole sentence, where the sentence leaves no doubt what it is called. */
export const named = (duties: Duty[]): Duty[] => {
  const reports = new Map(duties.filter(saysBoth).map((duty) => [duty, orderAmongSiblings(duty, duties)]));
  return duties.map((duty) => {
    const order = reports.get(duty);
    if (order) return { ...duty, title: order === 'last' ? 'Slutrapport' : 'Delrapport' };
    return { ...duty, title: titleOf(duty) };
  });
};

function titleOf({ kind, wording }: Duty): string | null {
  if (wording === null || wording.length <= TITLE || kind === 'goal' || kind === 'other') return wording;
  const names = [...new Set(NAMES[kind](wording).filter((name) => name !== null))];
  if (names.length === 0 || (names.length > 1 && kind !== 'follow-up')) return wording;
  const name = names.join(' och ');
  return name[0].toUpperCase() + name.slice(1);
}

/** One sentence about both: "delrapport och slutrapport senast 9 juni respektive 7 december". */
const saysBoth = ({ kind, wording, timing }: Duty): boolean => kind === 'report' && timing.type === 'on' && wording !== null && /delrapport/i.test(wording) && /slutrapport/i.test(wording);

function orderAmongSiblings(duty: Duty, duties: Duty[]): 'last' | 'earlier' | null {
  const siblings = duties.filter((other) => saysBoth(other) && other.source.span.start === duty.source.span.start);
  if (siblings.length < 2) return null;
  return siblings.every((other) => dayOf(other) <= dayOf(duty)) ? 'last' : 'earlier';
}

const dayOf = ({ timing }: Duty): string => (timing.type === 'on' ? timing.date : '');
