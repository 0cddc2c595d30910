import type { RequestEvent } from '@sveltejs/kit';
import { isLoopback } from '#platform/loopback.ts';

/** What a proxy adds to what it passes on: its visitors are elsewhere, though it may sit on this machine itself. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Whether whoever asks sits at the machine that Handslag runs on. */
export const fromThisMachine = ({ url, request, getClientAddress }: RequestEvent): boolean =>
  isLoopback(url.hostname) && isLoopback(getClientAddress().replace(/^::ffff:/, '')) && !PASSED_ON.some((header) => request.headers.has(header));
