import { type ReadersOf, remind } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { remindSignatories } from '#partnership/signing';
import { sure } from '#kernel/outcome.ts';
import type { Ports } from '#platform/context.ts';
import { logFault } from '#platform/fault-log.ts';
import { DISPOSE, disposeOfWhatIsDue } from './disposal.ts';
import { finishSignings } from './reactions/signing.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import { DELIVER } from '#platform/mail/outbox.ts';
import { deliverDue } from '#platform/mail/postman.ts';
import { accountsOf } from '#platform/sign-in/accounts.ts';
import { TIDY, tidy } from '#platform/sign-in/tidy.ts';

/** Milliseconds after which jobs begin, so that the first visitors are answered first. */
const AFTER = 1_000;

/** What the program does by itself, and when. Begins when the program has begun to answer. */
export function standingWork({ jobs, mail }: Ports, { ORIGIN: origin }: NodeJS.ProcessEnv): void {
  if (mail.leaves) deliverMail(jobs);
  jobs.work(DISPOSE, (context, _data, signal) => disposeOfWhatIsDue(context, signal));
  // At night, when nobody is waiting.
  jobs.schedule(DISPOSE, '30 3 * * *');
  jobs.work(TIDY, tidy);
  jobs.schedule(TIDY, '20 3 * * *');
  remindDaily(jobs, origin ? new URL(origin) : null);
  lookAfterSignings(jobs, origin ? new URL(origin).origin : null);
  setTimeout(() => void jobs.start().catch((fault: unknown) => logFault('jobs', fault)), AFTER).unref();
}

/** Letters leave when they have been queued; those refused for now are looked for every minute. */
function deliverMail(jobs: Jobs): void {
  jobs.work(DELIVER, (context, _data, signal) => deliverDue(context, signal));
  jobs.schedule(DELIVER, '* * * * *');
}

/** Who owes something is told at seven in the morning. */
function remindDaily(jobs: Jobs, house: URL | null): void {
  jobs.work('commitments.remind', async (context) => void sure(await remind(context, { readersOf, house, hide: (await guard(context)).hide })));
  jobs.schedule('commitments.remind', '0 7 * * *');
}

/** What was cut off in sealing is finished within a minute or two; who has not signed is reminded at half past seven. */
function lookAfterSignings(jobs: Jobs, house: string | null): void {
  jobs.work('signing.finish', (context) => finishSignings(context, house));
  jobs.schedule('signing.finish', '* * * * *');
  jobs.work('signing.remind', async (context) => void sure(await remindSignatories(context, { house })));
  jobs.schedule('signing.remind', '30 7 * * *');
}

/** Who is told, at the address that they sign in with. */
const readersOf: ReadersOf = async (context, accountIds) => new Map((await accountsOf(context, accountIds)).map(({ id, email, language }) => [id, { email, language }]));
