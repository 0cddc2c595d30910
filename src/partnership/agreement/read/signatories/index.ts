import type { Signatory } from '../../model.ts';
import type { ReadingContext } from '../context.ts';
import { datesIn, firstDay } from '../lex/dates.ts';
import { hasTitle, peopleIn, personNamed } from '../people.ts';
import { plainLines } from '../plain-lines.ts';
import type { PartyNames } from '../parties/names.ts';
import { inReadingOrder, type ColumnPiece } from '../columns.ts';
import { signingLines } from './region.ts';
import { partedSideBySide } from './side-by-side.ts';
import { withoutRunning } from './running.ts';

interface Entry {
  name: string;
  title: string | null;
  party: string | null;
  date: string | null;
  piece: ColumnPiece;
}

/** Who signs, for whom and when. Masked and blank names are no signatories; a date that was left blank is null. */
export function readSignatories({ doc, parties }: ReadingContext): Signatory[] {
  const lines = signingLines(plainLines(doc)).filter((line) => line.text !== '');
  const pieces = withoutRunning(inReadingOrder(partedSideBySide(lines, parties, (name, before) => standsAlone(name, doc.text, before))), parties);
  const entries = withSurroundings(withSplitNames(pieces, parties), parties);
  return entries
    .filter((entry, i) => entries.findIndex((other) => other.name.toLowerCase() === entry.name.toLowerCase() && (other.party ?? entry.party) === (entry.party ?? other.party)) === i)
    .map(({ name, title, party, date, piece }) => ({ name, title, party, date, source: piece.line.span, certainty: title || party ? 'certain' : 'likely' }));
}

/** The name stands earlier in the text without another name after it, as where somebody is to be reached. */
const standsAlone = (name: string, text: string, before: number): boolean => {
  for (let at = text.indexOf(name); at >= 0 && at < before; at = text.indexOf(name, at + name.length)) if (!/^[\p{L}]|^\s\p{Lu}\p{Ll}/u.test(text.slice(at + name.length, at + name.length + 3))) return true;
  return false;
};

/** "Anna" over "Bergström", or "ordförande Anna" over it: one name over two lines. */
function withSplitNames(pieces: readonly ColumnPiece[], parties: PartyNames): ColumnPiece[] {
  const isHalf = (text: string) => /^\p{Lu}\p{Ll}{1,20}(?:-\p{Lu}\p{Ll}+)?$/u.test(text) && parties.named(text) === null && !hasTitle(text);
  const merged: ColumnPiece[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const [here, next, after] = [pieces[i]!, pieces[i + 1], pieces[i + 2]];
    const last = /(?:^|\s)(\p{Lu}\p{Ll}{1,20}(?:-\p{Lu}\p{Ll}+)?)$/u.exec(here.text)?.[1];
    const isBroken = next && last && isHalf(last) && isHalf(next.text) && next.column === here.column && next.line.span.line - here.line.span.line <= 2;
    const name = isBroken && peopleIn(here.text, parties).length === 0 ? personNamed(`${last} ${next.text}`, parties) : null;
    const isTitled = hasTitle(here.text) || (after !== undefined && (hasTitle(after.text) || parties.find(after.text).length > 0));
    if (name && isTitled) {
      merged.push({ ...here, text: `${here.text} ${next!.text}` });
      i += 1;
    } else merged.push(here);
  }
  return merged;
}

function withSurroundings(pieces: readonly ColumnPiece[], parties: PartyNames): Entry[] {
  const entries: Entry[] = [];
  const above = { party: null as string | null, date: null as string | null, column: 0 };
  let leads: boolean | null = null;
  let open: Entry[] = [];
  for (const piece of pieces) {
    if (piece.column !== above.column) {
      Object.assign(above, { column: piece.column, ...(piece.column > 0 ? { party: null, date: null } : {}) });
      open = [];
    }
    const people = peopleOn(piece.text, parties);
    const party = partyOn(piece.text, parties);
    const date = dateOn(piece.text);
    if (people.length > 0) {
      open = people.map(({ name, title }) => ({ name, title, party: people.length === 1 ? party : null, date: date ?? above.date, piece }));
      for (const entry of open) entry.party ??= titleParty(entry.title, parties) ?? (leads === false ? null : above.party);
      entries.push(...open);
      leads ??= above.party !== null;
      continue;
    }
    if (date) {
      const waiting = open.filter((entry) => entry.date === null);
      if (waiting.length > 0 && above.date === null) for (const entry of waiting) entry.date = date;
      else above.date = date;
    }
    const isTitle = hasTitle(piece.text) && piece.text.length <= 110;
    if (isTitle) for (const entry of open.filter((one) => one.title === null)) {
      entry.title = titleIn(piece.text, parties);
      if (party === null && (entry.party === null || leads === true)) entry.party = titleParty(piece.text, parties) ?? entry.party;
    }
    if (party) {
      const nameless = open.filter((entry) => entry.party === null);
      if (isTitle || leads === false || nameless.length > 0) for (const entry of isTitle ? open : nameless) entry.party = party;
      if (!isTitle && (leads !== false || nameless.length === 0)) {
        above.party = party;
        if (open.length > 0) above.date = date;
        open = nameless.length > 0 ? open : [];
      }
    }
  }
  return entries;
}

