import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Ports } from '#platform/context.ts';
import { logFault } from '#platform/fault-log.ts';
import { DISPOSE, disposeOfWhatIsDue } from './disposal.ts';
import { DELIVER } from '#platform/mail/outbox.ts';
import { deliverDue } from '#platform/mail/postman.ts';

/** Milliseconds after which jobs begin, so that the first visitors are answered first. */
const AFTER = 1_000;

/** What the program does by itself, and when. Begins when the program has begun to answer. */
export function standingWork({ jobs, mail }: Ports): void {
  if (mail.leaves) deliverMail(jobs);
  jobs.work(DISPOSE, (context, _data, signal) => disposeOfWhatIsDue(context, signal));
  // At night, when nobody is waiting.
  jobs.schedule(DISPOSE, '30 3 * * *');
  setTimeout(() => void jobs.start().catch((fault: unknown) => logFault('jobs', fault)), AFTER).unref();
}

/** Letters leave when they have been queued; those refused for now are looked for every minute. */
function deliverMail(jobs: Jobs): void {
  jobs.work(DELIVER, (context, _data, signal) => deliverDue(context, signal));
  jobs.schedule(DELIVER, '* * * * *');
}
