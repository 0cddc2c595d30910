import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';
import type { Reading } from '../model.ts';
import { read } from '../read/index.ts';
import { intake } from './intake.ts';

const folder = join(projectRoot, 'samples');
const files = existsSync(folder) ? readdirSync(folder) : [];
const twinOf = (name: string) => name.replace(/\.\w+$/, '.txt');
const made = files.filter((name) => /\.(?:docx|pdf)$/.test(name) && files.includes(twinOf(name)));

const taken = async (name: string): Promise<string> => {
  const found = await intake(new Uint8Array(readFileSync(join(folder, name))));
  if (!found.ok) throw new Error(`${name}: ${found.refusals[0].code}`);
  return found.value.text;
};

/** Words, figures and signs in order, labels such as "2.1" and "a)" among them; marks of layout are left out. */
const wordsOf = (text: string): string[] => text.split(/\s+/).map((word) => word.replaceAll('**', '')).filter((word) => !/^(?:#{1,6}|\||[-•–—*]|)$/.test(word));

/** The first of `words` that does not come in its turn in `among`, or null. */
function missingFrom(among: string[], words: string[]): string | null {
  let at = 0;
  for (const word of words) {
    at = among.indexOf(word, at) + 1;
    if (at === 0) return word;
  }
  return null;
}

test.skipIf(made.length === 0)('a sample in Word or PDF gives every word of its text, labels included, in the same order', async () => {
  for (const name of made) {
    const twin = wordsOf(readFileSync(join(folder, twinOf(name)), 'utf8'));
    expect(missingFrom(wordsOf(await taken(name)), twin), name).toBeNull();
  }
});

test.skipIf(made.length === 0)('nothing but headers and footers stands in a sample that is not in its text', async () => {
  for (const name of made) {
    const twin = wordsOf(readFileSync(join(folder, twinOf(name)), 'utf8'));
    const found = wordsOf(await taken(name));
    expect(found.length, name).toBeLessThan(twin.length * 1.1);
  }
});

/** What must not depend on the kind of file. */
const facts = ({ parties, period, amounts, payments, deadlines, commitments, contacts, signatories }: Reading) => ({
  parties: parties.map(({ name, orgNumber }) => [name, orgNumber]),
  period: [period?.start?.date, period?.end?.date],
  amounts: amounts.map(({ sek }) => sek),
  payments: payments.map(({ sek, due }) => [sek, due.date, due.event]),
  deadlines: deadlines.map(({ date, recurrence }) => [date, recurrence]),
  commitments: commitments.map(({ party, text }) => [party, text]),
  contacts: contacts.map(({ name, email, phone }) => [name, email, phone]),
  signatories: signatories.map(({ name, date }) => [name, date]),
});

test.skipIf(made.length === 0)('a sample in Word or PDF says the same as its text', async () => {
  for (const name of made) {
    const twin = read(readFileSync(join(folder, twinOf(name)), 'utf8'));
    expect(facts(read(await taken(name))), name).toEqual(facts(twin));
  }
});
