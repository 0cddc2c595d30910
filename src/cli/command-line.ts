import { parseArgs } from 'node:util';
import * as m from '#messages';
import manifest from '../../package.json' with { type: 'json' };

const COMMANDS = ['read', 'check', 'calendar', 'journal', 'validate', 'serve', 'backup', 'restore'] as const;
export type Command = (typeof COMMANDS)[number];
type Language = 'sv' | 'en';

/** A command with what it is to work on. */
export interface Request {
  command: Command;
  files: string[];
  form: 'people' | 'json' | 'sarif' | 'ics';
  /** With `journal verify`: the file with the ends that were exported earlier. */
  head?: string;
  /** With `validate`: files with the root certificates that are trusted. */
  roots?: string[];
}

type Asked =
  | { language: Language; wants: 'help' | Request }
  | { language: Language; wants: 'version'; version: string }
  | { language: Language; problem: () => string };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  sarif: { type: 'boolean' },
  ics: { type: 'boolean' },
  head: { type: 'string' },
  root: { type: 'string', multiple: true },
} as const;

/** The forms of answer each command can give, besides the one for people. */
const FORMS: Record<Command, Request['form'][]> = { read: ['json'], check: ['json', 'sarif'], calendar: ['ics'], journal: ['json'], validate: ['json'], serve: [], backup: [], restore: [] };

/** What the words on the command line ask for, or what is wrong with them as a sentence (once the language is set). */
export function commandLine(words: string[]): Asked {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (fault) {
    const option = /'(-[^' ]*)/.exec((fault as Error).message)?.[1] ?? '';
    return { language: 'sv', problem: () => m.cli_unknown_option({ option }) };
  }
  const { values, positionals } = parsed;
  const language: Language = values.lang === 'en' ? 'en' : 'sv';
  if (values.lang !== undefined && !['sv', 'en'].includes(values.lang)) return { language, problem: () => m.cli_unknown_language({ language: values.lang! }) };
  if (values.version) return { language, wants: 'version', version: manifest.version };
  const [command, ...files] = positionals;
  if (values.help || command === undefined || command === 'help') return { language, wants: 'help' };
  if (!isCommand(command)) return { language, problem: () => m.cli_unknown_command({ command }) };
  const forms = (['json', 'sarif', 'ics'] as const).filter((form) => values[form]);
  const [form = 'people'] = forms;
  const wrong = forms.find((each) => !FORMS[command].includes(each));
  if (wrong) return { language, problem: () => m.cli_option_does_not_fit({ option: `--${wrong}`, command }) };
  if (forms.length > 1) return { language, problem: () => m.cli_options_exclude({ option: `--${forms[0]}`, other: `--${forms[1]}` }) };
  if (values.head !== undefined && command !== 'journal') return { language, problem: () => m.cli_option_does_not_fit({ option: '--head', command }) };
  if (values.root !== undefined && command !== 'validate') return { language, problem: () => m.cli_option_does_not_fit({ option: '--root', command }) };
  if (command === 'journal' && files[0] !== 'verify') return { language, problem: () => m.cli_unknown_command({ command: ['journal', ...files].join(' ') }) };
  if (command !== 'serve' && files.length === 0) return { language, problem: () => m.cli_file_missing({ command }) };
  if (command !== 'check' && files.length > (command === 'serve' ? 0 : 1)) return { language, problem: () => m.cli_too_many_words({ word: files.at(-1)! }) };
  return { language, wants: { command, files, form, head: values.head, roots: values.root } };
}

const parse = (words: string[]) => parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true });

const isCommand = (word: string): word is Command => (COMMANDS as readonly string[]).includes(word);
