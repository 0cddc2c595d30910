import { z } from 'zod';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import type { Role } from '#platform/access/roles.ts';

/** A legal person: a municipality, an association, a foundation. */
export interface Organisation {
  name: string;
  sector: 'public' | 'civil' | null;
  orgNumber: string | null;
}

export interface KnownOrganisation extends Organisation {
  id: string;
}

/** An organisation's part in one partnership; one with two units stands twice. */
export interface Party extends Organisation {
  factId: string;
  unit: string | null;
  address: string | null;
}

/** Somebody to turn to about a partnership; not an account, not an authorised signatory. */
export interface ContactPerson {
  factId: string;
  name: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  organisation: string | null;
}

/** A contact person as a list shows them: with a protected identity nothing but their organisation, until somebody with the right opens it. */
export interface ShownContact extends ContactPerson {
  protected: boolean;
}

/** A part of an organisation that takes part on its own budget. */
export interface Unit {
  id: string;
  organisationId: string;
  name: string;
}

/** Somebody an organisation knows by name. With an account, its id is the same. */
export interface KnownPerson {
  id: string;
  organisationId: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  birthYear: number | null;
  /** Has a protected identity: shown nowhere but where someone with the right opens it. */
  protected: boolean;
  since: CalendarDate;
  until: CalendarDate | null;
}

export const CREDENTIAL_KINDS = ['register-extract', 'background-check', 'course', 'insurance', 'guardian-consent', 'callout-consent'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** That something was seen, by whom and when: never the thing itself, and no result beyond "cleared". */
export interface Credential {
  id: string;
  personId: string;
  kind: CredentialKind;
  /** The role it was seen for, or the name of the course. */
  about: string | null;
  seenOn: CalendarDate;
  seenBy: string;
  validUntil: CalendarDate | null;
  withdrawnAt: Date | null;
}

/** An invitation that waits for an answer. */
export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  organisation: { id: string; name: string } | null;
  agreementId: string | null;
  invitedAt: Date;
  invitedBy: string;
  expiresAt: Date;
}

/** Somebody's role where it is shown: who, what, for whom and how long. */
export interface RoleHolder {
  assignmentId: string;
  personId: string;
  /** Null where it is not to be shown. */
  name: string | null;
  role: Role;
  organisation: { id: string; name: string } | null;
  /** Null where the role covers every partnership of the organisation. */
  agreementId: string | null;
  starts: CalendarDate;
  ends: CalendarDate | null;
  deputisesFor: string | null;
}

const text = z.string().trim().min(1).max(200);
const day = z.string().refine(isCalendarDate);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable());

export const unitSchema = z.object({ name: text });
export const personSchema = z.object({
  name: text,
  email: optional(z.email()),
  phone: optional(z.string().trim().max(40)),
  birthYear: optional(z.coerce.number().int().min(1900).max(2100)),
});
export const credentialSchema = z.object({
  kind: z.enum(CREDENTIAL_KINDS),
  about: optional(text),
  seenOn: day,
  validUntil: optional(day),
});
export const invitationSchema = z.object({ name: text, email: z.email().transform((address) => address.toLowerCase()) });
export const termSchema = z.object({ starts: day, ends: optional(day) });
