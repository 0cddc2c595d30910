/** Pages are whole without JavaScript and most need none; one that does sets this to true. */
export const csr = false;
