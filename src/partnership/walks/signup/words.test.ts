import { expect, test } from 'vitest';
import { inLanguage } from '#platform/in-language.ts';
import { isOneMessage } from '#platform/sms/one-message.ts';
import { TIDINGS } from './model.ts';
import { codeWords, handedWords, wordsOf } from './words.ts';

const LONGEST = 'Ungdomens hus vid Västra Järnvägsgatans förlängning, stora entrén mot Köpmannatorget, 2 trappor ned';
const walk = { starts: new Date('2026-09-30T19:00:00Z'), ends: new Date('2026-09-30T22:30:00Z'), area: { id: '', name: LONGEST }, meetingPoint: null, cancelledBecause: null };
const link = 'https://handslag.nattvandrarna-i-hammarnas.example/walk/3f2b8c1e-7a54-4c0e-9a53-0d9f5f1a7c11';
const until = new Date('2026-09-30T17:30:00Z');

test('everything that a walker is told goes as one message, also of the longest place and in both languages', () => {
  for (const language of ['sv', 'en'] as const) {
    inLanguage(language, () => {
      for (const kind of TIDINGS) expect(isOneMessage(wordsOf(kind, { walk, link, until }).sms), kind).toBe(true);
      expect(isOneMessage(handedWords(walk, link))).toBe(true);
      expect(isOneMessage(codeWords('123456'))).toBe(true);
    });
  }
});

test('the link is whole or not there at all', () => {
  for (const address of [link, `https://${'x'.repeat(120)}.example/walk/1`]) {
    for (const kind of TIDINGS) {
      const { sms } = inLanguage('sv', () => wordsOf(kind, { walk, link: address, until }));
      expect(sms.endsWith(address), kind).toBe(address === link);
      expect(sms.includes('https'), kind).toBe(address === link);
    }
  }
});

test('a message says when and where, by the clock in Sweden', () => {
  const { sms } = inLanguage('sv', () => wordsOf('offered', { walk: { ...walk, area: { id: '', name: 'Centrum' } }, link: null, until }));
  expect(sms).toContain('ons 30 sep 21.00');
  expect(sms).toContain('Centrum');
  expect(sms).toContain('19.30');
});
