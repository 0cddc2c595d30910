import * as m from '#messages';
import type { Mandate, Signatory, SigningStatus } from './model.ts';

type Options = Parameters<typeof m.mandate_delegation>[1];

const MANDATES = {
  delegation: m.mandate_delegation,
  'signatory-power': m.mandate_signatory_power,
  'power-of-attorney': m.mandate_power_of_attorney,
} as const satisfies Record<Mandate['kind'], typeof m.mandate_delegation>;

export const sayMandateKind = (kind: Mandate['kind'], options?: Options): string => MANDATES[kind]({}, options);

/** What the right to sign rests on, in one line: "Delegation, KS 4.2, 2024-11-12". */
export const sayMandate = ({ kind, source, date }: Mandate, options?: Options): string => m.mandate_written({ kind: sayMandateKind(kind, options), source, date }, options);

/** Somebody with their title: "Anders Lindh, biträdande kommundirektör". */
export const saySignatory = ({ name, title }: Pick<Signatory, 'name' | 'title'>): string => (title ? `${name}, ${title}` : name);

const STATUSES = {
  prepared: m.signing_status_prepared,
  open: m.signing_status_open,
  complete: m.signing_status_complete,
  sealed: m.signing_status_sealed,
  declined: m.signing_status_declined,
  withdrawn: m.signing_status_withdrawn,
  expired: m.signing_status_expired,
} as const satisfies Record<SigningStatus, typeof m.signing_status_open>;

export const saySigningStatus = (status: SigningStatus, options?: Options): string => STATUSES[status]({}, options);

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' });

/** When it was in Sweden, to the second; the same in every language. */
export const momentOf = (moment: Date): string => inSweden.format(moment);

/** A checksum in groups of four, so that people can compare it: its beginning and its end. */
export const shortChecksum = (sha256: string): string => `${sha256.slice(0, 12).match(/.{4}/g)!.join(' ')} … ${sha256.slice(-4)}`;

const ASSURANCES = { low: m.level_low, substantial: m.level_substantial, high: m.level_high } as const;

export const sayAssurance = (assurance: keyof typeof ASSURANCES, options?: Options): string => ASSURANCES[assurance]({}, options);
