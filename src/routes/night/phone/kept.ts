import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '#pure/walks';
import type { Draft } from './draft.ts';

/** How far an entry has come: kept in this telephone only, or what the server said of it. */
export type Progress = 'kept' | 'counted' | 'waiting' | 'aside' | 'refused';

/** An entry that this telephone has made. */
export interface OwnEntry extends Omit<Entry, 'capturedAt'> {
  walkId: string;
  phoneAt: string;
  /** Milliseconds to add to the telephone's clock; null where it had not been told yet. */
  offset: number | null;
  progress: Progress;
  /** Why it does not count, as the server put it. */
  words: string | null;
}

/** A report that has been begun and not saved. */
export interface KeptDraft {
  walkId: string;
  /** The report that it changes; null where it is a new one. */
  changing: string | null;
  draft: Draft;
}

interface Telephone extends DBSchema {
  own: { key: string; value: OwnEntry; indexes: { walk: string } };
  /** The entries of a walk that the server has told of last. */
  told: { key: string; value: { walkId: string; entries: Entry[] } };
  /** The walks whose pages are kept, by when they end, and how wrong the clock is. */
  pages: { key: string; value: { walkId: string; path: string; ends: string } };
  clock: { key: 'offset'; value: number };
  drafts: { key: string; value: KeptDraft };
}

const opened: Promise<IDBPDatabase<Telephone>> = openDB<Telephone>('handslag-night', 2, {
  upgrade(database, before) {
    database.createObjectStore('drafts', { keyPath: 'walkId' });
    if (before > 0) return;
    database.createObjectStore('own', { keyPath: 'id' }).createIndex('walk', 'walkId');
    database.createObjectStore('told', { keyPath: 'walkId' });
    database.createObjectStore('pages', { keyPath: 'walkId' });
    database.createObjectStore('clock');
  },
});

/** Keeps entries so that neither a killed page nor an empty battery loses them: done when they are on the disk. A walk's draft goes in the same moment as what came of it is kept. */
export async function keepOwn(entries: OwnEntry[], draftOf?: string): Promise<void> {
  const transaction = (await opened).transaction(['own', 'drafts'], 'readwrite', { durability: 'strict' });
  for (const entry of entries) void transaction.objectStore('own').put(entry);
  if (draftOf) void transaction.objectStore('drafts').delete(draftOf);
  await transaction.done;
}

export const keepDraft = async (draft: KeptDraft): Promise<unknown> => (await opened).put('drafts', draft);

export const dropDraft = async (walkId: string): Promise<void> => (await opened).delete('drafts', walkId);

export const draftOf = async (walkId: string): Promise<KeptDraft | null> => (await (await opened).get('drafts', walkId)) ?? null;

export const ownOf = async (walkId: string): Promise<OwnEntry[]> => (await opened).getAllFromIndex('own', 'walk', walkId);

export const toldOf = async (walkId: string): Promise<Entry[]> => (await (await opened).get('told', walkId))?.entries ?? [];

export const keepTold = async (walkId: string, entries: Entry[]): Promise<unknown> => (await opened).put('told', { walkId, entries });

export const clockOffset = async (): Promise<number | null> => (await (await opened).get('clock', 'offset')) ?? null;

export const keepClockOffset = async (offset: number): Promise<unknown> => (await opened).put('clock', offset, 'offset');

export const keepPage = async (page: Telephone['pages']['value']): Promise<unknown> => (await opened).put('pages', page);

export const keptPages = async (): Promise<Telephone['pages']['value'][]> => (await opened).getAll('pages');

/** Forgets a walk and everything about it. */
export async function forget(walkId: string): Promise<void> {
  const transaction = (await opened).transaction(['own', 'told', 'pages', 'drafts'], 'readwrite');
  for (const id of await transaction.objectStore('own').index('walk').getAllKeys(walkId)) void transaction.objectStore('own').delete(id);
  void transaction.objectStore('told').delete(walkId);
  void transaction.objectStore('pages').delete(walkId);
  void transaction.objectStore('drafts').delete(walkId);
  await transaction.done;
}
