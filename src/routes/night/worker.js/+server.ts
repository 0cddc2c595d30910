import worker from 'phone:worker';
import { localizeHref } from '#locale';
import { scriptAnswer } from '../script-answer.ts';
import type { RequestHandler } from './$types';

/** A worker brings its own policy: it may fetch from here, and nothing else. */
const POLICY = "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What keeps the page in the telephone. It reaches only the pages of nights, in the language it is asked for in. */
export const GET: RequestHandler = ({ request }) => scriptAnswer(request, worker, { 'cache-control': 'no-cache', 'content-security-policy': POLICY, 'service-worker-allowed': localizeHref('/night') });
