import { StartFailure } from '../start-failure.ts';
import { wallClock } from '../clock.ts';
import { inColumns } from './in-columns.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** All that a line of the log can say. Whoever adds to it adds nothing by which a person is known: no name, address or query. */
export type LogEvent =
  | { event: 'signed-in'; way: string; assurance: string }
  | { event: 'request'; request: string; method: string; route: string; status: number; ms: number }
  | { event: 'fault'; reference: string; request?: string; where: string; fault: string; stack: string };

/**
 * Writes one line: JSON, or columns where a person watches a terminal. Faults go to the error stream, the rest to the
 * output. `LOG_LEVEL` says from which level on; without it from `info`.
 */
export function log(level: Level, event: LogEvent): void {
  if (LEVELS.indexOf(level) < lowest()) return;
  const time = wallClock.now().toISOString();
  const line = (stream: NodeJS.WriteStream) => (stream.isTTY ? inColumns(time, event) : JSON.stringify({ time, level, ...event }));
  if (level !== 'error') console.log(line(process.stdout));
  else console.error(line(process.stderr));
}

/** Throws `StartFailure` when `LOG_LEVEL` names no level, rather than log otherwise than was asked for. */
export function mustKnowLevel({ LOG_LEVEL: level = '' }: NodeJS.ProcessEnv): void {
  if (level !== '' && level !== 'silent' && !LEVELS.includes(level as Level)) throw new StartFailure('log-level-unknown', { level });
}

const lowest = (): number => {
  const { LOG_LEVEL: level = '' } = process.env;
  return level === 'silent' ? LEVELS.length : Math.max(0, LEVELS.indexOf((level || 'info') as Level));
};
