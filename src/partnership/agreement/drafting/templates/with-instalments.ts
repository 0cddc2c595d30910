import * as clauses from './clauses.ts';
import type { Template } from './template.ts';

/** Municipal money that is paid in instalments, the last one when the final report has come. */
export const withInstalments: Template = {
  title: 'Överenskommelse om idéburet offentligt partnerskap',
  clauses: [
    clauses.parties,
    clauses.background,
    clauses.purpose,
    clauses.targetGroup,
    { heading: 'Kommunens åtaganden', body: 'Kommunen ska', rows: [['commitment-public', { gor: 'utse en kontaktperson för partnerskapet' }], ['commitment-public', { gor: 'betala bidraget enligt betalningsplanen' }], ['commitment-public', { gor: 'informera sina verksamheter om partnerskapet' }]] },
    { heading: 'Föreningens åtaganden', body: 'Föreningen ska', rows: [['commitment-civil', { gor: 'leda och bemanna arbetet' }], ['commitment-civil', { gor: 'bidra med ideell tid och med sina kontakter' }], ['commitment-civil', { gor: 'redovisa hur bidraget har använts' }]] },
    { heading: 'Mål', body: 'När avtalstiden är slut ska parterna ha nått följande mål.', rows: [['goal-number', { vad: 'deltagare har tagit del av arbetet' }], ['goal']] },
    {
      heading: 'Uppföljning och rapporter',
      body: 'Föreningen följer arbetet mot målen och rapporterar till kommunen. Parterna går igenom rapporterna i styrgruppen.',
      rows: [['deadline-civil', { vad: 'Delrapport' }], ['deadline-civil', { vad: 'Slutrapport' }], ['deadline-civil', { vad: 'Ekonomisk redovisning' }]],
    },
    clauses.steering,
    clauses.contacts,
    {
      heading: 'Ekonomi och betalningar',
      body: `Kommunens bidrag är {bidrag} kronor. Föreningen håller bidraget åtskilt i sin bokföring och använder det bara till det som överenskommelsen gäller. Medel som inte har använts när avtalstiden är slut ska föreningen betala tillbaka till kommunen inom 30 dagar.

Bidraget betalas till föreningens bankgiro {bankgiro} i följande delar.`,
      fields: { bidrag: { kind: 'amount', part: 'bidrag sek' }, bankgiro: { kind: 'text' } },
      facts: { bidrag: { kind: 'amount', value: { what: 'Kommunens bidrag' } } },
      rows: [['payment-signed'], ['payment-dated'], ['payment-final']],
    },
    clauses.privacy,
    clauses.term,
    clauses.changes,
    clauses.notice,
    clauses.rescissionWithRepayment,
    clauses.disputes,
    clauses.extension,
    clauses.annexes,
    clauses.signatures,
  ],
};
