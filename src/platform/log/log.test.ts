import { afterEach, expect, test, vi } from 'vitest';
import { logFault } from '../fault-log.ts';
import { log } from './log.ts';
import { withoutPeople } from './without-people.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => {});
const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => {
  said.mockClear();
  complained.mockClear();
  vi.unstubAllEnvs();
});

const request = { event: 'request', request: 'one', method: 'GET', route: '/partnerships/[id]', status: 200, ms: 12 } as const;

test('a line is one object that a program can read', () => {
  log('info', request);
  expect(said).toHaveBeenCalledOnce();
  expect(JSON.parse(said.mock.lastCall![0])).toEqual({ time: expect.stringMatching(/^\d{4}-.+Z$/), level: 'info', ...request });
});

test('what is below the level asked for is not said', () => {
  vi.stubEnv('LOG_LEVEL', 'warn');
  log('info', request);
  expect(said).not.toHaveBeenCalled();
  vi.stubEnv('LOG_LEVEL', 'silent');
  logFault('somewhere', new Error('fault'));
  expect(complained).not.toHaveBeenCalled();
});

test('a fault is found by its reference and says where, but not whom', () => {
  const fault = Object.assign(new Error('invalid input syntax for type uuid: "Åsa Öberg, 0701-234567, asa@granby.example"'), { code: '22P02', table: 'contact_person' });
  const reference = logFault('POST /new', fault, 'one');
  const line = complained.mock.lastCall![0] as string;
  expect(JSON.parse(line)).toMatchObject({ event: 'fault', reference, request: 'one', where: 'POST /new', fault: expect.stringContaining('22P02 contact_person') });
  expect(JSON.parse(line).stack).toContain('log.test.ts');
  expect(line).not.toMatch(/Åsa|0701|granby/);
});

test('the cause of a fault is told in the same way', () => {
  logFault('job', new Error('outer', { cause: new Error("inner 'Åsa Öberg'") }));
  const line = complained.mock.lastCall![0] as string;
  expect(line).toContain('inner');
  expect(line).not.toContain('Åsa');
});

test('names in quotes, addresses and long numbers are taken out of what libraries say', () => {
  expect(withoutPeople('no such key "Åsa \\" Öberg" for asa@granby.example, 19121212-1212, port 5432')).toBe('no such key "…" for …@… …, port 5432');
});
