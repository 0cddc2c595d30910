import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  {
    table: 'people.contact_person',
    columns: { name: 'name', role: 'role', email: 'email', phone: 'phone', organisation: 'organisation' },
    none: [],
    whose: ['contact-person'],
    why: m.stored_contact_persons,
    basis: 'public-task',
    type: 'contact-persons',
  },
  {
    table: 'people.retention',
    columns: { decided_by: 'role', recorded_by: 'doer' },
    none: ['type', 'case_number'],
    whose: ['user'],
    why: m.stored_retention,
    basis: 'legal-duty',
    type: 'journal',
    own: { by: 'name', columns: ['recorded_by'], shows: { recorded_at: 'when', case_number: 'what' } },
  },
  { table: 'people.disposal', none: ['type'] },
  {
    table: 'people.protection',
    columns: { protected_by: 'doer', lifted_by: 'doer' },
    none: [],
    whose: ['contact-person', 'user'],
    why: m.stored_protection,
    basis: 'legal-duty',
    type: 'contact-persons',
    own: { by: 'name', columns: ['protected_by', 'lifted_by'], shows: { since: 'when', lifted_at: 'when' } },
  },
  // Legal persons and their parts: names, numbers and addresses of organisations.
  { table: 'people.organisation', none: ['name', 'sector', 'org_number'] },
  { table: 'people.party', none: ['unit', 'address'] },
];
