import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';

/** `phone:app/sv` is the module `src/routes/night/phone/app.ts` as the text of one script that leans on nothing else, in Swedish; `phone:worker` says nothing to anybody and has no language. */
const PREFIX = 'phone:';

/**
 * Bundles what runs in a telephone apart from SvelteKit, so that it weighs no more than it uses and works from what the
 * telephone has kept: neither its runtime nor chunks shared with other pages, nor words in another language.
 */
export function phoneScripts(folder: string): Plugin {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'phone-scripts',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const name = id.slice(PREFIX.length + 1);
      const [script, language] = name.split('/');
      if (!made.has(name)) made.set(name, bundled(`${folder}/${script}.ts`, language));
      return `export default ${JSON.stringify(await made.get(name))};`;
    },
  };
}

async function bundled(entry: string, language: string | undefined): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [spoken(language), svelte({ configFile: false, compilerOptions: { css: 'external' } })],
    build: { write: false, minify: true, target: 'es2022', modulePreload: false, rollupOptions: { input: entry, output: { format: 'iife', codeSplitting: false } } },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { type: string; code?: string }[] };
  return output.find(({ type }) => type === 'chunk')!.code!;
}

/** Says the language once for all, so that the words of the other one are left out: they are nearly a fifth of the script. */
const spoken = (language: string | undefined): Plugin => ({
  name: 'phone-language',
  transform: {
    filter: { id: /\/paraglide\/apart\/runtime\.js$/ },
    handler(code) {
      if (!language) return undefined;
      const settled = code.replace('export const experimentalStaticLocale = undefined;', `export const experimentalStaticLocale = '${language}';`);
      if (settled === code) throw new Error('Paraglide has changed how a language is settled: see how else the words of the other are left out');
      return { code: settled, map: null };
    },
  },
});
