import { confirmAll, receiveAgreement, takeReading } from '#partnership/agreement';
import { dutiesOfPartnership } from '#partnership/commitments';
import { done, sure } from '#kernel/outcome.ts';
import { placeOf } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import { type FactKind, type ReadFact, readingFrom } from '#pure/agreement';
import { commenceAndLayOut } from '../../src/reactions/lay-out.ts';
import { smallFacts, smallReading, smallText } from './readings.ts';

/** A running partnership of the story. */
export interface Running {
  id: string;
  title: string;
  dutyId: string;
  factId: string;
}

/** Lays out a running partnership between these two with this title, as the house does with its samples; with more facts, in a longer text, where the story needs them. */
export async function running(house: Context, title: string, [municipality, association]: [string, string], { text = smallText, more = [] }: { text?: string; more?: ReadFact[] } = {}): Promise<Running> {
  const names = [municipality, association];
  const span = { start: 0, end: 6, line: 1 };
  const parties = smallFacts().filter(({ kind }) => kind === 'party');
  const others = smallFacts().filter(({ kind }) => kind !== 'party');
  const facts = [
    { kind: 'title' as FactKind, value: { text: title }, certainty: 'certain' as const, span },
    ...parties.map((party, index) => ({ ...party, value: { ...party.value, name: names[index] } })),
    ...others,
    ...more,
  ];
  const reader = { read: async () => done({ text, format: 'text' as const, notes: [], reading: { ...smallReading(), ...readingFrom(facts) } }) };
  const { agreementId: id } = sure(await receiveAgreement(house, { fileName: `${title}.txt`, bytes: new TextEncoder().encode(title) }));
  sure(await takeReading(house, id, reader as never));
  sure(await confirmAll(house, { agreementId: id, onlyCertain: false }));
  sure(await commenceAndLayOut(house, { agreementId: id, caseNumber: null }));
  const { duties } = sure(await dutiesOfPartnership(house, id));
  return { id, title, dutyId: duties[0].id, factId: duties[0].duty.source.factId };
}

/** The organisations that take part, the municipality and the association in the order they were let in. */
export const partiesIn = async (house: Context, { id }: Running): Promise<string[]> => (await placeOf(house, id)).organisationIds;
