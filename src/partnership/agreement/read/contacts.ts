import type { Contact } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { emailsIn, phonesIn } from './lex/reachable.ts';
import { hasTitle, peopleIn } from './people.ts';
import { plainLines, type PlainLine } from './plain-lines.ts';
import { signingLines } from './signatories/region.ts';
import { remembered } from './remembered.ts';
import { topicOf } from './topic.ts';

interface Found {
  kind: 'person' | 'email' | 'phone' | 'party';
  value: string;
  at: number;
  end: number;
  line: PlainLine;
  row: number;
}

const HEADING = /kontakt|samordnare för partnerskapet|ansvariga personer/i;
const INLINE = /kontaktperson|kontaktuppgift|kontakt:|ansvarig(?:a)?\s+(?:för|hos)[^.]{0,40}:|(?:undrar|frågor)[^.]{0,40}(?:ringer|kontaktar|mejlar|besvaras|hör av)|(?:^|\s)(?:ring|kontakta|mejla)\s/i;
/** No agreement has more lines about contacts than this; what has is no agreement. */
const MOST = 400;
/** A line of e-mail addresses alone: the names stand above. */
const ADDRESSES = /^(?:\S+@\S+\s*){1,4}$/;
const MASKED = /█|\(namn\)|\[namn\]/;

/** Whom to reach, with role, e-mail, telephone and organisation as far as they stand beside the name. A masked name is null. */
export function readContacts(context: ReadingContext): Contact[] {
  const { doc, parties } = context;
  const all = withoutWrapping(plainLines(doc));
  const signing = signingLines(all)[0]?.span.start ?? Infinity;
  const isAddress = all.map(({ text }) => text.includes('@') && ADDRESSES.test(text));
  const lines = all
    .filter((line, i) => line.span.start < signing || isAddress[i + 1] || isAddress[i + 2] || isAddress[i + 3] || line.text.includes('@') || INLINE.test(line.text) || phonesIn(line.text).length > 0)
    .filter((line) => (line.span.start >= signing && line.block.kind === 'row') || isContactLine(line, doc.sections[line.block.section]?.heading?.text ?? ''))
    .slice(0, MOST);
  const found = lines.flatMap((line, row) => foundOn(line, row, parties)).slice(0, 4 * MOST);
  const people = found.filter((one) => one.kind === 'person');
  const contacts = people.map((person) => ({ person, email: null as Found | null, phone: null as Found | null }));
  for (const email of found.filter((one) => one.kind === 'email')) {
    const isTheirs = namedAfter(email.value);
    const own = new Set(people.filter((person) => isTheirs(person.value)));
    const isNobodyElses = ({ person }: { person: Found }) => own.size === 0 || (own.size === 1 && own.has(person));
    const owner = contacts.find((one) => one.email === null && own.has(one.person)) ?? nearest(email, contacts.filter((one) => one.email === null && isNobodyElses(one)));
    const sharers = contacts.filter((one) => one.email === null && one.person.row === email.row);
    const areJoined = sharers.length > 1 && sharers.slice(1).every((one, i) => /(?:\soch|\ssamt|&|\/)\s*$/.test(one.person.line.text.slice(sharers[i]!.person.end, one.person.at)));
    if (owner && areJoined && own.size === 0 && found.filter((one) => one.kind === 'email' && one.row === email.row).length === 1) for (const one of sharers) one.email = email;
    else if (owner) owner.email = email;
    else contacts.push({ person: email, email, phone: null });
  }
  for (const phone of found.filter((one) => one.kind === 'phone')) {
    const beside = contacts.find((one) => one.phone === null && one.email !== null && one.email.row === phone.row && (one.person.row !== phone.row || contacts.filter((other) => other.person.row === phone.row).length === 1));
    const owner = beside ?? nearest(phone, contacts.filter((one) => one.phone === null));
    if (owner) owner.phone = phone;
  }
  const parts = found.filter((one) => one.kind === 'party');
  const nameOf = ownersOf(contacts.filter(({ person }) => person.kind === 'email').map(({ person }) => person.value), all, parties);
  return distinct(contacts.map(({ person, email, phone }) => ({
    name: person.kind === 'person' ? person.value : (nameOf.get(person.value) ?? null),
    role: person.kind === 'person' ? roleBeside(person, people, parties) : null,
    email: email?.value ?? null,
    phone: phone?.value ?? null,
    organisation: organisationOf(person, email, parts),
    source: person.line.span,
    certainty: 'likely' as const,
  })));
}

