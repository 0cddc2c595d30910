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
  // Legal persons and their parts: names, numbers and addresses of organisations.
  { table: 'people.organisation', none: ['name', 'sector', 'org_number'] },
  { table: 'people.party', none: ['unit', 'address'] },
];
