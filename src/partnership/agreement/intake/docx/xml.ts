import { XMLParser } from 'fast-xml-parser';
import { LIMITS } from '../limits.ts';

/** An element by its local name (`p` for `w:p`), so that documents with other prefixes read the same. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Its own characters; elements of a document have either these or children. */
  text: string;
}

/** Thrown for XML that no word processor writes; the door of the room answers that the file is broken. */
export class BrokenXml extends Error {}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are decoded here, and only those that cannot grow.
  processEntities: false,
  maxNestedTags: LIMITS.depth,
});

type Parsed = Record<string, unknown>;

/** The root element of a part. Entities of its own making are refused, so nothing can swell or be fetched. */
export function parseXml(bytes: Uint8Array): Element {
  const source = new TextDecoder(isWide(bytes) ? 'utf-16le' : 'utf-8').decode(bytes);
  if (source.includes('<!DOCTYPE') || source.includes('<!ENTITY')) throw new BrokenXml('a document type of its own');
  let parsed: Parsed[];
  try {
    parsed = parser.parse(source) as Parsed[];
  } catch (fault) {
    throw new BrokenXml('not well-formed', { cause: fault });
  }
  const root = parsed.find((node) => !('?xml' in node) && !('#text' in node));
  if (!root) throw new BrokenXml('no root');
  return element(root);
}

const isWide = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

function element(node: Parsed): Element {
  const name = Object.keys(node).find((key) => key !== ':@')!;
  const inside = node[name] as Parsed[];
  const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, unescaped(value)]);
  const made: Element = { name, attributes: Object.fromEntries(attributes), children: [], text: '' };
  for (const child of inside) {
    if ('#text' in child) made.text += unescaped(String(child['#text']));
    else if (!Object.keys(child)[0]!.startsWith('?')) made.children.push(element(child));
  }
  return made;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The first child of that name. */
export const child = (of: Element | null | undefined, name: string): Element | null => of?.children.find((each) => each.name === name) ?? null;

/** The children of that name. */
export const childrenOf = (of: Element | null | undefined, name: string): Element[] => of?.children.filter((each) => each.name === name) ?? [];

/** The `val` of the child of that name, or null. */
export const valueOf = (of: Element | null | undefined, name: string): string | null => child(of, name)?.attributes.val ?? null;

/** The `val` of the child as a whole number, or null. */
export function numberOf(of: Element | null | undefined, name: string): number | null {
  const value = Number(valueOf(of, name) ?? Number.NaN);
  return Number.isInteger(value) ? value : null;
}

/** A switch such as `<w:b/>` or `<w:b w:val="0"/>`; null where it is not said. */
export function switchOf(of: Element | null | undefined, name: string): boolean | null {
  const found = child(of, name);
  return found ? !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? '1') : null;
}
