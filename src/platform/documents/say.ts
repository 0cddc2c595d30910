import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { DocumentContent } from './content.ts';

const KINDS = {
  agreement: m.document_kind_agreement,
  amendment: m.document_kind_amendment,
  annex: m.document_kind_annex,
  certificate: m.document_kind_certificate,
  evidence: m.document_kind_evidence,
  report: m.document_kind_report,
} as const satisfies Record<DocumentContent['kind'], unknown>;

/** What stands in a document and is not its content, in the document's own language whatever the visitor's is. */
export type Say = ReturnType<typeof sayIn>;

export function sayIn(locale: DocumentContent['language']) {
  const options = { locale };
  return {
    kind: (kind: DocumentContent['kind']) => KINDS[kind]({}, options),
    parties: m.document_parties({}, options),
    organisationNumber: (number: string) => m.document_organisation_number({ number }, options),
    contents: m.document_contents({}, options),
    page: m.document_page({ page: '{page}', pages: '{pages}' }, options),
    print: m.document_print({}, options),
    budget: { heading: m.document_budget({}, options), item: m.document_budget_item({}, options), amount: m.document_budget_amount({}, options), income: m.document_budget_income({}, options), cost: m.document_budget_costs({}, options) },
    dates: { heading: m.document_dates({}, options), day: m.document_dates_day({}, options), what: m.document_dates_what({}, options) },
    lifeline: (facts: { title: string; from: string; to: string; count: number; marks: string }) => m.document_lifeline_alt(facts, options),
    annex: (number: number) => m.document_annex({ number }, options),
    signatures: { heading: m.document_signatures({}, options), how: m.document_signed_electronically({}, options), original: m.document_alone_in_file({}, options), place: m.document_signature_place({}, options) },
    mandate: (mandate: string) => m.document_mandate({ mandate }, options),
    /** "5 december 2026". */
    day: (date: CalendarDate) => DAYS[locale].format(new Date(`${date}T12:00:00Z`)),
    /** "dec", and for a January "2027". */
    tick: (date: CalendarDate) => (date.slice(5, 7) === '01' ? date.slice(0, 4) : MONTHS[locale].format(new Date(`${date}T12:00:00Z`)).replace('.', '')),
  };
}

const inBoth = (options: Intl.DateTimeFormatOptions) => ({ sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', ...options }), en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }) });
const DAYS = inBoth({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTHS = inBoth({ month: 'short' });
