import type { Door, Stage } from './door.ts';
import { anyone } from './kinds-of-doors.ts';

const params = ({ walking: { walkId } }: Stage) => ({ walk: walkId });

/** A walk's own page: open to all who have its address. What is done on it is done by whoever walks, on a walk that they know of. */
const walkPage = { ...anyone, params } as const satisfies Door;
const walked = { asks: 'secret', at: 'house', params: () => ({ walk: '00000000-0000-4000-8000-000000000000' }), form: () => ({ phone: '070-174 06 99' }) } as const satisfies Door;

/** A walk as those see it who have a part in the partnership, and what is done to it by those who lead. */
const seen = { asks: 'walks.see', at: 'partnership', params } as const satisfies Door;
const led = { ...seen, asks: 'walks.lead' } as const satisfies Door;

/** The doors to signing up. */
export const SIGNUP_DOORS: Record<string, Door> = {
  '/partnerships/[id]/walks/[walk] add': led,
  '/partnerships/[id]/walks/[walk] load': seen,
  '/partnerships/[id]/walks/[walk] noShow': led,
  '/partnerships/[id]/walks/[walk] remove': led,
  '/partnerships/[id]/walks/[walk] swap': led,
  '/partnerships/[id]/walks/poster load': seen,
  '/partnerships/[id]/walks/poster/pdf GET': seen,
  '/walk load': anyone,
  '/walk/[walk] ask': walkPage,
  '/walk/[walk] cancel': walked,
  '/walk/[walk] decline': walked,
  '/walk/[walk] giveUp': walked,
  '/walk/[walk] hand': walked,
  '/walk/[walk] load': walkPage,
  '/walk/[walk] signUp': walked,
  '/walk/[walk]/code default': walkPage,
  '/walk/[walk]/code load': walkPage,
};
