import { REGISTER } from '../../personal-data/register.ts';
import { registerRow } from '../../personal-data/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ register: REGISTER.map(registerRow) });
