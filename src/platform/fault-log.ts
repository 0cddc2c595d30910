import { randomUUID } from 'node:crypto';
import { Counter } from 'prom-client';
import { log } from './log/log.ts';
import { once } from './log/metrics.ts';
import { withoutPeople } from './log/without-people.ts';

const faults = once('handslag_faults_total', (name) => new Counter({ name, help: 'Faults: what nobody foresaw.' }));

/** Logs the unforeseen, once, and gives the reference by which it can be found; visitors are shown the same. */
export function logFault(where: string, fault: unknown, request?: string): string {
  const reference = randomUUID().slice(0, 8);
  faults.inc();
  log('error', { event: 'fault', reference, ...(request ? { request } : {}), where, ...told(fault) });
  return reference;
}

/** PostgreSQL quotes what was written in its messages, so its codes and names stand for them. */
interface DatabaseFault extends Error {
  code?: string;
  table?: string;
  constraint?: string;
}

function told(fault: unknown): { fault: string; stack: string } {
  if (!(fault instanceof Error)) return { fault: withoutPeople(String(fault)), stack: '' };
  const { name, message, stack = '', code, table, constraint } = fault as DatabaseFault;
  const said = [name, code, table, constraint, withoutPeople(message)].filter(Boolean).join(' ');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
  return { fault: said, stack: fault.cause === undefined ? frames : `${frames}\ncaused by ${Object.values(told(fault.cause)).join('\n')}` };
}
