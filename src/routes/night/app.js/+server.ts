import app from 'phone:app';
import { scriptAnswer } from '../script-answer.ts';

/** The night's script: its address changes when it does. */
export const GET = (): Response => scriptAnswer(app, { 'cache-control': 'public, max-age=31536000, immutable' });
