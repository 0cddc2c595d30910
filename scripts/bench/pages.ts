import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openAsOwner } from '../../src/platform/database/open.ts';
import { median, type Row, row } from './measure.ts';
import { multiplyPartnerships } from './multiply.ts';
import { type Running, startServer } from './server.ts';
import { weighPage } from './weight.ts';

/** Seconds that each page is asked for, by ten visitors at a time. */
const SECONDS = 8;

interface Load {
  rate: number;
  p95: number;
}

/** The pages with the five samples, and again with a thousand times as many partnerships. */
export async function benchPages(): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'handslag-bench-'));
  try {
    await (await startServer(data)).stop();
    const starts: number[] = [];
    for (let start = 0; start < 5; start += 1) {
      const server = await startServer(data);
      starts.push(server.firstPage);
      await server.stop();
    }
    const few = await withServer(data, measureAll);
    const owner = await openAsOwner({ folder: join(data, 'database') });
    await multiplyPartnerships(owner.database, 999);
    await owner.close();
    const many = await withServer(data, measureAll);
    return [row('start of the program to first page, with a database', median(starts), 'ms', 2_000, 'limit 2 s'), ...few.weights, ...compared(few.loads, many.loads)];
  } finally {
    await rm(data, { recursive: true });
  }
}

async function withServer<T>(data: string, work: (server: Running) => Promise<T>): Promise<T> {
  const server = await startServer(data);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function measureAll({ address, cookie }: Running) {
  const list = await (await fetch(`${address}/partnerships`, { headers: { cookie } })).text();
  const partnership = /href="(\/partnerships\/[0-9a-f-]{36})"/.exec(list)![1];
  const pages = { start: '/', partnership };
  const loads: Record<string, Load> = {};
  for (const [name, path] of Object.entries(pages)) loads[name] = await load(address + path, cookie);
  const weights = [];
  for (const path of ['/', partnership, `${partnership}/agreement`, '/calendar', '/new']) weights.push(...(await weighPage(address, path, cookie)));
  return { loads, weights };
}

async function load(url: string, cookie: string): Promise<Load> {
  const visits = { url, headers: { cookie }, connections: 10 };
  await autocannon({ ...visits, duration: 2 });
  const { requests, latency, non2xx } = await autocannon({ ...visits, duration: SECONDS });
  if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with something else than a page`);
  return { rate: requests.average, p95: latency.p97_5 };
}

const compared = (few: Record<string, Load>, many: Record<string, Load>): Row[] =>
  Object.keys(few).flatMap((page) => [
    {
      what: `${page} page, requests a second`,
      measured: `${Math.round(few[page].rate)} with 5 partnerships, ${Math.round(many[page].rate)} with 5 000`,
      against: 'within 1.5 ×',
      ratio: few[page].rate / many[page].rate / 1.5,
    },
    {
      what: `${page} page, 97.5th percentile at ten visitors`,
      measured: `${few[page].p95} ms with 5 partnerships, ${many[page].p95} ms with 5 000`,
      against: 'within 1.5 ×',
      ratio: many[page].p95 / few[page].p95 / 1.5,
    },
  ]);
