/** A map needs script; without it areas and their meeting points are words and forms. */
export const csr = true;
