import { type ReadersOf, remind } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { remindSignatories } from '#partnership/signing';
import { forgetNewcomers, LOOK_AFTER, lookAfterWalks, TELL_AFTER, tellAfterwards, THANK, thankWalkers } from '#partnership/walks';
import { sure } from '#kernel/outcome.ts';
import type { Ports } from '#platform/context.ts';
import { logFault } from '#platform/fault-log.ts';
import { DISPOSE, disposeOfWhatIsDue } from './disposal.ts';
import { remindOfKit } from './reactions/finding-walkers.ts';
import { finishSignings } from './reactions/signing.ts';
import { journalWitness, sendHeads } from '#platform/journal/heads-letter.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import { DELIVER } from '#platform/mail/outbox.ts';
import { deliverDue } from '#platform/mail/postman.ts';
import { DELIVER_SMS, tidySms } from '#platform/sms/outbox.ts';
import { deliverSms } from '#platform/sms/messenger.ts';
import { accountsOf } from '#platform/sign-in/accounts.ts';
import { TIDY, tidy } from '#platform/sign-in/tidy.ts';

/** Milliseconds after which jobs begin, so that the first visitors are answered first. */
const AFTER = 1_000;

/** What the program does by itself, and when. Begins when the program has begun to answer. */
export function standingWork({ jobs, mail, sms }: Ports, environment: NodeJS.ProcessEnv): void {
  const origin = environment.ORIGIN;
  if (mail.leaves) deliver(jobs, DELIVER, deliverDue);
  if (sms.leaves) deliver(jobs, DELIVER_SMS, deliverSms);
  jobs.work(DISPOSE, (context, _data, signal) => disposeOfWhatIsDue(context, signal));
  // At night, when nobody is waiting.
  jobs.schedule(DISPOSE, '30 3 * * *');
  jobs.work(TIDY, async (context) => {
    await tidy(context);
    await tidySms(context);
  });
  jobs.schedule(TIDY, '20 3 * * *');
  witnessDaily(jobs, journalWitness(environment));
  remindDaily(jobs, origin ? new URL(origin) : null);
  lookAfterSignings(jobs, origin ? new URL(origin).origin : null);
  followWalks(jobs, origin ? new URL(origin).origin : null);
  lookAfterWalkers(jobs, origin ? new URL(origin).origin : null);
  jobs.work(LOOK_AFTER, async (context, _data, signal) => void sure(await lookAfterWalks(context, { house: origin ? new URL(origin).origin : null, signal })));
  jobs.schedule(LOOK_AFTER, '* * * * *');
  setTimeout(() => void jobs.start().catch((fault: unknown) => logFault('jobs', fault)), AFTER).unref();
}

/** Letters and text messages leave when they have been queued; those refused for now are looked for every minute. */
function deliver(jobs: Jobs, name: string, due: typeof deliverDue): void {
  jobs.work(name, (context, _data, signal) => due(context, signal));
  jobs.schedule(name, '* * * * *');
}

/** Where the journal ends is written every morning to whoever keeps it outside the house. */
function witnessDaily(jobs: Jobs, witness: string | null): void {
  if (!witness) return;
  jobs.work('journal.heads', (context) => sendHeads(context, witness));
  jobs.schedule('journal.heads', '10 4 * * *');
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

/** Places go on to the queue and walkers are told within a minute or two. Who asked to walk and was never decided about is forgotten at night; what should have been back is reminded of at a quarter past seven. */
function lookAfterWalkers(jobs: Jobs, house: string | null): void {
  jobs.work(LOOK_AFTER, async (context, _data, signal) => void sure(await lookAfterWalks(context, { house, signal })));
  jobs.schedule(LOOK_AFTER, '* * * * *');
  jobs.work('walks.forget-newcomers', async (context) => void sure(await forgetNewcomers(context)));
  jobs.schedule('walks.forget-newcomers', '40 3 * * *');
  jobs.work('walks.remind-of-kit', (context) => remindOfKit(context, house));
  jobs.schedule('walks.remind-of-kit', '15 7 * * *');
}

/** The office hears of accidents at once, and those who should of walks when they are closed; walkers are thanked on the second of January and of July. */
function followWalks(jobs: Jobs, origin: string | null): void {
  jobs.work(TELL_AFTER, async (context) => void sure(await tellAfterwards(context, { origin })));
  jobs.schedule(TELL_AFTER, '* * * * *');
  jobs.work(THANK, async (context) => void sure(await thankWalkers(context, { origin })));
  jobs.schedule(THANK, '0 10 2 1,7 *');
}

/** Who is told, at the address that they sign in with. */
const readersOf: ReadersOf = async (context, accountIds) => new Map((await accountsOf(context, accountIds)).map(({ id, email, language }) => [id, { email, language }]));
