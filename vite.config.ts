import { readdirSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { phoneScripts } from './vite.phone.ts';

/** SvelteKit hides its announcement of a new page by a style attribute, which our policy forbids: our own class hides it as well. */
const announcerWithoutStyle: Plugin = {
  name: 'announcer-without-style',
  enforce: 'pre',
  transform: {
    filter: { id: /\/kit\/src\/runtime\/components\/root\.svelte$/ },
    handler(code) {
      const plain = code.replace(/style="[^"]*"(?=\s*>)/, 'class="vh"');
      if (plain === code) throw new Error('SvelteKit has changed its announcer: see whether this plugin is still needed');
      return { code: plain, map: null };
    },
  },
};

/** The words that these files say, as a test of the files they are kept in. */
const wordsSaidIn = (...files: string[]) =>
  new RegExp(`/paraglide/apart/messages/(${files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g)].map(([, word]) => word)).join('|')})\\.js$`);

/** The words around every page, together. Left alone, each is a file and a request of its own, because other pages say it as well. */
const shellWords = { name: 'shell-words', test: wordsSaidIn('src/ui/PageShell.svelte') };

/** So with those of the review page, which has the most of them: what it says that other pages say as well. */
const REVIEW = 'src/routes/partnerships/[id]/agreement';
const reviewWords = { name: 'review-words', test: wordsSaidIn(...readdirSync(REVIEW).filter((file) => file !== 'fact-words.ts').map((file) => `${REVIEW}/${file}`)), minShareCount: 2 };

export default defineConfig({
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [shellWords, reviewWords] } } } } } },
  plugins: [
    announcerWithoutStyle,
    phoneScripts('src/routes/night/phone'),
    sveltekit({
      adapter: adapter(),
      // Few pages have script at all, and none of them needs to know of all the others before somebody goes there.
      router: { resolution: 'server' },
      // What the server says of where one goes is used from where one is: relative to that, its style sheets would not be found.
      paths: { relative: false },
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'font-src': ['self'],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'manifest-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
