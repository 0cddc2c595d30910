import { expect, test } from 'vitest';
import { lookAgain } from './look-again.ts';

const text = 'Ring 070-174 06 05 om nyckeln,\nbilen ABC 123';
const codes = (outcome: ReturnType<typeof lookAgain>) => (outcome.ok ? [] : outcome.refusals.map(({ code, path }) => [code, path]));

test('a text that gives away a person is refused at its field, once for each kind, with the places', () => {
  const outcome = lookAgain({ texts: { reason: text } });
  expect(codes(outcome)).toEqual([
    ['people.free-text-has-phone-number', 'reason'],
    ['people.free-text-has-plate', 'reason'],
  ]);
  expect(outcome.ok || outcome.refusals.flatMap(({ about }) => about!.spans.map(({ start, end }) => text.slice(start, end)))).toEqual(['070-174 06 05', 'ABC 123']);
});

test('a text that was looked at is kept, and the journal learns what kinds stand in it but no word of it', () => {
  const outcome = lookAgain({ texts: { reason: text }, lookedAt: [text] });
  expect(outcome).toEqual({ ok: true, value: { keptAnyway: { reason: ['phone-number', 'plate'] } } });
});

test('a browser may send the line breaks its own way', () => {
  expect(lookAgain({ texts: { reason: text }, lookedAt: [text.replace('\n', '\r\n')] }).ok).toBe(true);
  expect(lookAgain({ texts: { reason: text.replace('\n', '\r\n') }, lookedAt: [text] }).ok).toBe(true);
});

test('a text that has been changed since is screened again', () => {
  expect(codes(lookAgain({ texts: { reason: `${text}, eller 070-174 06 06` }, lookedAt: [text] }))).toHaveLength(2);
});

test('having looked at one field says nothing of another', () => {
  expect(codes(lookAgain({ texts: { reason: text, evidence: 'pnr 811218-9876' }, lookedAt: [text] }))).toEqual([['people.free-text-has-personal-number', 'evidence']]);
});

test('what gives away nobody is saved without a question', () => {
  expect(lookAgain({ texts: { reason: 'Styrgruppen beslutade det i november.', evidence: null } })).toEqual({ ok: true, value: {} });
});
