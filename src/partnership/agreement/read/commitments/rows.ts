import type { Commitment } from '../../model.ts';
import type { Block } from '../document.ts';
import type { PartyNames } from '../parties/names.ts';
import { spanOf } from '../span.ts';
import type { Topic } from '../topic.ts';

/** For each column of a table, the party its head names: "Kommunens åtaganden | Föreningens åtaganden". */
export interface TableHeads {
  row: Block | null;
  columns: (string | null)[];
  named: (cell: string) => string | null;
}

/** A mark in a party's column: the row's task is its. */
const TICKED = /^\s*(?:x|✓|✔|●|•|ja)\s*$/iu;

const RESPONSIBLE = /^\W*(?:ansvar(?:ig|iga|ar)?(?: part)?|vem|part|utförare|utförs av|görs av)\W*$/iu;
const TASK = /^\W*(?:aktivitet|åtagande|insats|uppgift|åtgärd|moment|(?:arbets|ansvars)?område|vad|bidrag|ansvarar för|arbetsuppgift)\p{L}*(?: (?:ska|som) .{1,30})?\W*$/iu;

/** "Aktivitet | Ansvarig | När": the task is the one's who stands as responsible; null for a table without such columns. */
function byResponsible(cells: string[], { row, named }: TableHeads): { party: string; at: number; text: string }[] | null {
  const heads = row?.text.split('\t') ?? [];
  const who = heads.findIndex((head) => RESPONSIBLE.test(head));
  const what = heads.findIndex((head, column) => column !== who && TASK.test(head));
  if (who < 0 || what < 0) return null;
  const [text, party] = [cells[what] ?? '', namedTogether(cells[who] ?? '', named)];
  return party && /\p{L}{3}/u.test(text) ? [{ party, text, at: cells.slice(0, what).reduce((sum, cell) => sum + cell.length + 1, 0) }] : [];
}

const ALL = /^\W*(?:(?:vi )?(?:alla|båda|bägge|samtliga)(?: (?:två|tre|fyra|fem|parter|parterna))?|gemensamt|tillsammans|parterna(?: gemensamt)?|vi)\W*$/iu;

/** "Kommunen och föreningen" in one cell are both. */
function namedTogether(cell: string, named: (cell: string) => string | null): string | null {
  if (ALL.test(cell)) return 'both';
  const parties = new Set(cell.split(/\s*(?:,|\/|&|\soch\s|\ssamt\s)\s*/).map(named).filter(Boolean));
  return parties.size > 1 ? 'both' : ([...parties][0] ?? null);
}

/** The first row's parties by column; no columns where the table has none. */
export function tableHeads(blocks: Block[], names: PartyNames): TableHeads {
  const named = (cell: string) => {
    const mentions = cell.length < 60 ? names.find(cell) : [];
    return mentions.length === 1 ? mentions[0]!.party : null;
  };
  const row = blocks.find((block) => block.kind === 'row') ?? null;
  const columns = row ? row.text.split('\t').map(named) : [];
  return { row, columns: columns.filter(Boolean).length >= 2 ? columns : [], named };
}

/** A cell under a party's name, or beside it, in a section about duties. */
export function commitmentsInRow(block: Block, heads: TableHeads, topic: Topic): Commitment[] {
  const cells = block.text.split('\t');
  const named = heads.named(cells[0]!);
  const isSentence = named !== null && /^(?:ska|skall|bör|åtar sig|ansvarar)\s/.test(cells[1] ?? '');
  const told = byResponsible(cells, heads);
  if (told) return block === heads.row ? [] : told.map(({ party, at, text }) => ({ party, text, modality: 'shall' as const, certainty: 'likely' as const, source: spanOf(block, at, at + text.length) }));
  const isDuty = topic === 'commitments' || isSentence;
  if ((!isDuty && heads.columns.length === 0) || (block === heads.row && heads.columns.length > 0)) return [];
  const beside = heads.columns.length === 0 ? named : null;
  let at = 0;
  return cells.flatMap((cell, column) => {
    const from = at;
    at += cell.length + 1;
    const party = beside ? (column === 1 ? beside : null) : heads.columns[column];
    if (party && TICKED.test(cell) && /\p{L}{3}/u.test(cells[0]!)) return [{ party, text: cells[0]!.trim(), modality: 'shall' as const, certainty: 'likely' as const, source: spanOf(block, 0, cells[0]!.length) }];
    if (!party || !isDuty || !/\p{L}{3}/u.test(cell)) return [];
    return [{ party, text: cell.trim(), modality: 'shall' as const, certainty: 'likely' as const, source: spanOf(block, from, from + cell.length) }];
  });
}
