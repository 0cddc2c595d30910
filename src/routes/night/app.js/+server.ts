import { appScript } from '../app.server.ts';
import { scriptAnswer } from '../script-answer.ts';
import type { RequestHandler } from './$types';

/** The night's script: its address changes when it does. */
export const GET: RequestHandler = ({ request }) => scriptAnswer(request, appScript(), { 'cache-control': 'public, max-age=31536000, immutable' });
