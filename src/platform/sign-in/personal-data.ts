import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What signing in stores about people. A link that has been asked for is known by its hash alone, and gone within minutes: it is nobody's own. */
export const personalData: readonly Declared[] = [
  { table: 'sign_in.holder', columns: { name: 'name', email: 'email' }, none: ['language'], whose: ['user'], why: m.stored_accounts, basis: 'public-task', type: 'persons', own: { by: 'account', columns: ['id'], shows: { created_at: 'when', name: 'name', email: 'email' } } },
  {
    table: 'sign_in.session',
    columns: { ip_address: 'what', user_agent: 'what' },
    none: ['token', 'way', 'assurance'],
    whose: ['user'],
    why: m.stored_sessions,
    basis: 'public-task',
    type: 'persons',
    own: { by: 'account', columns: ['account_id'], shows: { created_at: 'when', ip_address: 'what', user_agent: 'what' } },
  },
  { table: 'sign_in.identity', columns: { subject: 'what' }, none: ['provider'], whose: ['user'], why: m.stored_identities, basis: 'public-task', type: 'persons', own: { by: 'account', columns: ['account_id'], shows: { created_at: 'when', provider: 'what', subject: 'what' } } },
  {
    table: 'sign_in.passkey',
    columns: { name: 'words' },
    none: ['public_key', 'credential_id', 'device_type', 'transports', 'aaguid'],
    whose: ['user'],
    why: m.stored_passkeys,
    basis: 'public-task',
    type: 'persons',
    own: { by: 'account', columns: ['account_id'], shows: { created_at: 'when', name: 'words' } },
  },
  { table: 'sign_in.token', columns: { value: 'email' }, none: ['identifier'], whose: ['user'], why: m.stored_links, basis: 'public-task', type: 'persons' },
  { table: 'sign_in.attempt', none: ['key'] },
  { table: 'sign_in.first_key', none: ['hash'] },
];
