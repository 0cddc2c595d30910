/** Words on a page: where they stand in points from the lower left corner, how large, and whether bold. */
export interface PdfWords {
  text: string;
  x: number;
  y: number;
  size?: number;
  isBold?: boolean;
  /** Ties the words to the structure tree. */
  mark?: number;
}

/** What a test's PDF holds. */
export interface PdfParts {
  pages: PdfWords[][];
  /** For one page: elements under the document, each a role with the marks or elements it holds. */
  structure?: PdfElement[];
  attachments?: Record<string, string>;
  /** Locked with a password that nobody knows. */
  isLocked?: boolean;
}

export interface PdfElement {
  role: string;
  holds: (number | PdfElement)[];
}

const FIRST_FREE = 6;

/** A PDF written by hand, so that a test says exactly what the file holds. Letters are those of Windows-1252. */
export function handBuiltPdf({ pages, structure, attachments = {}, isLocked = false }: PdfParts): Uint8Array {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content) + FIRST_FREE - 1;
  const stream = (content: string, more = ''): number => add(`<< /Length ${content.length}${more} >>\nstream\n${content}\nendstream`);

  const tree = structure ? structureTree(structure, objects) : null;
  const leaves = pages.map((words) => {
    const contents = stream(words.map(written).join('\n'));
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${contents} 0 R${tree ? ' /StructParents 0' : ''} >>`);
  });
  const placed = objects.map((each) => each.replace('/Pg PAGE', `/Pg ${leaves[0]} 0 R`));
  objects.splice(0, objects.length, ...placed);
  const names = Object.entries(attachments).map(([name, content]) => {
    const file = stream(Buffer.from(content, 'utf8').toString('latin1'), ' /Type /EmbeddedFile');
    return `(${name}) ${add(`<< /Type /Filespec /F (${name}) /EF << /F ${file} 0 R >> >>`)} 0 R`;
  });

  const root = [tree ? `/StructTreeRoot ${tree.root} 0 R /MarkInfo << /Marked true >>` : '', names.length > 0 ? `/Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >>` : ''].join(' ');
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${root} >>`,
    `<< /Type /Pages /Kids [${leaves.map((leaf) => `${leaf} 0 R`).join(' ')}] /Count ${leaves.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Filter /Standard /V 1 /R 2 /O <${'6a'.repeat(32)}> /U <${'5b'.repeat(32)}> /P -44 >>`,
    ...objects,
  ];
  return assembled(all, isLocked ? `/Encrypt 5 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]` : '');
}

function assembled(objects: string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((content, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const SPECIAL: Record<string, string> = { '•': '\x95', '–': '\x96', '”': '\x94' };

function written({ text, x, y, size = 11, isBold = false, mark }: PdfWords): string {
  const string = text.replace(/[\\()]/g, '\\$&').replace(/[•–”]/g, (sign) => SPECIAL[sign]!);
  const shown = `BT /${isBold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${string}) Tj ET`;
  return mark === undefined ? shown : `/P << /MCID ${mark} >> BDC ${shown} EMC`;
}

/** Readers climb from the marks on a page to the root, so each element names its parent. `PAGE` is filled in later. */
function structureTree(elements: PdfElement[], objects: string[]): { root: number } {
  const parentOf: number[] = [];
  const reserve = (): number => objects.push('') + FIRST_FREE - 1;
  const fill = (id: number, content: string): void => void (objects[id - FIRST_FREE] = content);
  const element = ({ role, holds }: PdfElement, parent: number): number => {
    const id = reserve();
    const kids = holds.map((each) => (typeof each === 'number' ? String(each) : `${element(each, id)} 0 R`));
    for (const mark of holds) if (typeof mark === 'number') parentOf[mark] = id;
    fill(id, `<< /Type /StructElem /S /${role} /P ${parent} 0 R /Pg PAGE /K [${kids.join(' ')}] >>`);
    return id;
  };
  const root = reserve();
  const parents = reserve();
  const document = element({ role: 'Document', holds: elements }, root);
  fill(parents, `<< /Nums [0 [${Array.from(parentOf, (id) => (id ? `${id} 0 R` : 'null')).join(' ')}]] >>`);
  fill(root, `<< /Type /StructTreeRoot /K [${document} 0 R] /ParentTree ${parents} 0 R >>`);
  return { root };
}
