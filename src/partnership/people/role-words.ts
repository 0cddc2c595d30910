import * as m from '#messages';
import type { Role } from '#platform/access/roles.ts';

const WORDS = {
  coordinator: m.role_coordinator,
  'unit-manager': m.role_unit_manager,
  'finance-officer': m.role_finance_officer,
  'association-manager': m.role_association_manager,
  'outreach-worker': m.role_outreach_worker,
  'group-leader': m.role_group_leader,
  volunteer: m.role_volunteer,
  'steering-seat': m.role_steering_seat,
  funder: m.role_funder,
  auditor: m.role_auditor,
  administrator: m.role_administrator,
} as const satisfies Record<Role, () => string>;

/** What a role is called where people read it. */
export const roleWords = (role: Role): string => WORDS[role]();
