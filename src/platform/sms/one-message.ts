/** The alphabet of text messages: what is in it takes one place. Source: 3GPP TS 23.038 (GSM 03.38), 6.2.1. */
const ALPHABET = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');

/** What takes two places. Source: the same, 6.2.1.1. */
const EXTENSION = new Set('\f^{}\\[~]|€');

/** Places of one message. */
const PLACES = 160;

const LIKENESSES: Record<string, string> = { '–': '-', '—': '-', '‑': '-', '−': '-', '”': '"', '“': '"', '’': "'", '‘': "'", '…': '...', '\u00A0': ' ', '\u202F': ' ' };

/** How many places the text takes, or null where the alphabet does not have all of it. */
export function placesOf(text: string): number | null {
  let places = 0;
  for (const sign of text) {
    if (!ALPHABET.has(sign) && !EXTENSION.has(sign)) return null;
    places += EXTENSION.has(sign) ? 2 : 1;
  }
  return places;
}

/** Whether the text goes as one message. */
export function isOneMessage(text: string): boolean {
  const places = placesOf(text);
  return places !== null && places <= PLACES;
}

/** The text in signs of the alphabet: a sign that it lacks becomes its likeness, or loses its accent, or becomes a question mark. */
export const inAlphabet = (text: string): string => Array.from(text.normalize('NFC'), likeness).join('');

function likeness(sign: string): string {
  if (placesOf(sign) !== null) return sign;
  const known = LIKENESSES[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '');
  return known !== '' && placesOf(known) !== null ? known : '?';
}

/**
 * What `say` says of this name as one message: the name, and nothing else, is shortened until it fits. Throws where the
 * words do not fit with no name at all, which is a fault in the words.
 */
export function oneMessage(say: (name: string) => string, name: string): string {
  for (let length = name.length; length >= 0; length--) {
    const text = inAlphabet(say(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`));
    if (isOneMessage(text)) return text;
  }
  throw new Error('words that do not fit one message');
}
