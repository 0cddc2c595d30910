/** Somebody with a name, and whether it is to be shown. */
interface Named {
  name: string | null;
  protected: boolean;
}

/** Who looks: in a list, an export, a letter and the journal nobody has opened anything. */
interface Viewer {
  /** True only in the answer to an opening that the journal has kept. */
  opened: boolean;
}

const ANYBODY: Viewer = { opened: false };

/** The name as the viewer is shown it: null for a protected identity that has not been opened, and for somebody who is not known any more. */
export const shownName = (person: Named | undefined, viewer: Viewer = ANYBODY): string | null => (person && (!person.protected || viewer.opened) ? person.name : null);

/** Everything about a person but that they are there and whom they are with, where their identity is protected: an empty name, and nothing of the rest. */
export const veiled = <T extends Named & object>(person: T, kept: readonly (keyof T)[]): T =>
  person.protected ? (Object.fromEntries(Object.entries(person).map(([key, value]) => [key, key === 'name' ? '' : key === 'protected' || (kept as readonly string[]).includes(key) ? value : null])) as T) : person;

/** What must not be read in anything that tells of a partnership: words that name or reach somebody with a protected identity. */
export type Secrets = readonly string[];

/** Plain data with every secret in its texts blacked out, letter by letter, so that places in a text stay where they are. */
export function masked<T>(data: T, secrets: Secrets): T {
  const pattern = patternOf(secrets);
  return pattern ? maskIn(data, pattern) : data;
}

function maskIn<T>(data: T, pattern: RegExp): T {
  if (typeof data === 'string') return data.replace(pattern, (secret) => secret.replace(/\S/gu, '█')) as T;
  if (Array.isArray(data)) return data.map((item) => maskIn(item, pattern)) as T;
  if (data instanceof Map) return new Map([...data].map(([key, value]) => [key, maskIn(value, pattern)])) as T;
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, maskIn(value, pattern)])) as T;
}

/** Secrets as whole words however they are broken, divided or written; a telephone number with any signs between its figures. Null where there are none. */
function patternOf(secrets: Secrets): RegExp | null {
  const sources = [...new Set(secrets.map((secret) => secret.trim()).filter((secret) => secret.length > 1))].sort((a, b) => b.length - a.length).map(sourceOf);
  return sources.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${sources.join('|')})(?![\\p{L}\\d])`, 'gu') : null;
}

function sourceOf(secret: string): string {
  const figures = secret.replace(/^\+46\s*(?:\(0\))?/, '').replace(/\D/g, '').replace(/^0/, '');
  if (/^\+?[\d\s()/.–-]{6,}$/.test(secret)) return `(?:\\+46[ ()0-]*|0046|0)${[...figures].join('[ ()/.–-]*')}`;
  return secret.split(/\s+/).map((word) => `(?:${literally(word)}|${literally(word.toUpperCase())})[sS]?`).join('[\\s-]+');
}

/** An address of mail is the same in capitals; "Ek" is a name and "ek" a tree. */
const literally = (word: string): string =>
  [...word].map((letter) => (word.includes('@') && /\p{L}/u.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))).join('');

/** The words by which somebody is named and reached: the whole name, its parts, and addresses and numbers. */
export const secretsOf = ({ name, email, phone }: { name?: string | null; email?: string | null; phone?: string | null }): string[] =>
  [name, ...(name?.split(/\s+/) ?? []).filter((part) => /^\p{Lu}.+/u.test(part)), email, phone].filter((word): word is string => Boolean(word));
