import type { Door, Stage } from './door.ts';

/* Doors that ask the same of whoever comes, by what they lead to. */

export const duty = ({ partnership }: Stage) => ({ duty: partnership.dutyId });
export const record = { asks: 'duties.record', at: 'partnership', form: duty } as const satisfies Door;
export const anyone = { asks: 'anyone', at: 'house' } as const satisfies Door;
export const mine = { asks: 'session', at: 'house', form: () => ({ id: '00000000-0000-4000-8000-000000000000', name: 'Nyckel' }) } as const satisfies Door;
export const list = { asks: 'session', at: 'house' } as const satisfies Door;
export const draft = { asks: 'agreement.draft', at: 'partnership' } as const satisfies Door;
export const see = { asks: 'partnership.see', at: 'partnership' } as const satisfies Door;
export const manage = { asks: 'organisation.manage', at: 'organisation' } as const satisfies Door;
export const vet = { asks: 'people.vet', at: 'organisation' } as const satisfies Door;

export const read = { asks: 'submissions.see', at: 'partnership', params: ({ submission: { id, sha256 } }) => ({ submission: id, sha256 }) } as const satisfies Door;
export const write = { asks: 'submissions.make', at: 'partnership', form: () => ({ kind: 'other', title: 'Rapport', body: 'Text', version: '1' }) } as const satisfies Door;
export const assess = { asks: 'agreement.draft', at: 'organisation', params: ({ assessmentId }) => ({ assessment: assessmentId }) } as const satisfies Door;
/** What is done to a draft is done to one that nobody has handed in. */
export const ofDraft = {
  ...write,
  params: async (stage: Stage) => {
    const { id, sha256, mark } = await stage.draft();
    return { draft: id, sha256, mark };
  },
} as const satisfies Door;

export const ofAmendment = { ...see, params: ({ amendment }) => ({ draft: amendment.making }) } as const satisfies Door;
/** What is sent changes nothing, so that the draft is there for whoever comes next. */
export const ofAgreementDraft = {
  ...draft,
  params: async ({ agreementDraft }) => ({ draft: (await agreementDraft()).id, format: 'pdf' }),
  form: async ({ agreementDraft }) => ({ clause: (await agreementDraft()).clauseId, version: '99', heading: '', row: 'none', key: 'none' }),
} as const satisfies Door;

/** Preparing is asked of the draft; what is done to what has been sent out, of those who see that it is there. */
export const toSign = { ...draft, params: async ({ agreementDraft }: Stage) => ({ draft: (await agreementDraft()).id }) } as const satisfies Door;
export const ofSigning = { ...toSign, hidden: true, form: ({ signing }: Stage) => ({ signing: signing.id, signatory: signing.signatoryId, order: 'given' }) } as const satisfies Door;
export const signatory = { asks: 'signatory', at: 'partnership', params: ({ signing }: Stage) => ({ signature: signing.signatoryId }) } as const satisfies Door;

/** What both sides see of a shared draft, and what only those who negotiate may do. What is sent changes nothing, or the same for whoever comes next. */
export const ofShared = { ...see, params: ({ negotiated: { id, clauseId } }) => ({ draft: id, clause: clauseId, a: '1', b: 'now' }) } as const satisfies Door;
export const negotiate = { ...ofShared, ...draft, params: ofShared.params } as const satisfies Door;
export const withdraw = { ...negotiate, form: ({ negotiated }: Stage) => ({ proposal: negotiated.proposalId, verdict: 'withdrawn' }) } as const satisfies Door;
export const settled = { ...negotiate, form: ({ negotiated }: Stage) => ({ proposal: negotiated.proposalId, heading: 'Ändring', body: 'Text' }) } as const satisfies Door;
export const said = { ...negotiate, form: () => ({ text: ' ' }) } as const satisfies Door;
export const proposed = { ...negotiate, form: () => ({ version: '1', heading: '', body: '', title: '', reason: 'x'.repeat(2_001) }) } as const satisfies Door;
