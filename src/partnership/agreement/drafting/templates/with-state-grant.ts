import * as clauses from './clauses.ts';
import type { Template } from './template.ts';

/** A grant from the state that the municipality has been given and passes on; the funder has deadlines of its own. */
export const withStateGrant: Template = {
  title: 'Överenskommelse om idéburet offentligt partnerskap',
  clauses: [
    clauses.parties,
    clauses.background,
    clauses.purpose,
    clauses.targetGroup,
    { heading: 'Kommunens åtaganden', body: 'Kommunen ska', rows: [['commitment-public', { gor: 'utse en kontaktperson för partnerskapet' }], ['commitment-public', { gor: 'betala ut statsbidraget enligt betalningsplanen' }], ['commitment-public', { gor: 'redovisa statsbidraget till bidragsgivaren' }]] },
    { heading: 'Föreningens åtaganden', body: 'Föreningen ska', rows: [['commitment-civil', { gor: 'genomföra arbetet enligt överenskommelsen' }], ['commitment-civil', { gor: 'lämna underlag till redovisningen av statsbidraget' }]] },
    { heading: 'Mål', body: 'När avtalstiden är slut ska parterna ha nått följande mål.', rows: [['goal-number', { vad: 'utbildningar har genomförts' }], ['goal']] },
    {
      heading: 'Uppföljning och rapporter',
      body: 'Föreningen lämnar underlag till kommunen i så god tid att kommunen kan redovisa till {bidragsgivare} när bidragsgivaren begär det.',
      rows: [['deadline-civil', { vad: 'Underlag till delrapporten' }], ['deadline-civil', { vad: 'Underlag till slutrapporten' }], ['deadline-civil', { vad: 'Ekonomisk redovisning' }]],
    },
    clauses.steering,
    clauses.contacts,
    {
      heading: 'Ekonomi och betalningar',
      body: `Partnerskapet betalas med ett statsbidrag som kommunen har beviljats av {bidragsgivare}. Föreningens del av statsbidraget är {bidrag} kronor. Villkoren i beslutet om statsbidrag gäller också för föreningen.

Kräver bidragsgivaren tillbaka pengar som föreningen har använt fel ska föreningen betala tillbaka motsvarande belopp till kommunen inom 30 dagar. Pengarna betalas till föreningens bankgiro {bankgiro} i följande delar.`,
      fields: { bidragsgivare: { kind: 'text' }, bidrag: { kind: 'amount', part: 'bidrag sek' }, bankgiro: { kind: 'text' } },
      facts: { bidrag: { kind: 'amount', value: { what: 'Föreningens del av statsbidraget' } } },
      rows: [['payment-dated'], ['payment-dated'], ['payment-dated']],
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
