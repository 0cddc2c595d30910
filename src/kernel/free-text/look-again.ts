import { done, type Outcome, type Refusal } from '../outcome.ts';
import { type Found, type FoundKind, screen } from './screen.ts';

/** Free texts that somebody is about to save. */
export interface FreeTexts {
  /** By the path of their fields, as the form names them. */
  texts: Record<string, string | null | undefined>;
  /** Texts the writer has looked at and keeps as they are, word for word: a text changed since is screened again. */
  lookedAt?: readonly string[];
  /** Names of the partnership's own parties and places. */
  known?: readonly string[];
}

/** What the journal is to know of texts that were kept although something was found in them: field and kind, never the words. */
export type KeptAnyway = { keptAnyway?: Record<string, FoundKind[]> };

/**
 * Asks the writer to look again before a text that gives away a person is saved: a refusal for each kind at its field, with
 * the places. Nothing is altered. A yes carries what goes into the journal entry of the write.
 */
export function lookAgain({ texts, lookedAt = [], known }: FreeTexts): Outcome<KeptAnyway> {
  const looked = new Set(lookedAt.map(asSent));
  const found = Object.entries(texts).flatMap(([path, text]) => {
    const places = text ? screen(text, known) : [];
    return places.length > 0 ? [{ path, text: text!, places, kept: looked.has(asSent(text!)) }] : [];
  });
  const refusals = found.filter(({ kept }) => !kept).flatMap(({ path, text, places }) => refusalsFor(path, text, places));
  if (refusals.length > 0) return { ok: false, refusals };
  return done(found.length > 0 ? { keptAnyway: Object.fromEntries(found.map(({ path, places }) => [path, [...new Set(places.map(({ kind }) => kind))]])) } : {});
}

const refusalsFor = (path: string, text: string, places: Found[]): Refusal[] =>
  [...Map.groupBy(places, ({ kind }) => kind)].map(([kind, alike]) => ({ kind: 'invalid', ...NAMED[kind], path, about: { text, spans: alike.map(({ span }) => span) } }));

const NAMED: Record<FoundKind, { code: string }> = {
  'personal-number': { code: 'people.free-text-has-personal-number' },
  'coordination-number': { code: 'people.free-text-has-coordination-number' },
  'phone-number': { code: 'people.free-text-has-phone-number' },
  plate: { code: 'people.free-text-has-plate' },
  name: { code: 'people.free-text-has-name' },
};

/** A browser sends line breaks its own way, and spaces around are not kept. */
const asSent = (text: string): string => text.replaceAll('\r\n', '\n').trim();
