import { expect, test } from 'vitest';
import { kindOfFile } from './kind-of-file.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test('a file is told by its bytes', () => {
  expect(kindOfFile(bytes('%PDF-1.7\n'))).toBe('pdf');
  expect(kindOfFile(bytes('PK\x03\x04'))).toBe('zip');
  expect(kindOfFile(bytes('Avtal mellan'))).toBe('perhaps-text');
});

test('a PDF is told also where a mail gateway has written before it', () => {
  expect(kindOfFile(bytes('X-Scanned: yes\n%PDF-1.4\n'))).toBe('pdf');
});

test('an agreement that only mentions %PDF- is a text', () => {
  expect(kindOfFile(bytes(`Bilagan skickas som PDF.\n${'Mer text. '.repeat(200)}%PDF-1.4`))).toBe('perhaps-text');
});

test('pictures, archives, rich text and web pages are refused and not taken for text', () => {
  for (const head of ['\x89PNG\r\n', '\xff\xd8\xff\xe0', 'GIF89a', '{\\rtf1\\ansi', '<!DOCTYPE html><html>', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']) expect(kindOfFile(bytes(head))).toBe('other');
});

test('a Word file with a password is told from an old Word file', () => {
  const locked = `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${[...'EncryptedPackage'].join('\0')}`;
  expect(kindOfFile(bytes(locked))).toBe('locked-office');
});
