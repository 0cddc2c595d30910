import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { dutiesOfPartnership, planDuties } from '#partnership/commitments';
import { beginSuccessor, submissionsByDuty } from '#partnership/followup';
import { sure } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { dutyText, fact } from '../tests/support/duty-facts.ts';
import { twoSides } from '../tests/support/two-sides.ts';
import { handInAndTell } from './reactions.ts';

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
