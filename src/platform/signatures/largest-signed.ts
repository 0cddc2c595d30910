/** The largest file that is validated, in bytes. */
export const LARGEST_SIGNED = 20 * 1024 * 1024;
