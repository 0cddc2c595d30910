import { sameValue } from '#kernel/same-value.ts';
import type { Entry, EntryKind, EventReport, Said } from '../model.ts';
import { sortedOut } from './counted.ts';
import { fieldOf } from './field.ts';

/** Something that stands, with when it was first said and by which entry. */
interface Standing<Kind extends EntryKind = EntryKind> {
  entryId: string;
  value: Said[Kind];
  /** ISO 8601. */
  at: string;
}

/** A field that two telephones have given different words, neither knowing of the other's. A person says which it is. */
export interface Conflict {
  kind: EntryKind;
  about: string | null;
  /** Each word once, the latest last. The latest stands until somebody has said. */
  options: Standing[];
  /** The entries that whoever settles it builds on. */
  heads: string[];
}

/** What the entries of a walk come to. */
export interface NightState {
  /** By sign-up. */
  here: Record<string, Standing<'here'>>;
  vest: Record<string, Standing<'vest'>>;
  talked: Record<string, Standing<'talked'>>;
  counts: Partial<Record<CountKind, Standing<CountKind>>>;
  started: Standing<'started'> | null;
  closed: Standing<'closed'> | null;
  /** Those that have not been taken back, the first to happen first. */
  reports: { id: string; entryId: string; at: string; report: EventReport }[];
  /** The ids of reports that have been. */
  takenBack: string[];
  conflicts: Conflict[];
  /** The ids of entries that wait for what they build on. */
  waiting: string[];
}

/** The kinds that say how many. */
export type CountKind = Extract<EntryKind, 'vests-out' | 'lamps-out' | 'vests-back' | 'lamps-back'>;

/** What entries come to: the same in any order, and however often each has come. On the telephone and on the server. */
export function fold(entries: readonly Entry[]): NightState {
  const { counted, waiting } = sortedOut(entries);
  const state: NightState = { here: {}, vest: {}, talked: {}, counts: {}, started: null, closed: null, reports: [], takenBack: [], conflicts: [], waiting: waiting.map(({ id }) => id) };
  for (const heads of headsByField(counted).values()) {
    const options = optionsOf(heads);
    const [{ kind, about }] = heads;
    if (options.length > 1) state.conflicts.push({ kind, about, options, heads: heads.map(({ id }) => id) });
    put(state, kind, about, options.at(-1)!);
  }
  state.reports.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  return state;
}

/**
 * The entries that a new one about this takes the place of: from somebody who may settle all that stand there, so that it
 * settles what was contradictory; from another those that say the same as the one that is shown, so that the conflict stands.
 */
export function standsAt(entries: readonly Entry[], { kind, about }: Pick<Entry, 'kind' | 'about'>, { maySettle }: { maySettle: boolean }): string[] {
  const heads = headsByField(sortedOut(entries).counted).get(fieldOf({ kind, about })) ?? [];
  const shown = optionsOf(heads).at(-1)?.value;
  return heads.filter(({ body }) => maySettle || sameValue(body, shown)).map(({ id }) => id);
}

/** By field, in the order of their names: what nothing else that counts has taken the place of. */
function headsByField(counted: Entry[]): Map<string, Entry[]> {
  const taken = new Set(counted.flatMap((entry) => entry.buildsOn.map((base) => `${fieldOf(entry)} ${base}`)));
  const heads = counted.filter((entry) => !taken.has(`${fieldOf(entry)} ${entry.id}`));
  return new Map([...Map.groupBy(heads, fieldOf)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Two who say the same do not contradict each other: it was so from when the first one said it. */
function optionsOf(heads: Entry[]): Standing[] {
  const options: Standing[] = [];
  for (const { id, body, capturedAt } of heads) if (!options.some(({ value }) => sameValue(value, body))) options.push({ entryId: id, value: body, at: capturedAt });
  return options;
}

function put(state: NightState, kind: EntryKind, about: string | null, standing: Standing): void {
  if (kind === 'report') {
    if (standing.value === null) state.takenBack.push(about!);
    else state.reports.push({ id: about!, entryId: standing.entryId, at: standing.at, report: standing.value as EventReport });
  } else if (kind === 'started' || kind === 'closed') Object.assign(state, { [kind]: standing });
  else if (kind === 'here' || kind === 'vest' || kind === 'talked') Object.assign(state[kind], { [about!]: standing });
  else state.counts[kind] = standing as Standing<CountKind>;
}
