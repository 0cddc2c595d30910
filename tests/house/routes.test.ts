import { expect, test } from 'vitest';
import { sources } from '../support/sources.ts';

/** Pages with nothing on them but words of ours: they need no session. */
const PUBLIC = ['src/routes/accessibility', 'src/routes/privacy', 'src/routes/styleguide'];

const routes = [...sources('src/routes')].filter(([file]) => /\+(page|layout)\.server\.ts$|\+server\.ts$/.test(file));

test('every route that shows or changes something asks who is there', () => {
  const unasking = routes.filter(([file, text]) => !/locals\.context|\{ context \} = (event\.)?locals|locals: \{ context \}/.test(text) && !PUBLIC.some((folder) => file.startsWith(folder)));
  expect(unasking.map(([file]) => file)).toEqual([]);
});

test('a route is thin: it calls rooms and knows no SQL', () => {
  for (const [file, text] of routes) expect(text, file).not.toMatch(/\bsql`|selectFrom|insertInto/);
});
