import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { dutiesOfPartnership } from '#partnership/commitments';
import { invite } from '#partnership/people';
import {
  associationNamed,
  doPassedDuty,
  endGroup,
  groupsOf,
  groupToSee,
  nameContact,
  networkOf,
  passDuty,
  passedToMine,
  passingIn,
  proposeGroup,
  recordNetworkAgreement,
  rulesOfGroup,
  rulesToSet,
  sayAboutGroup,
  seeContact,
  setCoordinator,
  setGroupAreas,
  setRules,
  startGroup,
  takeBackDuty,
} from '#partnership/walks';
import { nobody } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { USUAL_RULES } from '#pure/walks';
import { somebody } from '../../../../tests/support/cast.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { no } from '../../../../tests/support/two-sides.ts';
import { type Walking, walking } from '../../../../tests/support/walking.ts';

let scene: Walking;
let stranger: Context;
let journal: () => Promise<string[]>;
beforeAll(async () => {
  const house = await freshHouse();
  scene = await walking(house);
  stranger = contextFor(house, await somebody(house, 'Otto Storm', { role: 'coordinator', organisation: 'Storby kommun' }));
  journal = async () =>
    (await house.database.withTables<{ 'platform.journal': { id: number; what: string } }>().selectFrom('platform.journal').select('what').where('what', 'like', 'walks.%').orderBy('id').execute()).map(({ what }) => what);
});

const idOf = ({ actor }: Context): string => ('id' in actor ? actor.id : '');
const listed = async (name: string, who: Context = scene.coordinator) => sure(await groupsOf(who, scene.agreementId)).find((group) => group.name === name)!;

test('a group is proposed, and starts when both parties have been heard, whatever they have said', async () => {
  const propose = (who: Context, name = 'Lyktan söder') => proposeGroup(who, { agreementId: scene.agreementId, name, organisationId: null });
  expect(no(await propose(stranger))).toEqual(['access.not-found']);
  expect(no(await propose(scene.leader))).toEqual(['access.not-allowed']);
  expect(no(await propose(scene.manager, ' '))).toEqual(['walks.group-name-not-understood']);
  const { groupId } = sure(await propose(scene.manager));
  expect(no(await propose(scene.coordinator, 'LYKTAN SÖDER'))).toEqual(['walks.group-name-taken']);
  expect(no(await startGroup(scene.manager, { groupId }))).toEqual(['walks.not-all-heard']);
  const say = (who: Context, agrees: 'yes' | 'no', words = '') => sayAboutGroup(who, { groupId, agrees, words });
  expect(no(await say(scene.leader, 'yes'))).toEqual(['access.not-allowed']);
  expect(no(await say(stranger, 'yes'))).toEqual(['walks.group-not-found']);
  expect(no(await say(scene.coordinator, 'no'))).toEqual(['walks.say-what']);
  sure(await say(scene.coordinator, 'no', 'Börja hellre efter jul.'));
  expect((await listed('Lyktan söder')).unheard.map(({ name }) => name)).toEqual(['Föreningen Lyktan']);
  sure(await say(scene.manager, 'yes'));
  sure(await say(scene.coordinator, 'yes'));
  expect(sure(await groupToSee(scene.leader, scene.agreementId, groupId)).words.map(({ organisation, agrees }) => [organisation.name, agrees])).toEqual([['Granby kommun', true], ['Föreningen Lyktan', true]]);
  expect(no(await startGroup(scene.leader, { groupId }))).toEqual(['access.not-allowed']);
  sure(await startGroup(scene.manager, { groupId }));
  expect(no(await startGroup(scene.manager, { groupId }))).toEqual(['walks.group-has-started']);
  expect(no(await say(scene.coordinator, 'yes'))).toEqual(['walks.group-has-started']);
  expect(await listed('Lyktan söder')).toMatchObject({ state: 'started', startedOn: '2026-11-21' });
  expect(await journal()).toEqual(['walks.group-proposed', 'walks.group-heard', 'walks.group-heard', 'walks.group-heard', 'walks.group-started']);

  expect(no(await endGroup(scene.leader, { groupId }))).toEqual(['access.not-allowed']);
  sure(await endGroup(scene.manager, { groupId }));
  expect(no(await endGroup(scene.manager, { groupId }))).toEqual(['walks.group-not-walking']);
  sure(await propose(scene.manager));
});

