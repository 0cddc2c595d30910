// Writes the samples that are not plain text: `node samples/make/make.ts`, with LibreOffice on the path for the PDFs.
// Each gets a .txt twin with the same words, so that its reading can be scored without the file format in between.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asDocx } from './as-docx.ts';
import { asText } from './as-text.ts';
import { ishockeyHammarnas } from './ishockey-hammarnas.ts';
import { samklangStrandkoping } from './samklang-strandkoping.ts';
import { ungkraftVintervik } from './ungkraft-vintervik.ts';

const samples = fileURLToPath(new URL('../', import.meta.url));

writeFileSync(join(samples, 'ishockey-hammarnas.docx'), await asDocx(ishockeyHammarnas));
await writePdf(samklangStrandkoping, { tagged: true });
await writePdf(ungkraftVintervik, { tagged: false });
for (const paper of [ishockeyHammarnas, samklangStrandkoping, ungkraftVintervik]) writeFileSync(join(samples, `${paper.name}.txt`), asText(paper));

async function writePdf(paper: Parameters<typeof asDocx>[0], { tagged }: { tagged: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  const word = join(folder, `${paper.name}.docx`);
  writeFileSync(word, await asDocx(paper));
  const options = { UseTaggedPDF: { type: 'boolean', value: String(tagged) }, ExportBookmarks: { type: 'boolean', value: String(tagged) } };
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', `pdf:writer_pdf_Export:${JSON.stringify(options)}`, '--outdir', samples, word], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
}
