import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDraft } from '#partnership/agreement';
import { dutiesOfPartnership, planDuties } from '#partnership/commitments';
import { beginSuccessor, submissionsByDuty } from '#partnership/followup';
import { sure } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { dutyText, fact } from '../../tests/support/duty-facts.ts';
import { organisationIdOf, twoSides } from '../../tests/support/two-sides.ts';
import { handInAndTell } from './handing-in.ts';
import { commentAndTell, proposeAndTell, shareAndTell } from './negotiating.ts';

const { agreement, ali, house, journal, maja, mark, newPartnership, outreachWorker, sara, stranger, written } = await twoSides();

beforeEach(() => newPartnership());

async function reachedAt({ actor }: Context, email: string): Promise<void> {
  if (actor.kind === 'person') await sql`insert into people.person (id, name, email, since) values (${actor.id}, ${actor.name}, ${email}, '2026-01-01') on conflict (id) do update set email = excluded.email`.execute(house.database);
}

describe('when something is handed in', () => {
  test('the duty it fulfils is done with the submission as evidence, and everybody who may read it gets one receipt', async () => {
    const due = fact('deadline', { date: '2026-12-07', what: 'Delrapport', responsible: 'Lyktan' }, 14);
    const facts = [due].map((one) => ({ readValue: one.value, ...one, verdict: 'confirmed' as const, decidedBy: 'Maja', decidedAt: null }));
    sure(await planDuties(maja, { agreementId: agreement.id, facts, text: dutyText }));
    await reachedAt(maja, 'Maja@granby.example ');
    await reachedAt(sara, 'sara@lyktan.example');
    await reachedAt(ali, 'sara@lyktan.example');
    await reachedAt(outreachWorker, 'vera@lyktan.example');
    await reachedAt(stranger, 'otto@storby.example');
    const duty = async () => sure(await dutiesOfPartnership(maja, agreement.id)).duties[0];
    const { id: dutyId } = await duty();
    const draftId = await written(sara, { dutyId });
    const input = { draftId, mark: await mark(draftId), origin: 'https://handslag.example' };
    const { submission } = sure(await handInAndTell(sara, input));
    sure(await handInAndTell(sara, input));

    expect((await duty()).completion).toMatchObject({ doneOn: '2026-11-21', recordedBy: 'Sara Berg' });
    expect((await duty()).completion?.evidence).toMatch(/^Inlämnat: Delrapport, version 1/);
    expect(await submissionsByDuty(maja, agreement.id)).toEqual(new Map([[dutyId, submission.id]]));
    const letters = (await sql<{ to_address: string; text: string }>`select to_address, text from platform.outbox where kind = 'followup.receipt' and key like ${`%${submission.id}%`} order by to_address`.execute(house.database)).rows;
    expect(letters.map(({ to_address }) => to_address)).toEqual(['maja@granby.example', 'sara@lyktan.example']);
    expect(letters[0].text).toContain(submission.sha256);
    expect(letters[0].text).toContain(`https://handslag.example/partnerships/${agreement.id}/submissions/${submission.id}`);
    expect(letters[0].text).not.toContain('Det har gått bra');
    expect(await journal()).toEqual(['commitments.planned', 'followup.handed-in', 'commitments.duty-completed']);

    const { draftId: next } = sure(await beginSuccessor(sara, { submissionId: submission.id }));
    sure(await handInAndTell(sara, { ...input, draftId: next, mark: await mark(next) }));
    expect((await duty()).completion?.evidence).toMatch(/version 1/);
  });
});

describe('in a negotiation', () => {
  test('the other side is told once a day of each thing that waits, and never a word of what was noted internally', async () => {
    await reachedAt(maja, 'maja@granby.example');
    await reachedAt(sara, 'sara@lyktan.example');
    await reachedAt(ali, 'ali@lyktan.example');
    await reachedAt(outreachWorker, 'vera@lyktan.example');
    const origin = 'https://handslag.example';
    const content = { kind: 'amendment' as const, title: 'Mer läxhjälp', clauses: [{ id: randomUUID(), heading: 'Tid', body: 'Ett år till.', version: 1 }], fields: [], facts: [] };
    const { draftId } = await inTransaction(maja, async (inside) => sure(await openDraft(inside, { agreementId: agreement.id, organisationId: organisationIdOf(maja), origin: { from: 'agreement', agreementId: agreement.id, base: null }, content })));
    sure(await shareAndTell(maja, { draftId, origin }));
    const heading = { kind: 'add' as const, heading: 'Lokal', body: 'Biblioteket.', after: null };
    for (const reason of ['Först', 'Sedan']) sure(await proposeAndTell(maja, { draftId, change: heading, reason, origin }));
    sure(await commentAndTell(maja, { draftId, clauseId: null, internal: true, text: 'Hemlig smärtgräns.', origin }));
    sure(await commentAndTell(sara, { draftId, clauseId: null, text: 'Vi läser.', origin }));
    const letters = (await sql<{ to_address: string; kind: string; text: string }>`select to_address, kind, text from platform.outbox where key like ${`%${draftId}%`} order by kind, to_address`.execute(house.database)).rows;
    expect(letters.map(({ kind, to_address }) => `${kind} ${to_address}`)).toEqual([
      'agreement.negotiation-commented maja@granby.example',
      'agreement.negotiation-proposed ali@lyktan.example',
      'agreement.negotiation-proposed sara@lyktan.example',
      'agreement.negotiation-shared ali@lyktan.example',
      'agreement.negotiation-shared sara@lyktan.example',
    ]);
    expect(letters[1].text).toContain(`https://handslag.example/drafts/${draftId}/negotiation`);
    expect(JSON.stringify(letters)).not.toMatch(/smärtgräns|Biblioteket|Vi läser/);
  });
});
