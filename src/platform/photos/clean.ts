import sharp from 'sharp';

/** Pixels along the longer side that are kept: enough to see a tear in a vest. */
const LONGEST = 1600;

/** What a picture may be, in pixels, so that a small file cannot unfold into all memory. */
const PIXELS = 60_000_000;

/** A picture drawn anew: turned the way it was taken and with nothing else in it than what it shows, neither where nor when nor with what; null where it is no picture. */
export async function clean(bytes: Uint8Array): Promise<Uint8Array | null> {
  const picture = sharp(bytes, { limitInputPixels: PIXELS });
  const format = await picture.metadata().then((known) => known.format, () => null);
  if (!format || !TAKEN.includes(format)) return null;
  const drawn = await picture
    .autoOrient()
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
    .catch(() => null);
  return drawn && new Uint8Array(drawn);
}

/** What telephones and browsers make. Drawings that can hold text and addresses are left out. */
const TAKEN: readonly string[] = ['jpeg', 'png', 'webp', 'heif', 'avif'];
