import type { Door, Stage } from './door.ts';

/** Doors about areas and plans: what all who have a part see, what those do who plan, and what those do who lead a group, of one that they do not lead. */
const seeWalks = { asks: 'walks.see', at: 'partnership' } as const satisfies Door;
const planWalks = { asks: 'walks.plan', at: 'partnership' } as const satisfies Door;
const inArea = { ...planWalks, params: ({ walking }: Stage) => ({ area: walking.areaId }) } as const satisfies Door;
const ofWalk = { asks: 'walks.lead', at: 'partnership', params: ({ walking }: Stage) => ({ walk: walking.walkId }), form: ({ walking }: Stage) => ({ walk: walking.walkId, group: walking.groupId }) } as const satisfies Door;

/** Every address about areas and plans and every action on it. */
export const PLAN_DOORS: Record<string, Door> = {
  '/partnerships/[id]/walks load': seeWalks,
  '/partnerships/[id]/walks take': ofWalk,
  '/partnerships/[id]/walks giveBack': ofWalk,
  '/partnerships/[id]/walks undo': { ...planWalks, form: ({ walking }) => ({ season: walking.seasonId }) },
  '/partnerships/[id]/walks areas': { ...planWalks, form: () => ({ oneAreaANight: 'no' }) },
  '/partnerships/[id]/walks weight': { ...planWalks, form: () => ({ group: '', weight: 'x' }) },
  '/partnerships/[id]/walks.[kind=table] GET': { ...seeWalks, params: () => ({ kind: 'csv' }) },
  '/partnerships/[id]/walks/areas load': seeWalks,
  '/partnerships/[id]/walks/areas add': { ...planWalks, form: () => ({ name: '' }) },
  '/partnerships/[id]/walks/areas restore': { ...planWalks, form: ({ walking }) => ({ area: walking.areaId }) },
  '/partnerships/[id]/walks/areas/[area] load': { ...seeWalks, params: ({ walking }) => ({ area: walking.areaId }) },
  '/partnerships/[id]/walks/areas/[area] change': inArea,
  '/partnerships/[id]/walks/areas/[area] remove': inArea,
  '/partnerships/[id]/walks/areas/[area] restore': inArea,
  '/partnerships/[id]/walks/areas/[area] addPoint': inArea,
  '/partnerships/[id]/walks/areas/[area] removePoint': { ...inArea, form: ({ walking }) => ({ point: walking.meetingPointId }) },
  '/partnerships/[id]/walks/areas/[area] restorePoint': { ...inArea, form: ({ walking }) => ({ point: walking.meetingPointId }) },
  '/partnerships/[id]/walks/calendar load': seeWalks,
  '/partnerships/[id]/walks/events load': seeWalks,
  '/partnerships/[id]/walks/events add': { ...planWalks, form: () => ({ kind: 'other', name: '' }) },
  '/partnerships/[id]/walks/events remove': planWalks,
  '/partnerships/[id]/walks/events restore': planWalks,
  '/partnerships/[id]/walks/new load': planWalks,
  '/partnerships/[id]/walks/new default': planWalks,
  '/partnerships/[id]/walks/season load': planWalks,
  '/partnerships/[id]/walks/season plan': planWalks,
  '/partnerships/[id]/walks/[walk]/plan load': { ...seeWalks, params: ({ walking }) => ({ walk: walking.walkId }) },
  '/partnerships/[id]/walks/[walk]/plan take': ofWalk,
  '/partnerships/[id]/walks/[walk]/plan giveBack': ofWalk,
  '/partnerships/[id]/walks/[walk]/plan move': { ...planWalks, params: ofWalk.params },
  '/partnerships/[id]/walks/[walk]/plan cancel': { ...planWalks, params: ofWalk.params },
  '/partnerships/[id]/walks/[walk]/plan callOff': ofWalk,
  '/partnerships/[id]/walks/[walk]/plan restore': { ...planWalks, params: ofWalk.params },
  '/partnerships/[id]/walks/[walk]/plan callOn': ofWalk,
};
