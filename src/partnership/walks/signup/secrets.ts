import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** A code of six figures that nobody can foresee. */
export const freshCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What is kept of a code: by the house's secret and for this one asking, so that the few codes there are cannot be tried elsewhere. */
export const codeHash = (secret: string, { id, code }: { id: string; code: string }): string => createHmac('sha256', secret).update(`code ${id} ${code}`).digest('base64url');

/** The mark by which a number is known again when the number itself is gone. */
export const phoneMark = (secret: string, number: string): string => createHmac('sha256', secret).update(`phone ${number}`).digest('base64url');

/** What stands in the link by which somebody who wants to walk comes back: the same each time it is sent, and nobody else's to foresee. */
export const linkKey = (secret: string, newcomerId: string): string => createHmac('sha256', secret).update(`newcomer ${newcomerId}`).digest('base64url').slice(0, 16);

/** What is kept of a link's key. */
export const linkHash = (key: string): string => createHash('sha256').update(key).digest('base64url');

export const isSame = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
