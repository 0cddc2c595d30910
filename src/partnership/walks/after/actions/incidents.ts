import { isId } from '#kernel/id.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayKnowIncidents } from '../../policy.ts';
import { hoursOf } from '../../rules/hours.ts';
import { findWalk } from '../../store/walks.server.ts';
import { INCIDENT_KINDS, type IncidentKind } from '../model.ts';
import { findIncident, insertIncident, markSeen } from '../store/incidents.server.ts';
import { TELL_AFTER } from '../tell-after-name.ts';

/** An accident or an incident as somebody tells of it afterwards: on which walk, at what hour `HH:MM`, where and what. */
export interface ToldIncident {
  agreementId: string;
  walkId: string;
  kind: string;
  hour: string;
  place: string;
  what: string;
  lookedAt?: string[];
}

const MOST = 2000;

/** Writes down an accident or an incident on a walk of one's own; the office is told within seconds. */
export async function recordIncident(context: Context, { agreementId, walkId, kind, hour, place, what, lookedAt }: ToldIncident): Promise<Outcome<{ incidentId: string }>> {
  const asked = await ask(context, mayKnowIncidents, agreementId);
  if (!asked.ok) return asked;
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  if (walk?.agreementId !== agreementId) return refuse('invalid', 'walks.choose-walk', { path: 'walk' });
  if (!INCIDENT_KINDS.includes(kind as IncidentKind)) return refuse('invalid', 'walks.incident-kind', { path: 'kind' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) return refuse('invalid', 'walks.incident-hour', { path: 'hour' });
  const texts = { place: place.trim(), what: what.trim() };
  if (!texts.what || texts.what.length > MOST || texts.place.length > 200) return refuse('invalid', 'walks.incident-what', { path: 'what' });
  const looked = lookAgain({ texts, lookedAt });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const at = atHour(walk.night, hour);
    const incidentId = await insertIncident(inside, { walkId, reportId: null, kind: kind as IncidentKind, at, place: texts.place || null, what: texts.what });
    await witness(inside, { what: 'walks.incident-recorded', agreementId, facts: { incidentId, walkId, kind, ...looked.value } });
    inside.jobs.send(TELL_AFTER);
    return done({ incidentId: incidentId! });
  });
}

/** The moment of an hour on a night: before noon it is the day after. */
function atHour(night: string, hour: string): Date {
  const { starts, ends } = hoursOf(night, '12:00', hour);
  return hour >= '12:00' ? hoursOf(night, hour, hour).starts : ends > starts ? ends : starts;
}

/** Says that somebody has seen an incident: the receipt that whoever told of it waits for. */
export async function seeIncident(context: Context, { agreementId, incidentId }: { agreementId: string; incidentId: string }): Promise<Outcome<null>> {
  const asked = await ask(context, mayKnowIncidents, agreementId);
  if (!asked.ok) return asked;
  const incident = isId(incidentId) ? await findIncident(context, incidentId) : null;
  if (incident?.agreementId !== agreementId) return refuse('conflict', 'walks.incident-not-found');
  return inTransaction(context, async (inside) => {
    if (!(await markSeen(inside, incidentId))) return refuse('conflict', 'walks.incident-seen');
    await witness(inside, { what: 'walks.incident-seen', agreementId, facts: { incidentId } });
    return done(null);
  });
}
