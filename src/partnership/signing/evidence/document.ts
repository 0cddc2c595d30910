import canonicalize from 'canonicalize';
import type { Block, DocumentContent } from '#platform/documents/content.ts';
import * as m from '#messages';
import { getLocale } from '#locale';
import { momentOf, sayAssurance, sayMandate, saySignatory, saySigningStatus } from '../words.ts';
import type { SigningEvidence } from './evidence.ts';

/** The evidence as a document in the language being spoken, with its data attached. */
export function evidenceDocument(evidence: SigningEvidence): DocumentContent {
  const { document, sent, places, sealedAt, ended } = evidence;
  const rows: string[][] = [
    [m.evidence_document(), m.evidence_version({ title: document.title, version: document.version })],
    [m.evidence_status(), saySigningStatus(evidence.status)],
    [m.evidence_sent(), m.evidence_sent_by({ moment: moment(sent.at), by: sent.by, organisation: sent.organisation })],
    [m.evidence_order(), evidence.order === 'given' ? m.signing_order_given() : m.signing_order_free()],
    [m.evidence_demanded(), sayAssurance(sent.demanded as 'low')],
    [m.evidence_frozen(), document.frozenSha256],
    ...(sealedAt ? [[m.evidence_sealed(), `${moment(sealedAt)}, ${document.sealedSha256}`]] : []),
    ...(ended ? [[m.evidence_ended(), [moment(ended.at), ended.by, ended.reason].filter(Boolean).join(', ')]] : []),
  ];
  return {
    kind: 'evidence',
    language: getLocale(),
    title: m.evidence_title({ title: document.title }),
    subtitle: null,
    date: (sealedAt ?? ended?.at ?? sent.at).slice(0, 10),
    parties: [...new Set(places.map(({ organisation }) => organisation))].map((name) => ({ name, orgNumber: null, unit: null })),
    sections: [
      { number: null, heading: m.evidence_what(), blocks: [{ kind: 'table', head: [m.evidence_column_what(), m.evidence_column_said()], rows }] },
      ...places.map((place) => ({ number: String(place.position), heading: place.organisation, blocks: blocksOf(place) })),
    ],
    budget: [],
    lifeline: null,
    annexes: [],
    signatories: [],
    attachment: { name: 'evidence.json', json: canonicalize(evidence)! },
  };
}

function blocksOf({ signature, signatories }: SigningEvidence['places'][number]): Block[] {
  const people = signatories.map(({ mandate, declined, ...person }) => [saySignatory(person), sayMandate(mandate as Parameters<typeof sayMandate>[0]), declined && m.evidence_declined({ moment: moment(declined.at), reason: declined.reason })].filter(Boolean).join('. '));
  const asked: Block = { kind: 'list', ordered: false, items: people };
  if (!signature) return [asked, { kind: 'paragraph', text: m.evidence_unsigned() }];
  const { scan, signedIn, assurance } = signature;
  const said = scan
    ? m.evidence_on_paper({ name: signature.name, day: scan.signedOn, by: scan.keptBy })
    : m.evidence_signed({ name: signature.name, moment: moment(signature.at), assurance: assurance ? sayAssurance(assurance as 'low') : '', way: signedIn?.by ?? '' });
  const rows = [[m.evidence_on(), signature.onSha256], [m.evidence_result(), scan?.sha256 ?? signature.resultSha256]];
  return [asked, { kind: 'paragraph', text: said }, { kind: 'table', head: [m.evidence_column_what(), m.evidence_column_said()], rows }];
}

const moment = (iso: string): string => momentOf(new Date(iso));
