import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { ContactPerson } from '../model.ts';
import { mayOpenProtectedIn, mayVetIn } from '../policy.ts';
import { contactPersonsOf } from '../store/parties.server.ts';
import { insertProtection, liftProtection, protectedFacts } from '../store/protection.server.ts';

/** A contact person of a partnership. */
interface Contact {
  agreementId: string;
  factId: string;
}

/** Says that a contact person has a protected identity, or no longer. From then on nothing shows who it is but an opening. */
export async function protectContact(context: Context, { isProtected, ...contact }: Contact & { isProtected: boolean }): Promise<Outcome<null>> {
  const asked = await ask(context, mayVetIn, contact.agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    if (!(await find(inside, contact))) return refuse('invalid', 'people.contact-not-found', { path: 'contact' });
    const changed = isProtected ? await insertProtection(inside, contact) : await liftProtection(inside, contact);
    if (changed) await witness(inside, { what: isProtected ? 'people.contact-protected' : 'people.contact-unprotected', agreementId: contact.agreementId, facts: { factId: contact.factId } });
    return done(null);
  });
}

/** Shows who a protected contact person is, for whoever has the right; the journal keeps that it was opened. */
export async function openContact(context: Context, contact: Contact): Promise<Outcome<ContactPerson>> {
  const asked = await ask(context, mayOpenProtectedIn, contact.agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const found = await find(inside, contact);
    if (!found) return refuse('invalid', 'people.contact-not-found', { path: 'contact' });
    await witness(inside, { what: 'people.protected-opened', agreementId: contact.agreementId, facts: { factId: contact.factId } });
    return done(found);
  });
}

/**
 * Lets somebody take the agreement itself, in which everybody is named. Where a contact person in it has a protected
 * identity that needs the right to open it, and the journal keeps that it was done.
 */
export async function openDocument(context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<null>> {
  if (!isId(agreementId) || (await protectedFacts(context, agreementId)).length === 0) return done(null);
  const asked = await ask(context, mayOpenProtectedIn, agreementId);
  if (!asked.ok) return asked.refusals[0].kind === 'forbidden' ? refuse('forbidden', 'people.document-names-protected') : asked;
  return inTransaction(context, async (inside) => {
    await witness(inside, { what: 'people.protected-document-opened', agreementId, facts: {} });
    return done(null);
  });
}

const find = async (context: Context, { agreementId, factId }: Contact): Promise<ContactPerson | undefined> =>
  (await contactPersonsOf(context, agreementId)).find((contact) => contact.factId === factId);
