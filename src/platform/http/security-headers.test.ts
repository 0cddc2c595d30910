import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

test('over TLS browsers are told never to come back without it, for a year at least and on every name below', () => {
  const told = securityHeaders({ https: true })['strict-transport-security']!;
  expect(Number(/max-age=(\d+)/.exec(told)?.[1])).toBeGreaterThanOrEqual(31_536_000);
  expect(told).toContain('includeSubDomains');
  expect(securityHeaders({ https: false })).not.toHaveProperty('strict-transport-security');
});

test('a header is a line of its own', () => {
  for (const [name, value] of Object.entries(securityHeaders({ https: true }))) {
    expect(name).toMatch(/^[a-z-]+$/);
    expect(value).not.toMatch(/[\r\n]/);
  }
});
