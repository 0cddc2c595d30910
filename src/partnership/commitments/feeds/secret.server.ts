import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, as it stands in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. Nothing can be found out from it, and no salt is needed: nobody can guess 256 bits. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether this can be a secret of ours at all. */
export const isSecret = (written: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(written);
