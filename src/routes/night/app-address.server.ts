import { createHash } from 'node:crypto';
import app from 'phone:app';

/** Where the night's script lies; another address when it has changed. */
export const APP = `/night/app.js?${createHash('sha256').update(app).digest('hex').slice(0, 12)}`;
