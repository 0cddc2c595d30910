import type { Package } from './unzip.ts';
import { childrenOf, type Element, parseXml } from './xml.ts';

/** A part that another part points to, by the last word of the relation's address: `styles`, `numbering` … */
export interface Relation {
  kind: string;
  target: string;
}

/** The relations of a part to others inside the package. Those that point outside are passed over. */
export function relations(opened: Package, of: string): Relation[] {
  const at = of.lastIndexOf('/') + 1;
  const bytes = opened.part(`${of.slice(0, at)}_rels/${of.slice(at)}.rels`);
  if (!bytes) return [];
  return childrenOf(parseXml(bytes), 'Relationship')
    .filter((each) => each.attributes.TargetMode !== 'External')
    .map((each) => ({ kind: (each.attributes.Type ?? '').split('/').at(-1)!, target: resolved(of.slice(0, at), each.attributes.Target ?? '') }));
}

/** The document itself, or null when the package is something else: a spreadsheet, slides, an archive of files. */
export function mainPart(opened: Package): { name: string; bytes: Uint8Array } | null {
  const named = relations(opened, '').find((each) => each.kind === 'officeDocument')?.target;
  const name = [named, 'word/document.xml'].find((each) => each !== undefined && /document\d*\.xml$/i.test(each) && opened.names.has(each));
  const bytes = name ? opened.part(name) : null;
  return name && bytes ? { name, bytes } : null;
}

/** The root of the part with that relation, or null where the document has none. */
export function relatedPart(opened: Package, related: Relation[], kind: string): Element | null {
  const target = related.find((each) => each.kind === kind)?.target;
  const bytes = target ? opened.part(target) : null;
  return bytes ? parseXml(bytes) : null;
}

/** A target is relative to the part's folder, or absolute within the package. */
function resolved(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
