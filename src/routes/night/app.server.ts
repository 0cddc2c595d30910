import { createHash } from 'node:crypto';
import { getLocale } from '#locale';
import en from 'phone:app/en';
import sv from 'phone:app/sv';

const SCRIPTS = { sv, en };

/** The night's script in the visitor's language. */
export const appScript = (): string => SCRIPTS[getLocale()];

/** Where it lies; another address when it has changed. */
export const appAddress = (): string => `/night/app.js?${ADDRESSES[getLocale()]}`;

const markOf = (script: string): string => createHash('sha256').update(script).digest('hex').slice(0, 12);
const ADDRESSES = { sv: markOf(sv), en: markOf(en) };
