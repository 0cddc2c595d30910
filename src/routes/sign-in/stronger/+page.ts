/** A key of the device needs script. */
export const csr = true;
