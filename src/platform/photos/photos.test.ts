import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { LARGEST_PHOTO, photoCleaner } from './cleaner.ts';

const cleaner = photoCleaner();
afterAll(() => cleaner.close());

/** A picture as a telephone takes it: on its side, with the place and the telephone's name in it. */
const taken = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#335544' } })
    .withExif({ IFD0: { Make: 'Telefonen' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '62/1 23/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '17/1 18/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test('a picture is kept turned right, without where it was taken and with what', async () => {
  const sent = await taken();
  expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Telefonen');
  const kept = sure(await cleaner.clean(new Uint8Array(sent)));
  const { format, width, height, ...rest } = await sharp(kept).metadata();
  expect({ format, width, height, exif: rest.exif, xmp: rest.xmp, iptc: rest.iptc }).toEqual({ format: 'jpeg', width: 20, height: 40, exif: undefined, xmp: undefined, iptc: undefined });
  expect(Buffer.from(kept).toString('latin1')).not.toMatch(/Exif|GPS|Telefonen/);
});

test('what is no picture is refused, and so are a drawing with words in it and what is too large', async () => {
  const no = async (bytes: Uint8Array) => {
    const outcome = await cleaner.clean(bytes);
    return outcome.ok ? null : outcome.refusals[0]!.code;
  };
  expect(await no(new TextEncoder().encode('%PDF-1.7'))).toBe('photos.not-a-picture');
  expect(await no(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>Namn</text></svg>'))).toBe('photos.not-a-picture');
  expect(await no((await taken()).subarray(0, 200))).toBe('photos.not-a-picture');
  expect(await no(new Uint8Array(LARGEST_PHOTO + 1))).toBe('photos.too-large');
});
