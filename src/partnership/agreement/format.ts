/** The name of the public format; apart from its schemas, so that a page that needs the name does not carry them. */
export const FORMAT = 'handslag.agreement/1';
