import * as clauses from './clauses.ts';
import type { Template } from './template.ts';

/** No money between the parties: each contributes premises, time and knowledge. */
export const withoutMoney: Template = {
  title: 'Överenskommelse om idéburet offentligt partnerskap',
  clauses: [
    clauses.parties,
    clauses.background,
    clauses.purpose,
    clauses.targetGroup,
    { heading: 'Kommunens åtaganden', body: 'Kommunen ska', rows: [['commitment-public', { gor: 'utse en kontaktperson för partnerskapet' }], ['commitment-public', { gor: 'ställa lokaler till förfogande utan kostnad' }], ['commitment-public', { gor: 'sprida kunskap om partnerskapet i sina verksamheter' }]] },
    { heading: 'Föreningens åtaganden', body: 'Föreningen ska', rows: [['commitment-civil', { gor: 'leda och samordna de ideella insatserna' }], ['commitment-civil', { gor: 'utbilda dem som deltar ideellt' }], ['commitment-civil', { gor: 'teckna försäkring för dem som deltar ideellt' }]] },
    { heading: 'Gemensamma åtaganden', body: 'Båda parter ska', rows: [['commitment-both', { gor: 'berätta om partnerskapet med samma ord utåt' }]] },
    { heading: 'Mål', body: 'När avtalstiden är slut ska parterna ha nått följande mål.', rows: [['goal-number', { vad: 'tillfällen har genomförts' }], ['goal']] },
    { heading: 'Uppföljning och rapporter', body: 'Parterna följer upp arbetet tillsammans. Ideell tid och utlånade lokaler redovisas i uppföljningen.', rows: [['deadline-both', { vad: 'Gemensam uppföljning' }]] },
    clauses.steering,
    clauses.contacts,
    { heading: 'Ekonomi', body: 'Inga pengar betalas mellan parterna. Var och en står för kostnaderna för sina egna åtaganden.' },
    clauses.privacy,
    clauses.term,
    clauses.changes,
    clauses.notice,
    clauses.rescission,
    clauses.disputes,
    clauses.extension,
    clauses.annexes,
    clauses.signatures,
  ],
};
