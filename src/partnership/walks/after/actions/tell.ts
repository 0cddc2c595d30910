import { done, type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { addressesIn, addressesOfRole, guard } from '#partnership/people';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { oneMessage } from '#platform/sms/one-message.ts';
import { queueSms } from '#platform/sms/outbox.ts';
import { coordinatorOf } from '../../groups/store/network.server.ts';
import { isTheHouse } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import { incidentLetter, incidentSms, reportLetter } from '../letters.ts';
import type { Incident, Office } from '../model.ts';
import { incidentIn, isReportDue } from '../rules/due.ts';
import { insertIncident, markTold, unrecorded, untold } from '../store/incidents.server.ts';
import { officeOf, readersOf } from '../store/office.server.ts';
import { eventsOfWalk, insertSent, unsent, walkedOf } from '../store/reports.server.ts';

/** Walks looked at in one go. */
const AT_MOST = 200;

/** Where Handslag is reached, so that a letter can say where the rest is read; null where nobody has said. */
interface House {
  origin: string | null;
}

/**
 * Tells the office of accidents and incidents, and those who should have it of every walk that has been closed, each once:
 * cut off half-way and done again, it tells nobody anything twice. Gives how many incidents and reports.
 */
export async function tellAfterwards(house: Context, where: House): Promise<Outcome<{ incidents: number; reports: number }>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  for (const { id, injury, contacts, ...report } of await unrecorded(house)) {
    await inTransaction(house, (inside) => insertIncident(inside, { ...report, reportId: id, kind: incidentIn({ injury, contacts }) ?? 'incident', what: null }));
  }
  const incidents = await untold(house);
  for (const incident of incidents) await inTransaction(house, (inside) => tellOffice(inside, incident, where));
  const due = (await unsent(house, AT_MOST)).filter((walk) => isReportDue(walk, house.clock.now()));
  for (const walk of due) await inTransaction(house, (inside) => sendReport(inside, walk, where));
  return done({ incidents: incidents.length, reports: due.length });
}

async function tellOffice(inside: Context, found: Incident, { origin }: House): Promise<void> {
  const incident = (await guard(inside)).hide(found.agreementId, found);
  const { id, agreementId } = incident;
  const office = await officeOf(inside, agreementId);
  const letter = incidentLetter({ incident, office, address: origin && `${origin}/partnerships/${agreementId}/walks/incidents` });
  for (const to of await officeAddresses(inside, agreementId, office)) await queueMail(inside, { to, ...letter, kind: 'walks.incident', key: `walks.incident ${id} ${to}` });
  const phone = office?.phone?.replace(/[^\d+]/g, '').replace(/^0/, '+46');
  if (phone && /^\+\d{8,15}$/.test(phone)) await queueSms(inside, { to: phone, text: oneMessage(incidentSms(incident), incident.walk.area), kind: 'walks.incident', key: `walks.incident ${id} sms` });
  await markTold(inside, id);
  await witness(inside, { what: 'walks.office-told', agreementId, facts: { incidentId: id } });
}

/** The office's own address; where nobody has said one, those who manage the organisation that coordinates. */
async function officeAddresses(inside: Context, agreementId: string, office: Office | null): Promise<string[]> {
  if (office) return [office.email];
  const coordinator = await coordinatorOf(inside, agreementId);
  return coordinator ? sure(await addressesOfRole(inside, agreementId, { role: 'association-manager', organisationId: coordinator.id })) : sure(await addressesIn(inside, agreementId, 'walks.lead'));
}

async function sendReport(inside: Context, { walkId, agreementId }: { walkId: string; agreementId: string }, { origin }: House): Promise<void> {
  const [walk, walked] = [await findWalk(inside, walkId), (await walkedOf(inside, [walkId])).get(walkId)];
  if (!walk || !walked) return;
  const events = await eventsOfWalk(inside, walkId);
  const letter = reportLetter({ ...(await guard(inside)).hide(agreementId, { walk, walked, events }), address: origin && `${origin}/partnerships/${agreementId}/walks/reports/${walkId}` });
  const addresses = await reportAddresses(inside, agreementId);
  if (!(await insertSent(inside, { walkId, agreementId, letters: addresses.length }))) return;
  for (const to of addresses) await queueMail(inside, { to, ...letter, kind: 'walks.report', key: `walks.report ${walkId} ${to}` });
  await witness(inside, { what: 'walks.report-sent', agreementId, facts: { walkId, letters: addresses.length } });
}

/** Those whom the partnership has named; where it has named nobody, those who plan its walks on both sides. */
async function reportAddresses(inside: Context, agreementId: string): Promise<string[]> {
  const readers = await readersOf(inside, agreementId);
  if (readers.length === 0) return sure(await addressesIn(inside, agreementId, 'walks.plan'));
  const addresses = await Promise.all(readers.map(async ({ reads }) => ('address' in reads ? [reads.address.toLowerCase()] : sure(await addressesOfRole(inside, agreementId, { role: reads.role, organisationId: reads.organisation.id })))));
  return [...new Set(addresses.flat())].sort();
}
