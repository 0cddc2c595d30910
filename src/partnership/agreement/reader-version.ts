/** Raised when the reader reads something otherwise than before; kept with every reading. */
export const READER = 'handslag-reader/1';