test('a group of another association starts when that has agreed with the one that coordinates', async () => {
  const named = (who: Context, name = 'Föreningen Fyren') => associationNamed(who, { agreementId: scene.agreementId, name });
  expect(no(await named(scene.leader))).toEqual(['access.not-allowed']);
  expect(no(await named(scene.manager, ' '))).toEqual(['walks.association-not-understood']);
  const { organisationId } = sure(await named(scene.manager));
  expect(sure(await named(scene.coordinator, 'föreningen fyren'))).toEqual({ organisationId });
  const { groupId } = sure(await proposeGroup(scene.manager, { agreementId: scene.agreementId, name: 'Fyren', organisationId }));
  for (const who of [scene.coordinator, scene.manager]) sure(await sayAboutGroup(who, { groupId, agrees: 'yes', words: '' }));
  expect(no(await startGroup(scene.manager, { groupId }))).toEqual(['walks.network-agreement-missing']);
  const { organisation } = await listed('Fyren');
  const agree = (who: Context, more: { signedOn?: string; linkedAgreementId?: string; organisationId?: string }) =>
    recordNetworkAgreement(who, { agreementId: scene.agreementId, organisationId: organisation.id, linkedAgreementId: '', signedOn: '', signedWhere: 'Kansliets pärm', ...more });
  expect(no(await agree(scene.leader, { signedOn: '2026-11-01' }))).toEqual(['access.not-allowed']);
  expect(no(await agree(scene.manager, {}))).toEqual(['walks.signed-when']);
  expect(no(await agree(scene.manager, { signedOn: '2026-11-22' }))).toEqual(['walks.signed-in-the-future']);
  expect(no(await agree(scene.manager, { linkedAgreementId: crypto.randomUUID() }))).toEqual(['walks.linked-agreement-not-found']);
  expect(no(await agree(scene.manager, { signedOn: '2026-11-01', organisationId: scene.associationId }))).toEqual(['walks.association-has-no-group']);
  sure(await agree(scene.manager, { signedOn: '2026-11-01' }));
  sure(await agree(scene.manager, { linkedAgreementId: scene.agreementId }));
  expect(sure(await networkOf(scene.coordinator, scene.agreementId)).agreements).toEqual([{ organisation, linkedAgreementId: scene.agreementId, signedOn: null, signedWhere: 'Kansliets pärm' }]);
  sure(await startGroup(scene.manager, { groupId }));

  sure(await invite(scene.manager, { role: 'group-leader', organisationId, agreementId: scene.agreementId, name: 'Fia Fyr', email: 'fia@example.se', origin: 'https://handslag.example' }));
  const fyr = contextFor(scene.house, await somebody(scene.house, 'Fia Fyr', { role: 'group-leader', organisation: 'Föreningen Fyren', agreementId: scene.agreementId }));
  expect(sure(await groupToSee(fyr, scene.agreementId, groupId)).mayLead).toBe(true);
  expect(sure(await groupToSee(fyr, scene.agreementId, scene.groupId)).mayLead).toBe(false);
  expect(no(await groupToSee(stranger, scene.agreementId, groupId))).toEqual(['walks.group-not-found']);
});

