import { styleText } from 'node:util';
import type { LogEvent } from './log.ts';

/** A line of the log for a person: the time of day, then what happened. */
export function inColumns(time: string, event: LogEvent): string {
  const clock = styleText('dim', time.slice(11, 19));
  if (event.event === 'fault') return `${clock} ${styleText('red', `[${event.reference}]`)} ${event.where}\n${event.stack}`;
  if (event.event === 'signed-in') return `${clock} ${styleText('green', 'in ')} ${event.way}, ${event.assurance}`;
  const { method, route, status, ms } = event;
  return `${clock} ${styleText(status < 400 ? 'green' : status < 500 ? 'yellow' : 'red', String(status))} ${method.padEnd(4)} ${route} ${styleText('dim', `${ms} ms`)}`;
}
