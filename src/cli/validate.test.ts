import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { pem } from '#platform/signatures/pem.ts';
import { flippedBits } from '../../tests/support/mutations.ts';
import { newAuthority, signedPdf } from '../../tests/support/signed-pdf.ts';
import { handslag } from './handslag.ts';
import type { Streams } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'handslag-cli-validate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const authority = await newAuthority(afterAll);
const [unsigned, first, both] = await signedPdf(authority);
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const [der, text, none] = [file('root.cer', authority.root), file('root.pem', pem('CERTIFICATE', authority.root)), file('none.pem', '-')];

async function asked(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => new Writable({ write: (chunk, _encoding, taken) => taken(void (said[stream] += chunk)) });
  const code = await handslag(['validate', ...words], { stdin: Readable.from([]), stdout: into('out'), stderr: into('err') } as unknown as Streams);
  return { code, ...said };
}

test('a file whose signatures hold is answered with 0, whoever is trusted', async () => {
  const whole = file('both.pdf', both);
  for (const [roots, isTrusted] of [[[], false], [['--root', der], true], [['--root', text], true]] as const) {
    const { code, out } = await asked(whole, '--json', ...roots);
    expect([code, JSON.parse(out)]).toMatchObject([0, { format: 'handslag.validation/1', verdict: 'whole', isTrusted }]);
  }
  const { out } = await asked(whole, '--root', der);
  for (const told of ['Båda underskrifterna håller', 'Åsa Öberg: Håller\n', 'En utfärdare som den här kontrollen litar på']) expect(out).toContain(told);
  expect((await asked(whole, '--lang', 'en')).out).toContain('Åsa Öberg: Holds, unknown issuer');
});

test('one that was changed, or lacks a signature, with 1; one without signatures, or that cannot be read, with 2', async () => {
  const answers: [string, number, RegExp][] = [
    [file('flipped.pdf', flippedBits(both, 2)[1].bytes), 1, /håller inte/],
    [file('first.pdf', first), 1, /En underskrift saknas/],
    [file('unsigned.pdf', unsigned), 2, /ingen elektronisk underskrift/],
    [file('letter.txt', 'Hej'), 2, /ingen PDF/],
  ];
  for (const [name, code, said] of answers) {
    const answer = await asked(name);
    expect(answer.code, name).toBe(code);
    expect(answer.out).toMatch(said);
  }
  expect(await asked(join(folder, 'nowhere.pdf'))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Filen finns inte') });
  expect(await asked(file('both.pdf', both), '--root', none)).toMatchObject({ code: 2, out: '' });
});
