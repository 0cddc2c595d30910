import { expect, test } from 'vitest';
import { kindSaid } from './kind.ts';

test.each([
  ['Delrapport styrgruppen tillhanda', 'report'],
  ['Ekonomisk redovisning av hur medlen använts', 'report'],
  ['Delrapport med uppföljning av målen', 'report'],
  ['Samlad uppföljning av insatserna redovisas', 'follow-up'],
  ['Styrgruppen följer upp och sammanställer dokument', 'follow-up'],
  ['Parterna möts på kommunhuset', 'meeting'],
  ['Beslut om eventuell förlängning', 'extension'],
  ['Parterna träffas för att tala om förlängning', 'extension'],
  ['Rapport inför beslut om förlängning', 'report'],
  ['Uppsägning ska vara skriftlig', 'exit'],
  ['Outnyttjade medel betalas tillbaka', 'payment'],
  ['Följande dag upptas listan', 'other'],
  ['Lokalen ska städas', 'other'],
  ['Ledamöter utses av parterna', 'other'],
])('"%s" is a %s', (words, kind) => {
  expect(kindSaid(words)).toBe(kind);
});
