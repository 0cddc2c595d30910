/** Reviewing by keyboard needs script; without it the page is forms. */
export const csr = true;
