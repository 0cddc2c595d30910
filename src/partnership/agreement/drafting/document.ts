import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { DocumentContent, DocumentLifeline } from '#platform/documents/content.ts';
import type { Reading } from '../model.ts';
import { blocksOf } from './blocks.ts';
import { composed } from './composed.ts';
import type { DraftContent } from './model.ts';

/** The agreement as a document in the language it is written in, with its reading attached. A draft says that it is one. */
export function documentOf(content: DraftContent, { date, isDraft }: { date: CalendarDate | null; isDraft: boolean }): DocumentContent {
  const { text, sections, reading } = composed(content);
  return {
    kind: content.kind,
    language: 'sv',
    title: content.title,
    subtitle: isDraft ? m.draft_document_subtitle({}, SWEDISH) : null,
    date,
    parties: reading.parties.map(({ name, orgNumber, unit }) => ({ name, orgNumber, unit })),
    sections: sections.map(({ number, heading, bodyStart, end }) => ({ number, heading, blocks: blocksOf(text.slice(bodyStart, end)) })),
    // The budget's table lies in its clause already; set once more it would say everything twice.
    budget: [],
    lifeline: lifelineOf(reading),
    annexes: [],
    // Nobody signs a draft.
    signatories: isDraft ? [] : reading.signatories.map(({ name, title, party }) => ({ name, title, party: party ?? '', mandate: null })),
    attachment: { name: 'avtal.json', json: JSON.stringify({ ...reading, text }) },
  };
}

const SWEDISH = { locale: 'sv' } as const;

/** From first day to last, with what is dated; null while the term is not known. */
function lifelineOf({ period, payments, deadlines }: Reading): DocumentLifeline | null {
  if (!period?.start || !period.end || period.start.date >= period.end.date) return null;
  const marks = [
    ...payments.flatMap(({ sek, due }) => (due.date && sek !== null ? [{ date: due.date, label: `${new Intl.NumberFormat('sv-SE').format(sek)} kr`, kind: 'payment' }] : [])),
    ...deadlines.flatMap(({ date, what }) => (date ? [{ date, label: what, kind: 'report' }] : [])),
  ].toSorted((a, b) => a.date.localeCompare(b.date));
  const last = marks.at(-1)?.date ?? period.end.date;
  return { title: m.draft_document_lifeline({}, SWEDISH), marks, from: period.start.date, to: last > period.end.date ? last : period.end.date };
}