const LABEL = /^(?:namn(?:förtydligande|teckning)?|underskrift|signatur|undertecknat av|signerat(?:\s+elektroniskt)?(?:\s+av)?|för\s+[^:]{2,50}|undertecknare|firmatecknare)\s*:\s*/i;

/** "Anna Berg, ordförande", "Kommundirektör Anna Berg", "Anna Berg / Erik Ek", "ANNA BERG". */
function peopleOn(line: string, parties: PartyNames): { name: string; title: string | null }[] {
  const words = line.replace(LABEL, '').replace(/[_.]{3,}/g, ' ').trim();
  if (words.length > 220 || /@|^kontakt|^c\/o/i.test(words)) return [];
  const whole = personNamed(words, parties);
  if (whole) return [{ name: whole, title: null }];
  const people = peopleIn(words, parties);
  const isProse = words.length > 90 && !/undertecknas?|signera/i.test(words) && words.split(' ').length > 14;
  if (people.length === 0 || isProse) {
    const first = words.split(/,\s|\s\(/)[0]!;
    const name = people.length === 0 && first !== words ? personNamed(first, parties) : null;
    return name ? [{ name, title: titleIn(words.slice(first.length), parties) }] : [];
  }
  return people.map(({ name, end }, i) => {
    const after = words.slice(end, people[i + 1]?.at ?? words.length);
    const before = words.slice(i === 0 ? 0 : people[i - 1]!.end, people[i]!.at);
    const title = hasTitle(after) ? titleIn(after, parties) : i === 0 && hasTitle(before) ? titleIn(before, parties) : null;
    return { name, title };
  });
}

/** The words of a title without the party, brackets and dates around it. */
function titleIn(words: string, parties: PartyNames): string | null {
  const parts = words.split(/,\s|\s[–-]\s|\s\(|\)|\s{2,}/).map((part) => part.replace(/^[\s,/(:–-]+|[\s,.;/(–-]+$/g, '')).filter(Boolean);
  const titled = parts.filter((part) => hasTitle(part));
  let title = titled.join(', ') || null;
  if (title === null) return null;
  for (const mention of parties.find(title).toReversed()) {
    if (mention.party === 'both' || mention.genitive || (mention.at === 0 && mention.end < title.length && !/^\s/.test(title.slice(mention.end)))) continue;
    title = (title.slice(0, mention.at) + title.slice(mention.end)).replace(/\s+(?:i|för|på)?\s*$/, '').trim();
  }
  return title.replace(/\s+(?:och|samt)$/, '').replace(/^(?:titel|befattning|roll)\s*:\s*/i, '') || null;
}

function partyOn(line: string, parties: PartyNames): string | null {
  if (line.length > 160) return null;
  const named = parties.find(line).filter((mention) => mention.party !== 'both');
  const all = new Set(named.map((mention) => mention.party));
  return all.size === 1 ? named[0]!.party : null;
}

/** "Kommunchef" speaks for the only municipality, "klubbchef" for the only club. */
function titleParty(title: string | null, parties: PartyNames): string | null {
  if (title === null) return null;
  const municipalities = [...new Set(parties.parties.filter((party) => party.sector === 'public').map((party) => party.name))];
  if (/kommun|nämnd|stadsdirektör|förvaltning|socialchef|skolchef/i.test(title) && municipalities.length === 1) return municipalities[0]!;
  return partyOn(title, parties);
}

function dateOn(line: string): string | null {
  if (line.length > 120) return null;
  const date = datesIn(line).find((one) => one.day !== null && one.year !== null && !one.incomplete);
  return date ? firstDay(date) : null;
}
