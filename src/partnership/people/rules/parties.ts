import type { FactView } from '#pure/agreement';
import type * as format from '#pure/agreement';
import type { ContactPerson, Party } from '../model.ts';

/** The parties among an agreement's agreed facts. */
export const partiesFrom = (facts: FactView[]): Party[] =>
  facts
    .filter(({ kind }) => kind === 'party')
    .map(({ id, value }) => {
      const { name, sector, orgNumber, unit, address } = value as format.Party;
      return { factId: id, name, sector, orgNumber, unit, address };
    });

/** The contact persons among them. */
export const contactPersonsFrom = (facts: FactView[]): ContactPerson[] =>
  facts
    .filter(({ kind }) => kind === 'contact')
    .map(({ id, value }) => {
      const { name, role, email, phone, organisation } = value as format.Contact;
      return { factId: id, name, role, email, phone, organisation };
    });
