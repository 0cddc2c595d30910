import type { Door, Stage } from './door.ts';
import { anyone } from './kinds-of-doors.ts';

const params = ({ walking: { walkId } }: Stage) => ({ walk: walkId });

/** What is left to decide after a night, for those who lead. */
const led = { asks: 'walks.lead', at: 'partnership', params } as const satisfies Door;

/** The doors to the night. Its page is open to all who have its address, and says nothing to those who do not walk. */
export const NIGHT_DOORS: Record<string, Door> = {
  '/night load': anyone,
  '/night/[walk] load': { ...anyone, params },
  // Where a night's entries go: to nobody but those who walk.
  '/night/[walk]/entries POST': { ...anyone, params, asks: 'walker' },
  '/night/app.js GET': anyone,
  '/night/manifest.webmanifest GET': anyone,
  '/night/worker.js GET': anyone,
  '/partnerships/[id]/walks/[walk]/night load': led,
  '/partnerships/[id]/walks/[walk]/night settle': led,
  '/partnerships/[id]/walks/[walk]/night letCount': led,
};
