/** Dropping a file needs script; choosing one and pasting do not. */
export const csr = true;
