/** A key of the device needs script; everything else on the page does without. */
export const csr = true;
