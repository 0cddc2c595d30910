import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { guard } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { coordinatorOf } from '../../groups/store/network.server.ts';
import type { Named, Walk } from '../../model.ts';
import { mayArrangeAfter, mayCoordinate, mayLeadWalks, maySeeWalks } from '../../policy.ts';
import { findWalk, walksBetween } from '../../store/walks.server.ts';
import type { EventReported, Office, ReportReader, Walked, WalkReport } from '../model.ts';
import { daysOf, type HalfYear } from '../rules/half-year.ts';
import * as office from '../store/office.server.ts';
import { eventsOfWalk, sentOf, walkedOf } from '../store/reports.server.ts';

/** A half-year's walks that telephones have told of, the newest first. */
export async function walkReports(context: Context, agreementId: string, half: HalfYear): Promise<Outcome<WalkReport[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const walks = await walksBetween(context, agreementId, daysOf(half));
  const walked = await walkedOf(context, walks.map(({ id }) => id));
  const reports = walks.flatMap((walk) => (walked.has(walk.id) ? [{ walk, walked: walked.get(walk.id)! }] : []));
  return done((await guard(context)).hide(agreementId, reports.reverse()));
}

/** One walk's report: its figures, each event by place, and when it was sent. */
export interface FullReport {
  walk: Walk;
  walked: Walked | null;
  events: EventReported[];
  sent: { at: Date; letters: number } | null;
}

/** The report of one walk. What somebody wrote in their own words is for those who lead walks; others learn what kind of thing it was. */
export async function walkReport(context: Context, agreementId: string, walkId: string): Promise<Outcome<FullReport>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  if (walk?.agreementId !== agreementId) return refuse('not-found', 'walks.not-found');
  const [walked, events, sent] = await Promise.all([walkedOf(context, [walkId]), eventsOfWalk(context, walkId), sentOf(context, [walkId])]);
  const mayReadNotes = mayLeadWalks(context.actor, asked.value);
  const shown = mayReadNotes ? events : events.map((event) => ({ ...event, note: null }));
  return done((await guard(context)).hide(agreementId, { walk, walked: walked.get(walkId) ?? null, events: shown, sent: sent.get(walkId) ?? null }));
}

/** Who is told what after a walk. */
export interface Arrangements {
  office: Office | null;
  readers: ReportReader[];
  /** Whose office it is; null where nobody coordinates the walks yet, so that there is none. */
  coordinator: Named | null;
  /** Whether the reader says where it is reached: somebody who plans for that organisation. */
  maySetOffice: boolean;
}

/** Who has the reports of a partnership's walks, and the office that is told of accidents. */
export async function arrangements(context: Context, agreementId: string): Promise<Outcome<Arrangements>> {
  const asked = await ask(context, mayArrangeAfter, agreementId);
  if (!asked.ok) return asked;
  const [known, readers, coordinator] = await Promise.all([office.officeOf(context, agreementId), office.readersOf(context, agreementId), coordinatorOf(context, agreementId)]);
  return done({ office: known, readers, coordinator, maySetOffice: coordinator !== null && mayCoordinate(context.actor, asked.value, coordinator.id) });
}
