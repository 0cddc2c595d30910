import { isLoopback } from '../loopback.ts';

/** What a proxy adds to what it passes on: its visitors are elsewhere, though it may sit on this machine itself. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

interface Asking {
  url: URL;
  request: Request;
  getClientAddress(): string;
}

/** True of a request from this machine to this machine, by a name that is this machine's and with nobody in between. */
export const fromThisMachine = ({ url, request, getClientAddress }: Asking): boolean =>
  isLoopback(url.hostname) && isLoopback(getClientAddress().replace(/^::ffff:/, '')) && !PASSED_ON.some((header) => request.headers.has(header));