test('a change of contact person is kept, and stands as not seen until the one that coordinates has seen it', async () => {
  const fyren = await listed('Fyren');
  const leader = contextFor(scene.house, await somebody(scene.house, 'Filip Fyr', { role: 'group-leader', organisation: 'Föreningen Fyren', agreementId: scene.agreementId }));
  const name = (who: Context, personId: string) => nameContact(who, { groupId: fyren.id, personId });
  sure(await name(leader, idOf(leader)));
  const other = sure(await groupToSee(leader, scene.agreementId, fyren.id)).candidates.find(({ name: who }) => who === 'Fia Fyr')!;
  expect(no(await name(scene.coordinator, other.personId))).toEqual(['access.not-allowed']);
  expect(no(await name(leader, idOf(scene.manager)))).toEqual(['walks.contact-not-in-association']);
  expect(no(await name(leader, idOf(leader)))).toEqual(['walks.contact-is-the-same']);
  expect(sure(await name(leader, other.personId)).reported).toBe(true);
  expect((await listed('Fyren', scene.manager)).contact).toEqual({ personId: other.personId, name: 'Fia Fyr', unseen: true });
  expect(no(await seeContact(leader, { groupId: fyren.id }))).toEqual(['access.not-allowed']);
  expect(no(await seeContact(scene.coordinator, { groupId: fyren.id }))).toEqual(['walks.only-the-coordinating']);
  sure(await seeContact(scene.manager, { groupId: fyren.id }));
  expect(no(await seeContact(scene.manager, { groupId: fyren.id }))).toEqual(['walks.contact-was-seen']);
  expect(sure(await name(scene.manager, idOf(leader))).reported).toBe(false);
  expect(sure(await groupToSee(scene.coordinator, scene.agreementId, fyren.id)).changes.map(({ name: who }) => who)).toEqual(['Filip Fyr', 'Fia Fyr', 'Filip Fyr']);
});

test('a duty flows down to a group, and what is done there leaves the duty itself as it was', async () => {
  const { duties } = sure(await dutiesOfPartnership(scene.manager, scene.agreementId));
  const { id: dutyId } = duties.find(({ duty: { owner } }) => owner === 'Föreningen Lyktan') ?? duties.find(({ duty: { owner } }) => owner === null)!;
  const pass = (who: Context, more: Record<string, string> = {}) => passDuty(who, { agreementId: scene.agreementId, dutyId, groupId: scene.groupId, what: 'Räkna nätterna', dueOn: '2026-12-01', ...more });
  expect(no(await pass(scene.leader))).toEqual(['access.not-allowed']);
  expect(no(await pass(scene.coordinator))).toEqual(['walks.only-the-coordinating']);
  expect(no(await pass(scene.manager, { what: '' }))).toEqual(['walks.say-what-to-do']);
  expect(no(await pass(scene.manager, { what: 'Ring 070-174 06 05' }))).toEqual(['people.free-text-has-phone-number']);
  expect(no(await pass(scene.manager, { dutyId: crypto.randomUUID() }))).toEqual(['walks.choose-duty']);
  expect(no(await pass(scene.manager, { groupId: (await listed('Lyktan söder')).id }))).toEqual(['walks.choose-group']);
  const { passedId } = sure(await pass(scene.manager));
  const second = sure(await pass(scene.manager, { what: 'Skriv ner lärdomar' }));
  expect((await passedToMine(scene.leader)).map(({ what }) => what).sort()).toEqual(['Räkna nätterna', 'Skriv ner lärdomar']);
  expect(await passedToMine(scene.coordinator)).toEqual([]);
  expect(no(await doPassedDuty(scene.coordinator, { passedId }))).toEqual(['access.not-allowed']);
  sure(await doPassedDuty(scene.leader, { passedId }));
  expect(no(await doPassedDuty(scene.leader, { passedId }))).toEqual(['walks.passed-duty-is-done']);
  expect(no(await takeBackDuty(scene.manager, { passedId }))).toEqual(['walks.passed-duty-is-done']);
  expect(no(await takeBackDuty(scene.leader, second))).toEqual(['access.not-allowed']);
  sure(await takeBackDuty(scene.manager, second));
  expect(no(await doPassedDuty(scene.leader, second))).toEqual(['walks.passed-duty-not-found']);
  const above = sure(await passingIn(scene.coordinator, scene.agreementId));
  expect(above.passed).toMatchObject([{ what: 'Räkna nätterna', doneOn: '2026-11-21', doneBy: 'Lena Ask' }]);
  expect(above.duties.find(({ id }) => id === dutyId)!.completion).toBeNull();
});

