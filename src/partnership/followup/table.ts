import type { Cell, Table } from '#kernel/table.ts';
import * as m from '#messages';
import type { Receipt } from './model.ts';
import { stampOf } from './moment.ts';
import { saySubmissionKind } from './words.ts';

/** What has been handed in as a table for a spreadsheet: a row for each version. */
export function tableOfSubmissions(receipts: Receipt[]): Table {
  const head = [
    m.submission_csv_when(), m.submission_csv_kind(), m.submission_csv_title(), m.submission_csv_version(), m.submission_csv_from(), m.submission_csv_by(),
    m.case_number(), m.submission_csv_files(), m.submission_csv_hash(),
  ];
  return { head, rows: receipts.map(rowOf) };
}

const rowOf = ({ submission: { handedInAt, kind, title, version, organisation, handedInBy, files, sha256 }, records }: Receipt): Cell[] => [
  stampOf(handedInAt),
  saySubmissionKind(kind),
  title,
  version,
  organisation.name,
  handedInBy.name,
  records.flatMap(({ registration, organisation: { name } }) => (registration ? `${registration.caseNumber} (${name})` : [])).join(', '),
  files.map(({ name }) => name).join(', '),
  sha256,
];
