import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The inside of a Word document's parts, as XML without the root element. */
export interface DocxParts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  /** Further relations of the document, as whole elements. */
  relations?: string;
  /** Further files of the package. */
  files?: Record<string, Uint8Array>;
}

/** A Word document written part by part, so that a test says exactly what the file holds. */
export function docxPackage({ body, numbering, styles, footnotes, relations = '', files = {} }: DocxParts): Uint8Array {
  const parts = Object.entries({ numbering, styles, footnotes }).filter((part): part is [string, string] => part[1] !== undefined);
  const related = parts.map(([name], at) => `<Relationship Id="r${at}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`).join('');
  const xml = (root: string, inside: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${inside}</w:${root}>`);
  const list = (inside: string) => strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`);
  return zipSync({
    '_rels/.rels': list(`<Relationship Id="d" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': list(related + relations),
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(parts.map(([name, inside]) => [`word/${name}.xml`, xml(name, inside)])),
    ...files,
  });
}

/** A paragraph; `properties` is the inside of its `w:pPr`. */
export const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A paragraph of a list. */
export const numbered = (text: string, numId: number, level = 0, style = ''): string =>
  paragraph(text, `${style}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** A level of a list: its form, its pattern and where it begins. */
export const level = (at: number, form: string, pattern: string, more = '<w:start w:val="1"/>'): string =>
  `<w:lvl w:ilvl="${at}">${more}<w:numFmt w:val="${form}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;

/** A list with its levels, and the `numId`s that point to it. */
export const list = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
export const num = (id: number, abstract: number, more = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