/** Lines that were broken only by the page's width are one: a name or a role may stand over two. */
function withoutWrapping(lines: PlainLine[]): PlainLine[] {
  const joined: PlainLine[] = [];
  let last = 0;
  for (const line of lines) {
    const before = joined.at(-1);
    const goesOn = before?.block === line.block && line.block.kind !== 'row' && (last >= 58 || /(?:[,(]|\s(?:tel|tfn|telefon|och|e-post)[.:]?)$/i.test(before.text)) && !/^\p{Lu}[^,.:]{1,40}:\s/u.test(line.text);
    last = line.text.length;
    if (goesOn && before) {
      const text = `${before.text} ${line.text}`;
      joined[joined.length - 1] = { ...before, text, cells: [text], span: { ...before.span, end: line.span.end } };
    } else joined.push(line);
  }
  return joined;
}

function isContactLine(line: PlainLine, heading: string): boolean {
  if (line.block.kind === 'furniture') return false;
  if (HEADING.test(heading) || topicOf(heading) === 'contacts') return true;
  return INLINE.test(line.text) || line.text.includes('@');
}

function foundOn(line: PlainLine, row: number, parties: ReadingContext['parties']): Found[] {
  const text = line.text;
  const of = (kind: Found['kind']) => ({ at, end, value }: { at: number; end: number; value: string }): Found => ({ kind, value, at, end, line, row });
  const emails = emailsIn(text).map(of('email'));
  const people = peopleIn(text, parties).map(({ at, end, name }) => of('person')({ at, end, value: name }));
  const named = parties.find(text).filter((mention) => mention.party !== 'both').map(({ at, end, party }) => of('party')({ at, end, value: party }));
  const isProse = text.length > 160 && !INLINE.test(text) && emails.length === 0;
  return [...(isProse || MASKED.test(text) ? [] : people), ...emails, ...phonesIn(text).map(of('phone')), ...named].sort((a, b) => a.at - b.at);
}

/** "anna.berg@" and "a.berg@" belong to Anna Berg. */
function namedAfter(email: string): (name: string) => boolean {
  const local = fold(email.split('@')[0]!);
  return (name) => {
    const { first, last } = endsOf(name);
    return local.includes(last) || (first.length > 2 && local.includes(first));
  };
}

/** The first name, and how the last begins. */
const endsOf = remembered((name: string) => {
  const parts = fold(name).split(' ');
  return { first: parts[0]!, last: parts.at(-1)!.slice(0, 6) };
});

/** Of addresses without a name beside them, whose they are: the one person in the agreement whose name makes the address. */
function ownersOf(addresses: string[], lines: PlainLine[], parties: ReadingContext['parties']): Map<string, string> {
  if (addresses.length === 0) return new Map();
  const byFirst = new Map<string, string[]>();
  const named = linesNaming(new Set(addresses.map((address) => fold(address).split(/[._@-]/)[0]!)), lines.flatMap(({ text }) => (text.length <= 2_000 ? [text] : [])));
  for (const name of new Set(named.flatMap((text) => peopleIn(text, parties).map((person) => person.name)))) {
    const first = fold(name).split(' ')[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), name].slice(0, 20));
  }
  return new Map(
    addresses.flatMap((address) => {
      const [first, ...rest] = fold(address.split('@')[0]!).split(/[._-]/);
      const owners = (byFirst.get(first!) ?? []).filter((name) => first!.length > 2 && (rest.length === 0 || rest.at(-1) === fold(name).split(' ').at(-1)));
      return owners.length === 1 ? [[address, owners[0]!] as const] : [];
    }),
  );
}

/** More first names than this are not looked for one by one. */
const FEW = 20;

/** The texts in which one of the first names may stand before another name. */
function linesNaming(firsts: ReadonlySet<string>, texts: string[]): string[] {
  if (firsts.size > FEW) return texts;
  const folded = fold(texts.join('\n')).split('\n');
  const sought = [...firsts].flatMap((first) => (first.length > 2 ? [`${first} `] : []));
  return texts.filter((_, i) => sought.some((first) => folded[i]!.includes(first)));
}

const fold = remembered((text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));

/** The last person before it within four lines, on its own line first; else the first after it. */
function nearest<T extends { person: Found }>(one: Found, contacts: T[]): T | null {
  const before = contacts.filter(({ person }) => person.row === one.row && person.at < one.at).at(-1) ?? contacts.filter(({ person }) => person.row < one.row && one.row - person.row <= 4 && one.line.span.line - person.line.span.line <= 10).at(-1);
  return before ?? null;
}

function roleBeside(person: Found, people: Found[], parties: ReadingContext['parties']): string | null {
  const text = person.line.text;
  const next = people.find((other) => other.row === person.row && other.at > person.at);
  const after = text.slice(person.end, next?.at ?? text.length);
  const role = /^\s*(?:,|\(|–|-|:|\t|är)?\s*([^,;()@\t]{2,60}?)(?=[,;()@\t]|\s(?:e-post|epost|mail|tel|telefon|mobil)|\s\d|\.\s|\.?$)/iu.exec(after)?.[1]?.trim();
  if (role && hasTitle(role)) return trimParty(role, parties);
  const before = /([^,;:.()\t/]{3,50})[\s:]*$/.exec(text.slice(0, person.at))?.[1]?.trim().replace(/^(?:och|samt|är|eller)\s+/, '');
  return before && hasTitle(before) && !/kontaktperson/i.test(before) ? before : null;
}

function trimParty(role: string, parties: ReadingContext['parties']): string {
  const last = parties.find(role).at(-1);
  return last && last.end === role.length && last.at > 0 && !last.genitive ? role.slice(0, last.at).replace(/[\s,]+(?:i|för|på|hos)?\s*$/, '') : role;
}

/** The party named nearest before on the line, or on the lines above; else the one whose name is in the address. */
function organisationOf(person: Found, email: Found | null, named: Found[]): string | null {
  const here = named.filter((one) => one.row === person.row);
  if (here.length > 0) return (here.findLast((one) => one.at < person.at) ?? here[0]!).value;
  const domain = fold(email?.value.split('@')[1] ?? '').replace(/[^a-z]/g, '');
  const byDomain = named.find((one) => domain.length > 4 && fold(one.value).split(/[\s.]/).some((word) => word.length > 4 && domain.includes(word.replace(/s$/, ''))));
  const above = named.findLast((one) => one.row < person.row && person.row - one.row <= 8);
  return above?.value ?? byDomain?.value ?? null;
}

function distinct(contacts: Contact[]): Contact[] {
  const seen = new Map<string, Contact>();
  for (const contact of contacts) {
    const key = (contact.name ?? contact.email ?? '').toLowerCase();
    const known = seen.get(key);
    if (!known) seen.set(key, contact);
    else Object.assign(known, { email: known.email ?? contact.email, phone: known.phone ?? contact.phone, role: known.role ?? contact.role });
  }
  return [...seen.values()];
}
