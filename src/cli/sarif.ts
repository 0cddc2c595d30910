import { pathToFileURL } from 'node:url';
import { isAbsolute } from 'node:path';
import type { Finding } from '#pure/agreement';
import manifest from '../../package.json' with { type: 'json' };

/** A file's text with what there was to remark on. */
export interface CheckedFile {
  file: string;
  text: string;
  findings: Finding[];
}

/** The findings as a SARIF 2.1.0 log. Lines and columns are those of the text that was read. */
export function sarif(checked: CheckedFile[]) {
  const rules = [...new Set(checked.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: manifest.name, version: manifest.version, rules: rules.map((id) => ({ id, help: { text: `docs/checks/${id}.md` } })) } },
        columnKind: 'utf16CodeUnits',
        results: checked.flatMap((each) => each.findings.map((finding) => result(each, finding, rules.indexOf(finding.code)))),
      },
    ],
  };
}

function result({ file, text }: CheckedFile, { code, severity, message, source }: Finding, ruleIndex: number) {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: address(file) }, region: region(text, source) } }],
  };
}

/** Lines and columns count from 1; the last column is the one after the last character. */
function region(text: string, { start, end, line }: Finding['source']) {
  const inside = text.slice(start, end);
  const column = (offset: number) => offset - text.lastIndexOf('\n', offset - 1);
  return { startLine: line, startColumn: column(start), endLine: line + inside.split('\n').length - 1, endColumn: column(end), charOffset: start, charLength: end - start };
}

/** An address with forward slashes and encoded signs, relative where the name was. */
const address = (file: string): string => (isAbsolute(file) ? pathToFileURL(file).href : file.split(/[\\/]/).map(encodeURIComponent).join('/'));
