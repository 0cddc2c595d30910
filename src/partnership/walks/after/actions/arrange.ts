import { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Role, ROLES } from '#platform/access/roles.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { coordinatorOf } from '../../groups/store/network.server.ts';
import { mayArrangeAfter, mayCoordinate } from '../../policy.ts';
import * as store from '../store/office.server.ts';

const address = z.email().max(200);
const words = z.string().trim().max(2000);
const officeSchema = z.object({ email: address, phone: z.string().trim().max(40), insured: words, excluded: words, toDo: words, withinDays: z.number().int().min(1).max(365).nullable() });

/** What is typed of the office; a blank text is not known. */
export type TypedOffice = z.input<typeof officeSchema>;

/** Writes down where the coordinating organisation's office is reached at once, and what holds when somebody is hurt: it says so itself, since they walk under its insurance. */
export async function setOffice(context: Context, { agreementId, lookedAt, ...typed }: TypedOffice & { agreementId: string; lookedAt?: string[] }): Promise<Outcome<null>> {
  const asked = await ask(context, mayArrangeAfter, agreementId);
  if (!asked.ok) return asked;
  const coordinator = await coordinatorOf(context, agreementId);
  if (!coordinator) return refuse('conflict', 'walks.nobody-coordinates');
  if (!mayCoordinate(context.actor, asked.value, coordinator.id)) return refuse('forbidden', 'walks.only-the-coordinating');
  const parsed = officeSchema.safeParse({ ...typed, email: typed.email.trim() });
  if (!parsed.success) return { ok: false, refusals: parsed.error.issues.map(({ path: [field] }) => ({ kind: 'invalid', code: `walks.office-${field === 'email' ? 'email' : field === 'withinDays' ? 'days' : 'words'}`, path: String(field) })) };
  const { email, phone, insured, excluded, toDo, withinDays } = parsed.data;
  const looked = lookAgain({ texts: { insured, excluded, toDo }, lookedAt, known: [email, phone].filter(Boolean) });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    await store.keepOffice(inside, { agreementId, organisationId: coordinator.id }, { email, phone: phone || null, insured: insured || null, excluded: excluded || null, toDo: toDo || null, withinDays });
    await witness(inside, { what: 'walks.office-set', agreementId, facts: { ...looked.value } });
    return done(null);
  });
}

/** Who is to have the reports, as a form has it: a role in a party, or an address. */
export interface TypedReader {
  agreementId: string;
  organisationId: string;
  role: string;
  address: string;
}

/** Lets everybody with a role in a party, or one address, have the report of every walk. */
export async function addReportReader(context: Context, { agreementId, organisationId, role, address: typed }: TypedReader): Promise<Outcome<null>> {
  const asked = await ask(context, mayArrangeAfter, agreementId);
  if (!asked.ok) return asked;
  const reads = readerFrom({ organisationId, role, address: typed.trim() }, asked.value.organisationIds);
  if (!reads) return refuse('invalid', 'walks.reader-incomplete', { path: 'address' });
  return inTransaction(context, async (inside) => {
    if (!(await store.insertReader(inside, agreementId, reads))) return refuse('conflict', 'walks.reader-known', { path: 'address' });
    await witness(inside, { what: 'walks.report-reader-added', agreementId, facts: 'role' in reads ? { ...reads } : {} });
    return done(null);
  });
}

/** What is asked for, or null where it is neither a role of a party's nor an address that letters reach. */
function readerFrom({ organisationId, role, address: typed }: Omit<TypedReader, 'agreementId'>, parties: string[]): { organisationId: string; role: Role } | { address: string } | null {
  if (typed) return address.safeParse(typed).success ? { address: typed } : null;
  return parties.includes(organisationId) && Object.hasOwn(ROLES, role) ? { organisationId, role: role as Role } : null;
}

/** Somebody no longer has the reports. */
export async function removeReportReader(context: Context, { agreementId, readerId }: { agreementId: string; readerId: string }): Promise<Outcome<null>> {
  const asked = await ask(context, mayArrangeAfter, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    if (!isId(readerId) || !(await store.deleteReader(inside, agreementId, readerId))) return refuse('conflict', 'walks.reader-not-found');
    await witness(inside, { what: 'walks.report-reader-removed', agreementId });
    return done(null);
  });
}
