import { addDays } from '#kernel/calendar-date.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { guard } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Walk } from '../../model.ts';
import { mayKnowIncidents } from '../../policy.ts';
import { walksBetween } from '../../store/walks.server.ts';
import type { Incident, Office } from '../model.ts';
import { incidentsOf } from '../store/incidents.server.ts';
import { officeOf } from '../store/office.server.ts';

/** Days back that somebody can tell of an accident on a walk. */
const TOLD_WITHIN = 60;

/** What there is to know of accidents: those on walks of one's own, what the insurance asks, and the walks that one can tell of. */
export interface Incidents {
  incidents: Incident[];
  office: Office | null;
  walks: Walk[];
}

/** Accidents and incidents, kept apart from the reports: for those who lead the group they were in, and the office. */
export async function incidentsToSee(context: Context, agreementId: string): Promise<Outcome<Incidents>> {
  const asked = await ask(context, mayKnowIncidents, agreementId);
  if (!asked.ok) return asked;
  const today = context.clock.today();
  const [incidents, office, walks] = await Promise.all([incidentsOf(context, agreementId), officeOf(context, agreementId), walksBetween(context, agreementId, { from: addDays(today, -TOLD_WITHIN), to: today })]);
  const begun = walks.filter(({ starts, cancelledAt }) => cancelledAt === null && starts <= context.clock.now()).reverse();
  return done((await guard(context)).hide(agreementId, { incidents, office, walks: begun }));
}
