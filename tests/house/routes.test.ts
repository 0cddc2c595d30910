import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { isPublic } from '../../src/public-routes.ts';
import { sources } from '../support/sources.ts';

/** The address that a file answers. */
const routeOf = (file: string): string => file.replace(/^src\/routes/, '').replace(/\/\+[^/]+$/, '') || '/';

const routes = [...sources('src/routes')].filter(([file]) => /\+(page|layout)\.server\.ts$|\+server\.ts$/.test(file));

test('every route that is not open to all asks who is there', () => {
  const unasking = routes.filter(([file, text]) => !/locals\.(context|visitor)|\{ context \} = (event\.)?locals|locals: \{ context \}|own\((event\.)?locals\)/.test(text) && !isPublic(routeOf(file)));
  expect(unasking.map(([file]) => file)).toEqual([]);
});

test('a route is thin: it calls rooms and knows no SQL', () => {
  for (const [file, text] of routes) expect(text, file).not.toMatch(/\bsql`|selectFrom|insertInto/);
});

test('what is typed before a page’s script has come stays there', () => {
  const withScript = [...sources('src/routes')].filter(([file, text]) => /\+page\.ts$/.test(file) && text.includes('csr = true')).map(([file]) => dirname(file));
  expect(withScript.length).toBeGreaterThan(0);
  const waking = [...sources('src/routes')].filter(([file]) => file.endsWith('.svelte') && withScript.includes(dirname(file)));
  // A value is set again when the page wakes; a default is left alone.
  const typedIn = ([file, text]: [string, string]) => [...text.matchAll(/<input[^>]*>/g)].flatMap(([input]) => (/type="(hidden|radio|checkbox)"/.test(input) ? [] : [{ file, input }]));
  for (const { file, input } of waking.flatMap(typedIn)) expect(input, file).not.toMatch(/\s(value=|\{value\})/);
});
