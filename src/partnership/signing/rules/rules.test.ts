import { describe, expect, test } from 'vitest';
import type { Signatory, Signature, SigningPlace, SigningRecords } from '../model.ts';
import { lettersDue } from './letters-due.ts';
import { lackingIn } from './preparation.ts';
import { disagreements } from './sealed-file.ts';
import { newestFile, statusOf } from './status.ts';
import { placesInTurn, turnOf } from './turn.ts';

const TODAY = '2026-11-21';
const at = (day: string): Date => new Date(`${day}T09:00:00Z`);
const somebody = (id: string, more: Partial<Signatory> = {}): Signatory => ({
  id,
  placeId: '',
  name: id,
  title: null,
  email: `${id}@example.se`,
  mandate: { kind: 'delegation', source: 'KS 4.2', date: '2024-11-12' },
  deputy: false,
  accountId: id,
  ...more,
});
const place = (position: number, ...signatories: Signatory[]): SigningPlace => ({ id: `place ${position}`, position, organisation: { id: `org ${position}`, name: `Part ${position}` }, signatories });
const signed = (position: number, by: string, more: Partial<Signature> = {}): Signature => ({
  placeId: `place ${position}`,
  signatoryId: by,
  revision: position,
  manner: 'electronic',
  previousSha256: `file ${position - 1}`,
  sha256: `file ${position}`,
  scan: null,
  signedAt: at(TODAY),
  by: { id: by, name: by },
  assurance: 'low',
  signedIn: null,
  ...more,
});
const records = (more: Partial<SigningRecords> & { ordered?: boolean } = {}): SigningRecords => ({
  signing: {
    id: 's',
    draftId: 'd',
    agreementId: 'a',
    ordered: more.ordered ?? true,
    expiresOn: '2026-12-21',
    places: [place(1, somebody('Anna'), somebody('Björn')), place(2, somebody('Cilla'), somebody('Dag', { deputy: true }))],
    sent: { frozenSha256: 'file 0' } as never,
    ended: null,
  },
  signatures: [],
  declines: [],
  letters: [],
  seal: null,
  ...more,
});
const no = (outcome: ReturnType<typeof turnOf>) => (outcome.ok ? null : outcome.refusals[0].code);
const declined = (...ids: string[]) => ids.map((signatoryId) => ({ signatoryId, reason: 'Nej', at: at(TODAY), by: signatoryId }));

describe('whose turn it is', () => {
  test('in a given order the first place goes first, and any of those at it', () => {
    expect(placesInTurn(records(), TODAY).map(({ position }) => position)).toEqual([1]);
    expect(no(turnOf(records(), 'Björn', TODAY))).toBe(null);
    expect(turnOf(records(), 'Cilla', TODAY)).toMatchObject({ refusals: [{ code: 'signing.not-your-turn', facts: { organisation: 'Part 1' } }] });
    const then = records({ signatures: [signed(1, 'Björn')] });
    expect(no(turnOf(then, 'Anna', TODAY))).toBe('signing.signed-already');
    expect(no(turnOf(then, 'Dag', TODAY))).toBe(null);
  });

  test('in no given order anybody may begin, and nobody who is not asked', () => {
    expect(no(turnOf(records({ ordered: false }), 'Cilla', TODAY))).toBe(null);
    expect(no(turnOf(records(), 'Eva', TODAY))).toBe('signing.not-found');
  });

  test('nobody signs after the last day, and everybody on it', () => {
    expect(no(turnOf(records(), 'Anna', '2026-12-21'))).toBe(null);
    expect(no(turnOf(records(), 'Anna', '2026-12-22'))).toBe('signing.has-expired');
    expect(statusOf(records({ signatures: [signed(1, 'Anna'), signed(2, 'Cilla')] }), '2027-06-01')).toBe('complete');
  });

  test('one who declines leaves it to the others there; when nobody is left it has ended', () => {
    const one = records({ declines: declined('Anna') });
    expect(no(turnOf(one, 'Anna', TODAY))).toBe('signing.declined-by-you');
    expect(no(turnOf(one, 'Björn', TODAY))).toBe(null);
    const all = records({ declines: declined('Anna', 'Björn') });
    expect(statusOf(all, TODAY)).toBe('declined');
    expect(no(turnOf(all, 'Cilla', TODAY))).toBe('signing.was-declined');
  });

  test('the newest file is the one to sign, and on paper it stays the same', () => {
    expect(newestFile(records())).toBe('file 0');
    expect(newestFile(records({ signatures: [signed(1, 'Anna'), signed(2, 'Cilla', { manner: 'paper', previousSha256: 'file 1', sha256: 'file 1' })] }))).toBe('file 1');
  });
});

