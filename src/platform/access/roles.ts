/**
 * Who may do what: the one table. A person holds a role in one partnership, or in an organisation and then in all its
 * partnerships. Everything else, the policies of the rooms, what a page shows and the tests that walk every address, is
 * read from here. Source: the field's own division of work, field.md E3, E6, E12.
 */

/** Which side of the table a role sits on; `any` where both have it. */
type Side = 'public' | 'civil' | 'any';

export const ABILITIES = [
  'partnership.see',
  'agreement.draft',
  'duties.record',
  'money.see',
  'money.record',
  'money.approve',
  'people.see',
  'people.invite',
  'people.vet',
  'submissions.see',
  'submissions.make',
  'journal.see',
  'protected.open',
  'organisation.manage',
  'walks.see',
  'walks.plan',
  'walks.lead',
  'walkers.see',
  'house.administer',
] as const;
export type Ability = (typeof ABILITIES)[number];

interface RoleRow {
  side: Side;
  /** Where the role can be held: in one partnership, also in an organisation as a whole, or in the house. */
  held: 'partnership' | 'organisation' | 'house';
  may: readonly Ability[];
  /** Roles that whoever holds this one can invite into. */
  invites: readonly string[];
}

const READS = ['partnership.see', 'money.see', 'people.see', 'submissions.see', 'journal.see', 'walks.see'] as const satisfies readonly Ability[];

export const ROLES = {
  coordinator: {
    side: 'public',
    held: 'organisation',
    may: [...READS, 'agreement.draft', 'duties.record', 'money.record', 'people.invite', 'people.vet', 'submissions.make', 'protected.open', 'organisation.manage', 'walks.plan'],
    invites: ['coordinator', 'unit-manager', 'finance-officer', 'association-manager', 'steering-seat', 'funder', 'auditor'],
  },
  'unit-manager': { side: 'public', held: 'organisation', may: [...READS, 'duties.record', 'money.approve', 'submissions.make'], invites: [] },
  'finance-officer': { side: 'public', held: 'organisation', may: ['partnership.see', 'money.see', 'money.record', 'money.approve', 'submissions.see', 'journal.see', 'walks.see'], invites: [] },
  'association-manager': {
    side: 'civil',
    held: 'organisation',
    may: [...READS, 'agreement.draft', 'duties.record', 'money.record', 'people.invite', 'people.vet', 'submissions.make', 'protected.open', 'organisation.manage', 'walks.plan', 'walks.lead', 'walkers.see'],
    invites: ['association-manager', 'outreach-worker', 'group-leader', 'volunteer', 'steering-seat', 'auditor'],
  },
  'outreach-worker': { side: 'civil', held: 'organisation', may: ['partnership.see', 'people.see', 'duties.record', 'walks.see'], invites: [] },
  'group-leader': { side: 'civil', held: 'partnership', may: ['partnership.see', 'people.see', 'duties.record', 'walks.see', 'walks.lead', 'walkers.see'], invites: ['volunteer'] },
  volunteer: { side: 'civil', held: 'partnership', may: ['partnership.see', 'walks.see'], invites: [] },
  'steering-seat': { side: 'any', held: 'partnership', may: READS, invites: [] },
  funder: { side: 'any', held: 'partnership', may: ['partnership.see', 'money.see', 'submissions.see'], invites: [] },
  auditor: { side: 'any', held: 'partnership', may: READS, invites: [] },
  administrator: { side: 'any', held: 'house', may: ['house.administer'], invites: ['administrator', 'coordinator', 'association-manager'] },
} as const satisfies Record<string, RoleRow>;

export type Role = keyof typeof ROLES;

/** Whether one of the roles has the ability. Nobody without a role may anything: what is open to the public asks no one. */
export const may = (roles: readonly Role[], ability: Ability): boolean => roles.some((role) => (ROLES[role].may as readonly Ability[]).includes(ability));
