import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { sameBytes } from '../bytes.ts';
import type { Change } from '../report.ts';

/** More is not listed: whoever reads the list has understood. */
const MOST = 20;

/** Where in the document one is: what the surroundings are, and which page. */
type Place = Pick<Change, 'kind' | 'page'>;

/**
 * What differs between two revisions of a document, found by walking both from their roots side by side. A signature in an
 * empty place, a new place of no size, validation data and a new version are no change: later signers need them.
 */
export function changesBetween(before: PDF, after: PDF): Change[] {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const pages = pageNumbers(after);

  const note = ({ kind, page }: Place, path: string): void => {
    if (changes.length < MOST) changes.push({ kind, page, path: path || '/' });
  };

  const walk = (one: unknown, other: unknown, path: string, place: Place): void => {
    if (changes.length >= MOST) return;
    if (one instanceof PdfRef || other instanceof PdfRef) {
      const pair = `${numberOf(one)}:${numberOf(other)}`;
      if (seen.has(pair)) return;
      seen.add(pair);
    }
    const number = other instanceof PdfRef ? pages.get(other.objectNumber) : undefined;
    compare(resolved(before, one), resolved(after, other), path, number === undefined ? place : { kind: 'page', page: number });
  };

  const compare = (one: unknown, other: unknown, path: string, outer: Place): void => {
    if (kindOf(one) !== kindOf(other)) return note(outer, path);
    if (one instanceof PdfDict && other instanceof PdfDict) {
      const place = placeOf(other, outer, pages);
      for (const key of inOrder(one, other)) member(one, other, key, `${path}/${key}`, placeAt(key, place));
      if (one instanceof PdfStream && other instanceof PdfStream && !sameBytes(one.getEncodedData(), other.getEncodedData())) note(place, path);
    } else if (one instanceof PdfArray && other instanceof PdfArray) items(one, other, path, outer);
    else if (one instanceof PdfString && other instanceof PdfString ? !sameBytes(one.bytes, other.bytes) : valueOf(one) !== valueOf(other)) note(outer, path);
  };

  const member = (one: PdfDict, other: PdfDict, key: string, path: string, place: Place): void => {
    if (isAllowed(path)) return;
    const [was, is] = [one.get(key), other.get(key)];
    if (was === undefined && is !== undefined) {
      if (!mayBeAdded(after, other, key, path, is)) note(place, path);
    } else if (is === undefined) note(place, path);
    else walk(was, is, path, place);
  };

  const items = (one: PdfArray, other: PdfArray, path: string, place: Place): void => {
    if (other.length < one.length) return note(place, path);
    for (let index = 0; index < one.length; index += 1) walk(one.at(index), other.at(index), `${path}[${index}]`, place);
    for (let index = one.length; index < other.length; index += 1) {
      const isPlace = /\/(Annots|Fields)$/.test(path) && isEmptyPlace(after, other.at(index));
      if (!isPlace) note(placeOf(resolved(after, other.at(index)), place, pages), `${path}[${index}]`);
    }
  };

  compare(before.getCatalog(), after.getCatalog(), '', { kind: 'structure', page: null });
  return changes;
}

/** Validation data, the version it needs, and the form's flags may be other at any time. */
const isAllowed = (path: string): boolean => path === '/DSS' || path === '/Extensions' || path === '/AcroForm/SigFlags';

/** A signature in an empty place; the form, or a page's list, where all it has is empty places of no size. */
function mayBeAdded(pdf: PDF, owner: PdfDict, key: string, path: string, value: unknown): boolean {
  if (key === 'V') return isSignature(owner);
  const found = resolved(pdf, value);
  if (path === '/AcroForm' && found instanceof PdfDict) {
    const others = [...found.keys()].some((each) => !['Fields', 'SigFlags'].includes(each.value));
    return !others && placesOnly(pdf, found.getArray('Fields', (ref) => pdf.getObject(ref)));
  }
  return key === 'Annots' && found instanceof PdfArray && placesOnly(pdf, found);
}

const placesOnly = (pdf: PDF, places: PdfArray | undefined): boolean => places !== undefined && [...places].every((each) => isEmptyPlace(pdf, each));

/** A place for a signature that cannot be seen and does nothing. */
function isEmptyPlace(pdf: PDF, value: unknown): boolean {
  const place = resolved(pdf, value);
  if (!(place instanceof PdfDict) || !isSignature(place) || ['AP', 'A', 'AA', 'Kids'].some((key) => place.has(key))) return false;
  const sides = place.getArray('Rect', (ref) => pdf.getObject(ref));
  return sides === undefined || [...sides].every((side) => side instanceof PdfNumber && side.value === 0);
}

const isSignature = (dict: PdfDict): boolean => nameAt(dict, 'FT') === 'Sig';

/** What a part of the document is, by what it says of itself. */
function placeOf(part: unknown, outer: Place, pages: Map<number, number>): Place {
  if (!(part instanceof PdfDict)) return outer;
  const owner = part.get('P');
  const page = owner instanceof PdfRef ? (pages.get(owner.objectNumber) ?? outer.page) : outer.page;
  if (isSignature(part)) return { kind: 'visible-signature', page };
  if (nameAt(part, 'Subtype') === 'Widget' || part.has('FT')) return { kind: 'form-field', page };
  if (nameAt(part, 'Type') === 'Annot') return { kind: 'annotation', page };
  return outer;
}

const NAMED: Record<string, Change['kind']> = { Metadata: 'metadata', EmbeddedFiles: 'attachment', AF: 'attachment', AcroForm: 'form-field', Annots: 'annotation' };

/** And by what it stands under. */
const placeAt = (key: string, place: Place): Place => (key in NAMED && place.kind !== 'visible-signature' ? { ...place, kind: NAMED[key] } : place);

/** Pages first: what is reached by many ways is then named by the page it is on. */
function inOrder(one: PdfDict, other: PdfDict): string[] {
  const keys = new Set([...one.keys(), ...other.keys()].map(({ value }) => value));
  return [...keys].sort((a, b) => Number(b === 'Pages') - Number(a === 'Pages'));
}

function pageNumbers(pdf: PDF): Map<number, number> {
  return new Map(pdf.getPages().map((page, index) => [page.ref.objectNumber, index + 1]));
}

const resolved = (pdf: PDF, value: unknown): unknown => (value instanceof PdfRef ? pdf.getObject(value) : value);

const numberOf = (value: unknown): number => (value instanceof PdfRef ? value.objectNumber : -1);

const kindOf = (value: unknown): unknown => (value as { type?: unknown } | null | undefined)?.type ?? null;

const valueOf = (value: unknown): unknown => (value as { value?: unknown } | null | undefined)?.value ?? null;

const nameAt = (dict: PdfDict, key: string): string | null => {
  const name = dict.get(key);
  return name instanceof PdfName ? name.value : null;
};
