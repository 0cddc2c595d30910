/** A short name for an address, of a title: `Nattvandring i Ånäs 2026` is `nattvandring-i-anas-2026`. At most forty characters, and never cut within a word. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [first = 'nattvandring', ...rest] = words;
  return rest.reduce((slug, word) => (slug.length + word.length < 40 ? `${slug}-${word}` : slug), first.slice(0, 40));
}
