import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { floorPlan } from '../../floor-plan.mjs';
import { sources } from '../support/sources.ts';

test('the structure lint has really walked through the house', () => {
  const report = execFileSync('node_modules/.bin/depcruise', ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const cruised = new Set(JSON.parse(report).modules.map(({ source }: { source: string }) => source));
  const missed = [...sources('src').keys()].filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !cruised.has(file));
  expect(missed).toEqual([]);
});

test('every room is on the floor plan and has what a room must have', () => {
  const rooms = readdirSync('src/partnership');
  expect(rooms.sort()).toEqual(Object.keys(floorPlan).sort());
  for (const room of rooms) {
    for (const file of ['README.md', 'model.ts', 'policy.ts', 'index.ts']) expect(existsSync(`src/partnership/${room}/${file}`), `${room}/${file}`).toBe(true);
  }
});

test('nothing hides behind a name that says nothing', () => {
  const vague = [...sources('src').keys()].filter((file) => /\/(utils?|helpers?|service|manager|types|misc|common)\.(ts|svelte)$|\/(utils|helpers|services|managers|types|misc|common)\//.test(file));
  expect(vague).toEqual([]);
});
