import { type Basis, type PersonalData, type Piece, RECORD_TYPES, type RecordType, type Whose } from '#kernel/personal-data.ts';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { capital } from '#ui/format/capital.ts';
import { day } from '#ui/format/day.ts';

const PIECES = {
  name: m.piece_name,
  role: m.piece_role,
  email: m.piece_email,
  phone: m.piece_phone,
  'birth-year': m.piece_birth_year,
  credential: m.piece_credential,
  organisation: m.piece_organisation,
  document: m.piece_document,
  words: m.piece_words,
  doer: m.piece_doer,
  when: m.piece_when,
  what: m.piece_what,
} as const satisfies Record<Piece, () => string>;

const sayPiece = (piece: Piece): string => PIECES[piece]();

const WHOSE = {
  'contact-person': m.whose_contact_person,
  signatory: m.whose_signatory,
  volunteer: m.whose_volunteer,
  user: m.whose_user,
  mentioned: m.whose_mentioned,
} as const satisfies Record<Whose, () => string>;

const sayWhose = (whose: Whose): string => WHOSE[whose]();

const BASES = { 'legal-duty': m.basis_legal_duty, 'public-task': m.basis_public_task } as const satisfies Record<Basis, () => string>;

const sayBasis = (basis: Basis): string => BASES[basis]();

const TYPES = {
  agreements: m.record_type_agreements,
  'contact-persons': m.record_type_contact_persons,
  'duty-notes': m.record_type_duty_notes,
  submissions: m.record_type_submissions,
  persons: m.record_type_persons,
  letters: m.record_type_letters,
  journal: m.record_type_journal,
  assignments: m.record_type_assignments,
  'walk-signups': m.record_type_walk_signups,
  'walk-reports': m.record_type_walk_reports,
  'walk-newcomers': m.record_type_walk_newcomers,
  'walk-kit': m.record_type_walk_kit,
  'walk-groups': m.record_type_walk_groups,
} as const satisfies Record<RecordType, () => string>;

export const sayRecordType = (type: RecordType): string => TYPES[type]();

const FROM = { 'end-of-term': m.counted_from_end_of_term, recorded: m.counted_from_recorded, ended: m.counted_from_ended } as const;

/** How long a type of record is kept where nobody has decided, and what is usual to decide. */
export function sayKept(type: RecordType): string {
  const { from, usualMonths } = RECORD_TYPES[type];
  return usualMonths === null ? m.kept_for_ever() : m.kept_until_decided({ months: usualMonths, from: FROM[from]() });
}

/** When a type of record goes, as an organisation has decided. */
export const sayDisposed = (type: RecordType, months: number): string => m.retention_disposes({ months, from: FROM[RECORD_TYPES[type].from]() });

/** One row of the register, in words. */
interface RegisterRow {
  what: string[];
  whose: string[];
  why: string;
  basis: string;
  kept: string;
}

/** A declaration as people read it. */
export const registerRow = ({ columns, whose, why, basis, type }: PersonalData): RegisterRow => ({
  what: [...new Set(Object.values(columns))].map(sayPiece),
  whose: whose.map(sayWhose),
  why: why(),
  basis: sayBasis(basis),
  kept: sayKept(type),
});

/** Records about a person as a table: its columns in words, and every value as it is read. */
export function shownRecords(declared: PersonalData & { own: NonNullable<PersonalData['own']> }, rows: Record<string, unknown>[]) {
  const { why, basis, kept } = registerRow(declared);
  const shows = Object.entries(declared.own.shows);
  return {
    id: declared.table.replace('.', '-'),
    why,
    basis,
    kept,
    columns: shows.map(([, piece]) => capital(sayPiece(piece))),
    rows: rows.map((row) => shows.map(([column]) => shownValue(row[column]))),
  };
}

function shownValue(value: unknown): string {
  if (value instanceof Date) return day(value.toISOString().slice(0, 10));
  return typeof value === 'string' && isCalendarDate(value) ? day(value) : String(value ?? '');
}
