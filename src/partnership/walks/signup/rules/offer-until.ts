import { Temporal } from 'temporal-polyfill';

/** Minutes that somebody has to answer when a place is offered by day. */
const MINUTES = 30;

/** Hours of the clock in Sweden between which somebody may be expected to look at the telephone. */
const [MORNING, NIGHT] = ['08:00', '21:30'];

/** Until when an offer made now can be answered: half an hour, and at night until half an hour into the morning. */
export function offerUntil(now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Stockholm');
  const time = here.toPlainTime();
  const asleep = Temporal.PlainTime.compare(time, MORNING) < 0 || Temporal.PlainTime.compare(time, NIGHT) >= 0;
  const day = Temporal.PlainTime.compare(time, NIGHT) >= 0 ? here.add({ days: 1 }) : here;
  const from = asleep ? day.withPlainTime(MORNING) : here;
  return new Date(from.add({ minutes: MINUTES }).epochMilliseconds);
}
