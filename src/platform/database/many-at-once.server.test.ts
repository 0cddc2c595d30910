import { expect, inject, test } from 'vitest';
import { freshSettings } from '../../../tests/support/fresh-database.ts';
import { openDatabase } from './open.ts';

test.runIf('server' in inject('database'))('databases of one server, which share the role that works in them, are made ready at the same moment', async () => {
  const settings = await Promise.all(Array.from({ length: 12 }, freshSettings));
  const opened = await Promise.allSettled(settings.map(({ DATABASE_URL: url }) => openDatabase({ url })));
  for (const each of opened) if (each.status === 'fulfilled') await each.value.close();
  expect(opened.filter(({ status }) => status === 'rejected')).toEqual([]);
});
