import { carrying, sendForm, type SessionCookie } from '../signed-in.ts';
import { THEIRS } from './sides.ts';

/** The administrator of the house invites the association's manager, who accepts by the link of the letter. That people do so by pages is in signing-in; here it is sent as their forms send it. */
export async function letIn(at: string, association: string, { administrator, manager }: { administrator: SessionCookie; manager: SessionCookie }): Promise<void> {
  const page = async (path: string, cookie: SessionCookie) => (await fetch(`${at}${path}`, { headers: carrying(cookie) })).text();
  const [, organisation] = new RegExp(`href="([^"]*/organisations/[0-9a-f-]{36})"[^>]*>(?:<!--[^>]*-->)?${association}`).exec(await page('/organisations', administrator))!;
  await sendForm(`${at}${organisation}?/invite`, { name: THEIRS, email: 'jonas.lundvall@example.se', role: 'association-manager' }, administrator);
  const [, secret] = /invitation\?secret=([\w-]+)/.exec(await page('/outbox', manager))!;
  const accepted = await sendForm(`${at}/invitation`, { secret, name: THEIRS });
  if (accepted.status !== 303) throw new Error(`${association} let nobody in: ${accepted.status}`);
}
