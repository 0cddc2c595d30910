import { sure } from '#kernel/outcome.ts';
import { addressesIn } from '#partnership/people';
import type { Ability } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail/outbox.ts';

/** Who in a partnership is told: those who may do this, on both sides or all but one. */
interface Readers {
  agreementId: string;
  who: Ability;
  /** The organisation that need not be told. */
  notOf?: string;
  /** The one organisation whose people are told. */
  only?: string;
}

/** Writes a letter to each of these readers, once at each address for what `once` names; gives how many there are. */
export async function tell(context: Context, { agreementId, who, notOf, only }: Readers, { kind, once, ...letter }: { kind: string; once: string; subject: string; text: string }): Promise<number> {
  const addresses = sure(await addressesIn(context, agreementId, who, { notOf, only }));
  for (const to of addresses) await queueMail(context, { to, ...letter, kind, key: `${once} ${to}` });
  return addresses.length;
}
