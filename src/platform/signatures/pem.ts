/** DER as PEM, with a label such as `CERTIFICATE`. */
export const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;

/** Every part of a PEM text with this label, as DER, in order. */
export const fromPem = (label: string, text: string): Uint8Array[] =>
  [...text.matchAll(new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`, 'g'))].map(([, body]) => new Uint8Array(Buffer.from(body, 'base64')));
