export type KindOfFile = 'pdf' | 'zip' | 'locked-office' | 'other' | 'perhaps-text';

/** First bytes of kinds that are no agreement we can read, so that they are refused by name rather than taken for text. */
const OTHERS = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'RIFF', '\x1f\x8b', 'BZh', '7z\xbc\xaf', 'Rar!', '{\\rtf', '%!PS', '\x7fELF', 'MZ', 'SQLite format 3', '\xfd7zXZ'];

/** What the file is, told by its first bytes. */
export function kindOfFile(bytes: Uint8Array): KindOfFile {
  const head = latin1(bytes.subarray(0, 1024));
  // Readers of PDF allow rubbish before the mark, and mail gateways put it there.
  if (head.startsWith('%PDF-') || /^[^\n]{0,900}\n?%PDF-\d/.test(head)) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return isLockedOffice(bytes) ? 'locked-office' : 'other';
  if (OTHERS.some((mark) => head.startsWith(mark)) || head.slice(4, 8) === 'ftyp') return 'other';
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|svg|\?xml)/i.test(head)) return 'other';
  return 'perhaps-text';
}

/** A Word file with a password is an old-style container with a stream of this name, in UTF-16. */
function isLockedOffice(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 64 * 1024)).includes([...'EncryptedPackage'].join('\0'));
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
