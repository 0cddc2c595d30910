import { get } from 'node:http';
import { type Row, row } from './measure.ts';

const KILO = 1_000;

/** Compressed bytes of a page with all that it loads: script apart, and all together. */
export async function weighPage(address: string, path: string, cookie: string): Promise<Row[]> {
  const page = await fetchCompressed(address + path, cookie);
  const assets = [...new Set([...page.text.matchAll(/(?:href|src)="([^"]+\.(?:css|js|woff2|svg))"/g)].map(([, url]) => new URL(url, address + path).href))];
  const imported = [...page.text.matchAll(/import\("([^"]+\.js)"\)/g)].map(([, url]) => new URL(url, address + path).href);
  const loaded = new Map<string, { bytes: number; text: string }>();
  for (const url of new Set([...assets, ...imported])) loaded.set(url, await fetchCompressed(url));
  for (const [url, { text }] of [...loaded].filter(([url]) => url.endsWith('.css'))) {
    for (const [, font] of text.matchAll(/url\(([^)]+\.woff2)\)/g)) {
      const href = new URL(font.replace(/["']/g, ''), url).href;
      if (!loaded.has(href)) loaded.set(href, await fetchCompressed(href));
    }
  }
  const sum = (ending: string) => [...loaded].filter(([url]) => url.endsWith(ending)).reduce((total, [, { bytes }]) => total + bytes, 0);
  const name = path.replace(/[0-9a-f-]{36}/, '…');
  return [
    row(`script of ${name}`, sum('.js') / KILO, 'kB', 60, 'limit 60 kB'),
    row(`everything of ${name}`, (page.bytes + sum('')) / KILO, 'kB', 200, 'limit 200 kB'),
  ];
}

/** What goes over the wire, counted as it comes, and the text it unpacks to. */
async function fetchCompressed(url: string, cookie = ''): Promise<{ bytes: number; text: string }> {
  const packed = await new Promise<number>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip', cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
  return { bytes: packed, text: await (await fetch(url, { headers: { cookie } })).text() };
}
