import type { Party } from '../../model.ts';
import { remembered } from '../remembered.ts';
import type { Introduction } from './introduction.ts';
import { isOrganisationName, sectorOf } from './organisations.ts';

const FORMS = /(?<!\p{L})(?:den|det|ideella|ideell|ekonomisk|föreningen|förening|stiftelsen|organisationen|kommun|stad|region)(?!\p{L})/giu;

/** A name without case, legal form and signs, for telling whether two names are one. */
export const foldedName = remembered((name: string): string => name.toLowerCase().replace(/["”“'»«*!]/g, '').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim());

/** A name in the ways it is compared. */
interface Compared {
  folded: string;
  /** "Borås kommun" and "Borå kommun" are one: the genitive is not always written. */
  ofPlace: string;
  isPublic: boolean;
  /** Without its legal form. */
  core: string;
}

const compared = remembered((name: string): Readonly<Compared> => {
  const folded = foldedName(name);
  return {
    folded,
    ofPlace: folded.replace(/s (kommun|stad)$/, ' $1'),
    isPublic: /(?:^|\s)(?:kommun|stad)$|^region\s/.test(folded),
    core: folded.replace(FORMS, ' ').replace(/\s+/g, ' ').trim(),
  };
});

/** True when both names mean one legal person: the same, with or without its legal form, in capitals or not, or with a place added. */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [compared(a), compared(b)];
  if (one.folded === other.folded || one.ofPlace === other.ofPlace) return true;
  if (one.isPublic || other.isPublic) return false;
  if (isShortFor(one.folded, other.folded) || isShortFor(other.folded, one.folded)) return true;
  const [p, q] = [one.core, other.core];
  if (p === '' || q === '') return false;
  return p === q || (p.length > 4 && q.startsWith(`${p} `)) || (q.length > 4 && p.startsWith(`${q} `)) || (p.length > 5 && q.endsWith(` ${p}`)) || (q.length > 5 && p.endsWith(` ${q}`));
}

/** "Simsällskapet" is short for "Ulvhälla Simsällskap". */
function isShortFor(short: string, long: string): boolean {
  if (short.includes(' ') || !long.includes(' ')) return false;
  const stem = short.replace(/(?:et|en|n|t)$/, '');
  return stem.length >= 6 && (long.endsWith(` ${stem}`) || long.endsWith(` ${short}`));
}

/** "Röda Korset Norrsunda" and "Svenska Röda Korsets lokalförening i Norrsunda": two words or more, every one of them in the other. */
function isBranchOf(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 3 || /(?:kommun|stad|region)$/i.test(a) || /(?:kommun|stad|region)$/i.test(b)) return false;
  return short.every((word) => long.includes(word));
}

const wordsOf = remembered((name: string): readonly string[] => (name.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => word.replace(/s$/, '')));

/** One party per legal person and unit, in the order they first appear, under the fullest name the agreement gives. */
export function mergedParties(introductions: Introduction[]): Party[] {
  const people: { name: string; orgNumber: string | null; all: Introduction[] }[] = [];
  for (const next of introductions) {
    const isOther = (person: { orgNumber: string | null }) => person.orgNumber !== null && next.orgNumber !== null && person.orgNumber !== next.orgNumber;
    const known = people.find((person) => isSamePerson(person.name, next.name) || (next.orgNumber !== null && person.orgNumber === next.orgNumber) || (!isOther(person) && isBranchOf(person.name, next.name)));
    if (!known) people.push({ name: next.name, orgNumber: next.orgNumber, all: [next] });
    else {
      const isNumbered = next.orgNumber !== null && known.orgNumber === null && !isSamePerson(known.name, next.name);
      known.orgNumber ??= next.orgNumber;
      known.all.push(next);
      if (isNumbered) known.name = next.name;
      else if (known.orgNumber !== null && next.orgNumber === null && !isSamePerson(known.name, next.name)) continue;
      if (isBetterName(next.name, known.name)) known.name = next.name;
    }
  }
  return withoutTwins(people).flatMap((person) => unitsOf(person.all).map(({ unit, from }) => ({
    name: person.name,
    sector: sectorOf(person.name, person.orgNumber),
    orgNumber: person.orgNumber,
    unit,
    address: null,
    source: from.source,
    certainty: person.orgNumber || person.all.length > 1 ? 'certain' : 'likely',
  })));
}

/** Two that got one name on the way are one. */
function withoutTwins<T extends { name: string; orgNumber: string | null; all: Introduction[] }>(people: T[]): T[] {
  const byName = new Map<string, T>();
  for (const person of people) {
    const twin = byName.get(foldedName(person.name));
    if (!twin) byName.set(foldedName(person.name), person);
    else {
      twin.orgNumber ??= person.orgNumber;
      twin.all.push(...person.all);
    }
  }
  return [...byName.values()];
}

function isBetterName(next: string, known: string): boolean {
  const isCapitals = (name: string) => name === name.toUpperCase() && name.length > 4;
  if (isCapitals(known) && !isCapitals(next)) return true;
  if (isCapitals(next) || /^\p{Ll}/u.test(next)) return false;
  return next.length > known.length && next.length < 70 && (isOrganisationName(next) || !isOrganisationName(known)) && !/[,(]/.test(next);
}

/** Two units that are each presented on their own are two entries; a unit and a bare name are one. */
function unitsOf(all: Introduction[]): { unit: string | null; from: Introduction }[] {
  const withUnit = all.filter((one) => one.unit !== null);
  const isShort = (one: Introduction) => withUnit.some((other) => foldedName(other.unit!) !== foldedName(one.unit!) && foldedName(other.unit!).endsWith(foldedName(one.unit!)));
  const different = withUnit.filter((one, i) => !isShort(one) && withUnit.findIndex((other) => foldedName(other.unit!) === foldedName(one.unit!)) === i);
  if (different.length === 0) return [{ unit: null, from: all[0]! }];
  return different.map((from) => ({ unit: from.unit!.charAt(0).toUpperCase() + from.unit!.slice(1), from }));
}