describe('letters', () => {
  const due = (given: SigningRecords, day = TODAY) => lettersDue(given, { now: at(day), today: day }).map(({ signatory, kind, nth }) => `${kind} ${nth} ${signatory.name}`);
  const letter = (signatoryId: string, kind: 'invitation' | 'reminder', nth: number, day: string) => ({ signatoryId, kind, nth, at: at(day) });

  test('go to those whose turn it is, once, then again after five days and three times at most', () => {
    expect(due(records())).toEqual(['invitation 0 Anna', 'invitation 0 Björn']);
    const asked = [letter('Anna', 'invitation', 0, '2026-11-21'), letter('Björn', 'invitation', 0, '2026-11-21')];
    expect(due(records({ letters: asked }), '2026-11-25')).toEqual([]);
    expect(due(records({ letters: asked }), '2026-11-26')).toEqual(['reminder 1 Anna', 'reminder 1 Björn']);
    const often = [1, 2, 3].flatMap((nth) => [letter('Anna', 'reminder', nth, `2026-12-0${nth}`), letter('Björn', 'reminder', nth, `2026-12-0${nth}`)]);
    expect(due(records({ letters: [...asked, ...often] }), '2026-12-20')).toEqual([]);
  });

  test('go to a deputy when the others have been reminded, or have declined', () => {
    const second = { signatures: [signed(1, 'Anna')] };
    expect(due(records(second))).toEqual(['invitation 0 Cilla']);
    expect(due(records({ ...second, declines: declined('Cilla') }))).toEqual(['invitation 0 Dag']);
    const reminded = [letter('Cilla', 'invitation', 0, '2026-11-21'), letter('Cilla', 'reminder', 1, '2026-11-26')];
    expect(due(records({ ...second, letters: reminded }), '2026-11-27')).toEqual(['invitation 0 Dag']);
  });
});

test('it cannot be sent out while a side has nobody, a place has deputies only, or the day has passed', () => {
  const parties = [{ id: 'org 1', name: 'Part 1' }, { id: 'org 3', name: 'Part 3' }];
  const { signing } = records();
  const codes = lackingIn({ ...signing, expiresOn: '2026-11-20', places: [place(1, somebody('Dag', { deputy: true }))] }, parties, TODAY).map(({ code }) => code);
  expect(codes).toEqual(['signing.party-has-no-signatory', 'signing.only-deputies', 'signing.last-day-outside']);
  expect(lackingIn(signing, parties.slice(0, 1), TODAY).map(({ code }) => code)).toEqual(['signing.needs-two-parties']);
});

test('a file that holds, but was signed by others or by fewer than the records say, is found out', () => {
  const both = records({ signatures: [signed(1, 'Anna'), signed(2, 'Cilla')] });
  const report = (verdict: 'whole' | 'incomplete', ...names: string[]) => ({ verdict, signatures: names.map((name, index) => ({ kind: 'signature', field: `Signature${index + 1}`, signer: { name } })) as never });
  expect(disagreements(report('whole', 'Anna', 'Cilla'), both)).toEqual([]);
  expect(disagreements(report('whole', 'Anna'), both)).toEqual(['lacks Signature2 by Cilla']);
  expect(disagreements(report('whole', 'Anna', 'Eva'), both)).toEqual(['lacks Signature2 by Cilla', 'has Signature2 by Eva']);
  const paper = records({ signatures: [signed(1, 'Anna'), signed(2, 'Cilla', { manner: 'paper' })] });
  expect(disagreements(report('incomplete', 'Anna'), paper)).toEqual([]);
});
