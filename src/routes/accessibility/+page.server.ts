import type { PageServerLoad } from './$types';

/** Whoever runs Handslag says where to report what does not work; without it nobody else can reach the program. */
export const load: PageServerLoad = () => ({ contact: process.env.ACCESSIBILITY_CONTACT ?? null });
