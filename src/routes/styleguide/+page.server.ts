import type { PageServerLoad } from './$types';
import { exampleLifeline } from './example.ts';

export const load: PageServerLoad = () => exampleLifeline();
