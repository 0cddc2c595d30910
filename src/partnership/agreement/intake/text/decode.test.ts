import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const swedish = 'Överenskommelse om nattvandring på Åsö – ”tryggt” för 250 000 kr.\n';
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
const swapped = (wide: Uint8Array) => new Uint8Array(Buffer.from(wide).swap16());

test('Swedish letters come right from UTF-8, with and without a mark', () => {
  expect(decode(bytes(swedish, 'utf8'))).toEqual({ text: swedish, isLossy: false });
  expect(decode(bytes(`\ufeff${swedish}`, 'utf8'))?.text).toBe(swedish);
});

test('Swedish letters come right from UTF-16 in either order, with and without a mark', () => {
  for (const mark of ['\ufeff', '']) {
    const little = bytes(mark + swedish, 'utf16le');
    expect(decode(little)?.text).toBe(swedish);
    expect(decode(swapped(little))?.text).toBe(swedish);
  }
});

test('Swedish letters, dashes and quotation marks come right from Windows-1252', () => {
  const written = Uint8Array.of(0xd6, 0x76, 0x65, 0x72, 0x20, 0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0x20, 0x96, 0x20, 0x94, 0x6a, 0x61, 0x94);
  expect(decode(written)?.text).toBe('Över åäöÅÄ – ”ja”');
});

test('a text in UTF-8 with one damaged letter is still UTF-8, and says so', () => {
  const damaged = bytes(swedish.repeat(3), 'utf8');
  damaged[1] = 0x20;
  const found = decode(damaged);
  expect(found?.isLossy).toBe(true);
  expect(found?.text).toContain('på Åsö');
});

test('the end-of-file sign of old programs does not make a text something else', () => {
  expect(decode(bytes('Avtal\x1a', 'latin1'))?.text).toBe('Avtal\x1a');
});

test('random bytes are no text', () => {
  let state = 7;
  const random = Uint8Array.from({ length: 4096 }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16);
  expect(decode(random)).toBeNull();
  expect(decode(Uint8Array.of(0x41, 0, 0, 0, 0x42, 0x43))).toBeNull();
});
