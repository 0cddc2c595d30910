/** Where the pages of nights and what they load lie in the telephone. */
export const CACHE = 'night-1';
