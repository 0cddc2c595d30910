/** True of what can be the id of a stored thing; asking the database for anything else is a fault there. */
export const isId = (written: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(written);
