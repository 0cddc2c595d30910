import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  {
    table: 'agreement.document',
    columns: { file_name: 'words', text: 'document', received_by: 'doer' },
    none: ['sha256', 'format', 'notes', 'refusal'],
    whose: ['contact-person', 'signatory', 'mentioned', 'user'],
    why: m.stored_documents,
    basis: 'legal-duty',
    type: 'agreements',
    own: { by: 'name', columns: ['received_by'], shows: { received_at: 'when', file_name: 'words' } },
  },
  { table: 'agreement.agreement', columns: { title: 'words' }, none: [], whose: ['mentioned'], why: m.stored_titles, basis: 'legal-duty', type: 'agreements' },
  { table: 'agreement.reading', columns: { reading: 'document' }, none: ['reader'], whose: ['contact-person', 'signatory', 'mentioned'], why: m.stored_readings, basis: 'public-task', type: 'agreements' },
  { table: 'agreement.fact', columns: { value: 'document' }, none: ['kind', 'certainty'], whose: ['contact-person', 'signatory', 'mentioned'], why: m.stored_readings, basis: 'public-task', type: 'agreements' },
  {
    table: 'agreement.decision',
    columns: { value: 'document', decided_by: 'doer' },
    none: ['verdict'],
    whose: ['user', 'contact-person', 'signatory', 'mentioned'],
    why: m.stored_decisions,
    basis: 'legal-duty',
    type: 'agreements',
    own: { by: 'name', columns: ['decided_by'], shows: { decided_at: 'when', verdict: 'what' } },
  },
  {
    table: 'agreement.commencement',
    columns: { commenced_by: 'doer' },
    none: ['case_number'],
    whose: ['user'],
    why: m.stored_commencements,
    basis: 'legal-duty',
    type: 'agreements',
    own: { by: 'name', columns: ['commenced_by'], shows: { commenced_at: 'when', case_number: 'what' } },
  },
  {
    table: 'agreement.draft',
    columns: { title: 'words', fields: 'document', facts: 'document', begun_by: 'doer', shared_by: 'doer', withdrawn_by: 'doer' },
    none: ['kind', 'origin'],
    whose: ['user', 'contact-person', 'signatory', 'mentioned'],
    why: m.stored_agreement_drafts,
    basis: 'public-task',
    type: 'agreements',
    own: { by: 'name', columns: ['begun_by'], shows: { begun_at: 'when', title: 'words' } },
  },
  {
    table: 'agreement.clause',
    columns: { heading: 'words', body: 'words', changed_by: 'doer' },
    none: [],
    whose: ['user', 'contact-person', 'signatory', 'mentioned'],
    why: m.stored_agreement_drafts,
    basis: 'public-task',
    type: 'agreements',
    own: { by: 'name', columns: ['changed_by'], shows: { changed_at: 'when', heading: 'words' } },
  },
];