test('a duty of the municipality alone is not for the association to pass on', async () => {
  const { duties, passable } = sure(await passingIn(scene.manager, scene.agreementId));
  const theirs = duties.find(({ duty: { owner } }) => owner === 'Granby kommun');
  expect(passable.map(({ id }) => id)).not.toContain(theirs?.id);
  if (theirs) expect(no(await passDuty(scene.manager, { agreementId: scene.agreementId, dutyId: theirs.id, groupId: scene.groupId, what: 'Betala', dueOn: '' }))).toEqual(['walks.duty-is-anothers']);
});

test('an organisation says what it asks, and a group is under the stricter of its own and the coordinating', async () => {
  const fyren = await listed('Fyren');
  expect(await rulesOfGroup(scene.leader, fyren.id)).toEqual(USUAL_RULES);
  const rules = { smallestGroup: '3', largestGroup: '4', youngest: '16', trainedPerGroup: '1', vests: 'yes', earliestStart: '19:00', latestEnd: '02:00' };
  const set = (who: Context, organisationId: string, more: Record<string, string> = {}) => setRules(who, { ...rules, ...more, organisationId });
  expect(no(await set(contextFor(scene.house, nobody), scene.associationId))).toEqual(['access.sign-in-first']);
  for (const who of [scene.leader, scene.coordinator]) expect(no(await set(who, scene.associationId))).toEqual(['access.not-found']);
  expect(no(await set(scene.manager, scene.associationId, { largestGroup: '2' }))).toEqual(['walks.group-size-not-understood']);
  expect(no(await set(scene.manager, scene.associationId, { youngest: '14' }))).toEqual(['walks.youngest-not-understood']);
  expect(no(await set(scene.manager, scene.associationId, { latestEnd: '25:00' }))).toEqual(['walks.hour-not-understood']);
  expect(no(await set(scene.manager, scene.associationId, { trainedPerGroup: '4' }))).toEqual(['walks.trained-not-understood']);
  sure(await set(scene.manager, scene.associationId));
  const fyr = contextFor(scene.house, await somebody(scene.house, 'Fanny Fyr', { role: 'association-manager', organisation: 'Föreningen Fyren' }));
  sure(await set(fyr, fyren.organisation.id, { youngest: '20', latestEnd: '03:00', courseBeforeFirstWalk: 'yes', insurance: 'yes' }));
  expect(sure(await rulesToSet(fyr, fyren.organisation.id))).toMatchObject({ said: true, rules: { youngest: 20 } });
  expect(await rulesOfGroup(scene.coordinator, fyren.id)).toEqual({ smallestGroup: 3, largestGroup: 4, youngest: 20, trainedPerGroup: 1, courseBeforeFirstWalk: true, insurance: true, registerExtract: false, vests: true, earliestStart: '19:00', latestEnd: '02:00', debrief: false });
  expect(await rulesOfGroup(await scene.walker('Ada Holm'), scene.groupId)).toMatchObject({ youngest: 16 });
  expect(sure(await networkOf(scene.manager, scene.agreementId))).toMatchObject({ rulesSaid: true, maySetRules: true, mayCoordinate: true });
  expect(sure(await networkOf(scene.coordinator, scene.agreementId))).toMatchObject({ maySetRules: false, mayCoordinate: false });
});

test('a party is named as the one that coordinates, and nobody else can be', async () => {
  const name = (who: Context, organisationId: string) => setCoordinator(who, { agreementId: scene.agreementId, organisationId });
  expect(no(await name(scene.leader, scene.associationId))).toEqual(['access.not-allowed']);
  expect(no(await name(scene.manager, (await listed('Fyren')).organisation.id))).toEqual(['walks.coordinator-not-a-party']);
  sure(await name(scene.coordinator, scene.associationId));
});

test('a group says where it walks, of the areas that there are', async () => {
  const set = (who: Context, areaIds: string[]) => setGroupAreas(who, { groupId: scene.groupId, areaIds });
  expect(no(await set(scene.coordinator, [scene.areaId]))).toEqual(['access.not-allowed']);
  sure(await set(scene.leader, [scene.areaId, crypto.randomUUID()]));
  expect((await listed('Lyktan norr')).areas).toEqual([{ id: scene.areaId, name: 'Centrum' }]);
  sure(await set(scene.manager, []));
  expect((await listed('Lyktan norr')).areas).toEqual([]);
});
