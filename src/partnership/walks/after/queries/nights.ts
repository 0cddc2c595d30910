import { done, type Outcome } from '#kernel/outcome.ts';
import { confirmedReading } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { maySeeWalks } from '../../policy.ts';
import { walksBetween } from '../../store/walks.server.ts';
import type { NightTerms, WalkedNight } from '../model.ts';
import { exceptionsOf, isWalked, nightTerms } from '../rules/nights.ts';
import { confirmationsOf, countPlanned, placedOf } from '../store/confirmations.server.ts';
import { walkedOf } from '../store/reports.server.ts';

/** First and last day of what is asked about. */
interface Days {
  from: string;
  to: string;
}

/** A partnership's walked nights of these days, confirmed or not, the first first. */
export async function walkedNights(context: Context, agreementId: string, days: Days): Promise<Outcome<WalkedNight[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const walks = (await walksBetween(context, agreementId, days)).filter((walk) => isWalked(walk, context.clock.now()));
  const ids = walks.map(({ id }) => id);
  const [walked, placed, confirmed] = await Promise.all([walkedOf(context, ids), placedOf(context, ids), confirmationsOf(context, agreementId)]);
  const perNight = Map.groupBy(walks, ({ night }) => night);
  const nights = walks.map((walk) => {
    const told = walked.get(walk.id) ?? null;
    const walkers = told?.walkers || (placed.get(walk.id) ?? 0);
    const exceptions = exceptionsOf(walk, told, { walkers, othersThatNight: perNight.get(walk.night)!.length > 1 });
    return { walk, walkers, exceptions, confirmation: confirmed.get(walk.id) ?? null };
  });
  return done((await guard(context)).hide(agreementId, nights));
}

/** How many nights there are in a partnership's plan, walked or to come; cancelled ones are none. */
export async function plannedNights(context: Context, agreementId: string): Promise<Outcome<number>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  return asked.ok ? done(await countPlanned(context, agreementId)) : asked;
}

/** A confirmed night as money is settled from it, with the walk that it comes from. */
export interface ConfirmedNight {
  night: string;
  group: { id: string; name: string; organisationId: string } | null;
  area: string;
  walkers: number;
  exceptions: WalkedNight['exceptions'];
  exceptionReason: string | null;
  /** The walk, and who confirmed it when: the source of the figure. */
  source: { walkId: string; confirmationId: string; confirmedAt: Date; confirmedBy: string };
}

/** The nights of these days that are confirmed, ready to be settled, the first first. A night is a walk: two areas the same night are two, said as an exception. */
export async function confirmedNights(context: Context, agreementId: string, days: Days): Promise<Outcome<ConfirmedNight[]>> {
  const nights = await walkedNights(context, agreementId, days);
  if (!nights.ok) return nights;
  return done(
    nights.value.flatMap(({ walk, walkers, exceptions, confirmation }) =>
      confirmation
        ? [{ night: walk.night, group: walk.group, area: walk.area.name, walkers, exceptions, exceptionReason: walk.exceptionReason, source: { walkId: walk.id, confirmationId: confirmation.id, confirmedAt: confirmation.at, confirmedBy: confirmation.by } }]
        : [],
    ),
  );
}

/** What a night costs and what it is paid from, as the facts of the agreement say that somebody has confirmed. */
export async function termsOfNights(context: Context, agreementId: string): Promise<Outcome<NightTerms>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const agreed = await confirmedReading(context, agreementId);
  if (!agreed.ok) return agreed;
  const of = (kind: string) => agreed.value.facts.filter((fact) => fact.kind === kind).map(({ id, value, span }) => ({ ...value, factId: id, line: span.line }));
  return done(nightTerms({ amounts: of('amount') as never, budget: of('budget') as never }));
}
