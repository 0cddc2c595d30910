import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';

/** `phone:app/sv` is the module `src/routes/night/phone/app.ts` as the text of one script that leans on nothing else, in Swedish; `phone:worker` says nothing to anybody and has no language. */
const PREFIX = 'phone:';

/** What the compiled messages choose their language by, each in its own module. */
const CHOICE = /const locale = .+\n\tif \(locale === "sv"\) return (\w+\(.*\))\n\treturn (\w+\(.*\))/;

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

/** Leaves the words of the other language out: they are nearly a fifth of the script. */
const spoken = (language: string | undefined): Plugin => ({
  name: 'phone-language',
  transform: (code, id) => (language && id.includes('/paraglide/messages/') ? code.replace(CHOICE, (_, sv: string, en: string) => `return ${language === 'sv' ? sv : en}`) : undefined),
});
