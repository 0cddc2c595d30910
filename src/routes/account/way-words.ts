import * as m from '#messages';
import type { Assurance } from '#platform/actor.ts';
import type { Way } from '#platform/sign-in/tables.ts';

const WAYS = { 'mail-link': m.way_mail_link, passkey: m.way_passkey, oidc: m.way_oidc } as const satisfies Record<Way, () => string>;

const LEVELS = { low: m.level_low, substantial: m.level_substantial, high: m.level_high } as const satisfies Record<Assurance, () => string>;

export const wayWords = (way: Way): string => WAYS[way]();

export const levelWords = (level: Assurance): string => LEVELS[level]();
