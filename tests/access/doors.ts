import type { Ability, Role } from '#platform/access/roles.ts';
import type { Running } from '../support/three-partnerships.ts';

/** What stands at the place that a door leads to. */
export interface Stage {
  partnership: Running;
  organisationId: string;
  personId: string;
  /** Makes one that has not been used: an association manager's role, an invitation into the partnership or the organisation. */
  assignment(): Promise<string>;
  invitation(into: 'partnership' | 'organisation'): Promise<string>;
  unitId: string;
  credentialId: string;
  /** Something handed in by the organisation that the visitor is of, with a file. */
  submission: { id: string; sha256: string };
  /** A shared amendment that is being written, and one that is in force. */
  amendment: { making: string; inForce: string };
  /** An assessment of that organisation. */
  assessmentId: string;
  /** State aid that it has written in its ledger. */
  aidId: string;
  /** Something that the organisation has sent out to be signed, and somebody who was asked to. */
  signing: { id: string; signatoryId: string };
  /** Makes a draft of that organisation with a file, and gives the mark of what it says. */
  draft(): Promise<{ id: string; sha256: string; mark: string }>;
  /** An amendment to the partnership's agreement that the organisation is writing and has not shared; another each time where asked. */
  agreementDraft(another?: 'another'): Promise<{ id: string; clauseId: string }>;
  /** A shared amendment with a proposal of the organisation's own, a version of it and a step that the organisation asks for. */
  negotiated: { id: string; clauseId: string; proposalId: string; versionId: string; stepId: string };
}

/** What an address or an action of one asks of whoever comes. */
export interface Door {
  /** `anyone` also signed out; `session` whoever has signed in; `secret` nobody who does not know it; `signatory` whoever was asked to sign, which none of the visitors is; else this ability, there. */
  asks: 'anyone' | 'session' | 'secret' | 'signatory' | Ability;
  at: 'house' | 'partnership' | 'organisation';
  /** Nobody who may not is told that it is there. */
  hidden?: true;
  /** Or a role that can invite into this one there. */
  invitesInto?: Role;
  /** What the form is sent with, and what the address has beside the partnership or the organisation. */
  form?: (stage: Stage) => Record<string, string> | Promise<Record<string, string>>;
  params?: (stage: Stage) => Record<string, string> | Promise<Record<string, string>>;
}

const duty = ({ partnership }: Stage) => ({ duty: partnership.dutyId });
const record = { asks: 'duties.record', at: 'partnership', form: duty } as const satisfies Door;
const anyone = { asks: 'anyone', at: 'house' } as const satisfies Door;
const mine = { asks: 'session', at: 'house', form: () => ({ id: '00000000-0000-4000-8000-000000000000', name: 'Nyckel' }) } as const satisfies Door;
const list = { asks: 'session', at: 'house' } as const satisfies Door;
const draft = { asks: 'agreement.draft', at: 'partnership' } as const satisfies Door;
const see = { asks: 'partnership.see', at: 'partnership' } as const satisfies Door;
const manage = { asks: 'organisation.manage', at: 'organisation' } as const satisfies Door;
const vet = { asks: 'people.vet', at: 'organisation' } as const satisfies Door;

const read = { asks: 'submissions.see', at: 'partnership', params: ({ submission: { id, sha256 } }) => ({ submission: id, sha256 }) } as const satisfies Door;
const write = { asks: 'submissions.make', at: 'partnership', form: () => ({ kind: 'other', title: 'Rapport', body: 'Text', version: '1' }) } as const satisfies Door;
const assess = { asks: 'agreement.draft', at: 'organisation', params: ({ assessmentId }) => ({ assessment: assessmentId }) } as const satisfies Door;
/** What is done to a draft is done to one that nobody has handed in. */
const ofDraft = {
  ...write,
  params: async (stage: Stage) => {
    const { id, sha256, mark } = await stage.draft();
    return { draft: id, sha256, mark };
  },
} as const satisfies Door;

const ofAmendment = { ...see, params: ({ amendment }) => ({ draft: amendment.making }) } as const satisfies Door;
/** What is sent changes nothing, so that the draft is there for whoever comes next. */
const ofAgreementDraft = {
  ...draft,
  params: async ({ agreementDraft }) => ({ draft: (await agreementDraft()).id, format: 'pdf' }),
  form: async ({ agreementDraft }) => ({ clause: (await agreementDraft()).clauseId, version: '99', heading: '', row: 'none', key: 'none' }),
} as const satisfies Door;

/** Preparing is asked of the draft; what is done to what has been sent out, of those who see that it is there. */
const toSign = { ...draft, params: async ({ agreementDraft }: Stage) => ({ draft: (await agreementDraft()).id }) } as const satisfies Door;
const ofSigning = { ...toSign, hidden: true, form: ({ signing }: Stage) => ({ signing: signing.id, signatory: signing.signatoryId, order: 'given' }) } as const satisfies Door;
const signatory = { asks: 'signatory', at: 'partnership', params: ({ signing }: Stage) => ({ signature: signing.signatoryId }) } as const satisfies Door;

/** What both sides see of a shared draft, and what only those who negotiate may do. What is sent changes nothing, or the same for whoever comes next. */
const ofShared = { ...see, params: ({ negotiated: { id, clauseId } }) => ({ draft: id, clause: clauseId, a: '1', b: 'now' }) } as const satisfies Door;
const negotiate = { ...ofShared, ...draft, params: ofShared.params } as const satisfies Door;
const withdraw = { ...negotiate, form: ({ negotiated }: Stage) => ({ proposal: negotiated.proposalId, verdict: 'withdrawn' }) } as const satisfies Door;
const settled = { ...negotiate, form: ({ negotiated }: Stage) => ({ proposal: negotiated.proposalId, heading: 'Ändring', body: 'Text' }) } as const satisfies Door;
const said = { ...negotiate, form: () => ({ text: ' ' }) } as const satisfies Door;
const proposed = { ...negotiate, form: () => ({ version: '1', heading: '', body: '', title: '', reason: 'x'.repeat(2_001) }) } as const satisfies Door;

/** Every address of the program and every action on it, by route and verb. A new one without a line here fails the test. */
export const DOORS: Record<string, Door> = {
  '/ load': anyone,
  '/ complete': record,
  '/ place': { ...record, form: (stage) => ({ ...duty(stage), date: '2026-06-01' }) },
  '/ undo': record,
  '/account/data load': list,
  '/account/data.json GET': list,
  '/account load': list,
  '/account endSession': mine,
  '/account endOthers': mine,
  '/account nameKey': mine,
  '/account removeKey': mine,
  '/account untie': mine,
  '/account language': mine,
  '/account/passkey POST': mine,
  '/account/passkey/options POST': mine,
  '/account/feeds load': list,
  '/account/feeds make': { ...see, form: ({ partnership }) => ({ partnership: partnership.id }) },
  '/account/feeds revoke': list,
  '/account/journal load': list,
  '/account/reminders load': list,
  '/account/reminders default': { ...list, form: () => ({ wanted: 'yes', day: '7' }) },
  '/assessments load': { asks: 'agreement.draft', at: 'house' },
  '/assessments begin': { asks: 'agreement.draft', at: 'house', form: () => ({ title: 'Läxhjälp' }) },
  '/assessments/criteria load': { asks: 'agreement.draft', at: 'house' },
  '/assessments/criteria adopt': { asks: 'agreement.draft', at: 'house', form: () => ({ version: '0', count: '0' }) },
  '/assessments/[assessment] load': assess,
  '/assessments/[assessment] answer': { ...assess, form: () => ({ 'said-shared-need': 'yes', 'reason-shared-need': 'Båda ser behovet.' }) },
  '/assessments/[assessment] describe': { ...assess, form: () => ({ title: 'Läxhjälp', orgNumber: '802998-3411' }) },
  '/assessments/[assessment] connect': { ...assess, form: () => ({ agreement: '' }) },
  '/assessments/[assessment] grant': { ...assess, form: () => ({ what: 'Bidrag', grantedOn: '2026-01-01', ore: '1000', rate: '11', rateOn: '2026-01-01' }) },
  '/assessments/[assessment] withdraw': { ...assess, form: ({ aidId }) => ({ aid: aidId }) },
  '/assessments/[assessment] declare': { ...assess, form: () => ({ dated: '2026-01-01', others: '0', seenOn: '2026-01-02', seenBy: 'Maja Lindgren' }) },
  '/assessments/[assessment] complete': assess,
  '/calendar load': list,
  '/calendar complete': record,
  '/calendar place': record,
  '/calendar undo': record,
  '/calendar.[kind=table] GET': { ...list, params: () => ({ kind: 'csv' }) },
  '/calendar.ics GET': list,
  '/drafts/new load': { asks: 'agreement.draft', at: 'house' },
  '/drafts/new begin': { asks: 'agreement.draft', at: 'house', form: () => ({ template: 'without-money' }) },
  '/drafts/new carryOn': { asks: 'agreement.draft', at: 'house', form: ({ partnership }) => ({ document: partnership.id }) },
  '/drafts/[draft] load': ofAgreementDraft,
  '/drafts/[draft] title': ofAgreementDraft,
  '/drafts/[draft] fields': ofAgreementDraft,
  '/drafts/[draft] change': ofAgreementDraft,
  '/drafts/[draft] add': ofAgreementDraft,
  '/drafts/[draft] remove': ofAgreementDraft,
  '/drafts/[draft] restore': ofAgreementDraft,
  '/drafts/[draft] move': { ...ofAgreementDraft, form: async ({ agreementDraft }) => ({ clause: (await agreementDraft()).clauseId }) },
  '/drafts/[draft] addRow': ofAgreementDraft,
  '/drafts/[draft] removeRow': ofAgreementDraft,
  '/drafts/[draft] withdraw': { ...ofAgreementDraft, params: async ({ agreementDraft }) => ({ draft: (await agreementDraft('another')).id }) },
  '/drafts/[draft]/file load': ofAgreementDraft,
  '/drafts/[draft]/file/[format] GET': ofAgreementDraft,
  '/drafts/[draft]/negotiation load': ofShared,
  '/drafts/[draft]/negotiation share': negotiate,
  '/drafts/[draft]/negotiation answer': withdraw,
  '/drafts/[draft]/negotiation settle': settled,
  '/drafts/[draft]/negotiation comment': said,
  '/drafts/[draft]/negotiation/[clause] load': ofShared,
  '/drafts/[draft]/negotiation/[clause] change': proposed,
  '/drafts/[draft]/negotiation/[clause] remove': proposed,
  '/drafts/[draft]/negotiation/[clause] move': proposed,
  '/drafts/[draft]/negotiation/[clause] fields': proposed,
  '/drafts/[draft]/negotiation/[clause] add': proposed,
  '/drafts/[draft]/negotiation/[clause] title': proposed,
  '/drafts/[draft]/negotiation/[clause] comment': said,
  '/drafts/[draft]/negotiation/[clause] answer': withdraw,
  '/drafts/[draft]/negotiation/[clause] settle': settled,
  '/drafts/[draft]/versions load': ofShared,
  '/drafts/[draft]/versions name': { ...negotiate, form: () => ({ name: '' }) },
  '/drafts/[draft]/versions/[a]/compare/[b] load': ofShared,
  '/drafts/[draft]/approvals load': ofShared,
  '/drafts/[draft]/approvals record': { ...negotiate, form: ({ negotiated }) => ({ version: negotiated.versionId, step: negotiated.stepId, decidedOn: 'i går', paragraph: '' }) },
  '/first-administrator load': anyone,
  '/first-administrator default': anyone,
  '/invitation load': anyone,
  '/invitation default': anyone,
  '/feeds/[secret].ics GET': { asks: 'secret', at: 'house' },
  '/new load': { asks: 'anyone', at: 'house' },
  '/new default': { asks: 'agreement.draft', at: 'house', form: () => ({ text: 'Avtal' }) },
  '/outbox load': { asks: 'anyone', at: 'house' },
  '/organisations load': list,
  '/organisations/[id] load': manage,
  '/organisations/[id] addUnit': { ...manage, form: () => ({ name: 'Kultur' }) },
  '/organisations/[id] closeUnit': { ...manage, form: ({ unitId }) => ({ unit: unitId }) },
  '/organisations/[id] addPerson': { ...manage, form: () => ({ name: 'Tove Vandrare' }) },
  '/organisations/[id] invite': { asks: 'house.administer', at: 'organisation', invitesInto: 'association-manager', form: () => ({ role: 'association-manager', name: 'Nya', email: 'ny@example.se' }) },
  '/organisations/[id] withdraw': { asks: 'house.administer', at: 'organisation', invitesInto: 'association-manager', form: async ({ invitation }) => ({ invitation: await invitation('organisation') }) },
  '/organisations/[id] leave': { asks: 'house.administer', at: 'organisation', invitesInto: 'association-manager', form: async ({ assignment }) => ({ assignment: await assignment() }) },
  '/organisations/[id] series': { ...manage, form: () => ({ prefix: 'KS', next: '1000' }) },
  '/organisations/[id]/approval-path load': manage,
  '/organisations/[id]/approval-path add': { ...manage, form: () => ({ step: 'board', body: '' }) },
  '/organisations/[id]/approval-path end': { ...manage, form: ({ negotiated }) => ({ step: negotiated.stepId }) },
  '/organisations/[id]/persons/[person] load': vet,
  '/organisations/[id]/persons/[person] record': { ...vet, form: () => ({ kind: 'insurance', seenOn: '2026-01-01' }) },
  '/organisations/[id]/persons/[person] withdraw': { ...vet, form: ({ credentialId }) => ({ credential: credentialId }) },
  '/organisations/[id]/persons/[person] protect': { ...vet, form: () => ({ isProtected: 'no' }) },
  '/organisations/[id]/persons/[person] end': manage,
  '/organisations/[id]/persons/[person] endSessions': manage,
  '/organisations/[id]/retention load': manage,
  '/organisations/[id]/retention decide': { ...manage, form: () => ({ type: 'contact-persons', months: '24', caseNumber: 'KS 2026/1', decidedOn: '2026-01-01', decidedBy: 'Styrelsen' }) },
  '/partnerships load': list,
  '/partnerships.[kind=table] GET': { ...list, params: () => ({ kind: 'csv' }) },
  '/partnerships/[id] load': see,
  '/partnerships/[id] complete': record,
  '/partnerships/[id] cancel': { ...record, form: ({ partnership }) => ({ cancelled: partnership.dutyId, reason: 'Nej' }) },
  '/partnerships/[id] place': record,
  '/partnerships/[id] protect': { asks: 'people.vet', at: 'partnership', form: ({ partnership }) => ({ contact: partnership.factId, isProtected: 'no' }) },
  '/partnerships/[id] open': { asks: 'protected.open', at: 'partnership', form: ({ partnership }) => ({ contact: partnership.factId }) },
  '/partnerships/[id] restore': record,
  '/partnerships/[id] undo': record,
  '/partnerships/[id]/agreement load': see,
  '/partnerships/[id]/agreement decide': { ...draft, form: ({ partnership }) => ({ fact: partnership.factId, verdict: 'confirm' }) },
  '/partnerships/[id]/agreement confirmAll': draft,
  '/partnerships/[id]/agreement add': { ...draft, form: () => ({ kind: 'place', line: '1', name: 'Granby' }) },
  '/partnerships/[id]/agreement commence': draft,
  '/partnerships/[id]/calendar.[kind=table] GET': { ...see, params: () => ({ kind: 'xlsx' }) },
  '/partnerships/[id]/calendar.ics GET': see,
  '/partnerships/[id]/document GET': see,
  '/partnerships/[id]/journal load': { asks: 'journal.see', at: 'partnership' },
  '/partnerships/[id]/journal.[kind=table] GET': { asks: 'journal.see', at: 'partnership', params: () => ({ kind: 'csv' }) },
  '/partnerships/[id]/life load': see,
  '/partnerships/[id]/life complete': record,
  '/partnerships/[id]/life undo': record,
  '/partnerships/[id]/life addStep': { ...draft, form: () => ({ what: 'Dialog', date: '2026-12-01' }) },
  '/partnerships/[id]/life removeStep': { ...draft, form: () => ({ step: '00000000-0000-4000-8000-000000000000' }) },
  '/partnerships/[id]/life ownStep': { ...draft, form: ({ organisationId }) => ({ step: 'step/x', organisationId, person: '' }) },
  '/partnerships/[id]/life decide': { ...draft, form: () => ({ outcome: 'end', decidedOn: '2026-11-01', decidedBy: 'Styrelsen' }) },
  '/partnerships/[id]/life undecide': draft,
  '/partnerships/[id]/life giveNotice': { ...draft, form: ({ organisationId }) => ({ organisationId, receivedOn: '2026-11-01', months: '1', countedFrom: 'receipt', reason: '' }) },
  '/partnerships/[id]/life withdraw': { ...draft, form: () => ({ kind: 'notice', ending: '00000000-0000-4000-8000-000000000000' }) },
  '/partnerships/[id]/life warn': { ...draft, form: () => ({ breach: 'Fel', receivedOn: '2026-11-01', remedyBy: '2026-11-30' }) },
  '/partnerships/[id]/life remedied': { ...draft, form: () => ({ warning: '00000000-0000-4000-8000-000000000000' }) },
  '/partnerships/[id]/life rescind': { ...draft, form: () => ({ ground: 'Fel', receivedOn: '2026-11-01', endsOn: '2026-11-30', claimed: '' }) },
  '/partnerships/[id]/life settle': draft,
  '/partnerships/[id]/life archive': { ...draft, form: () => ({ place: 'Arkivet' }) },
  '/partnerships/[id]/life succeed': draft,
  '/partnerships/[id]/amendments/new load': draft,
  '/partnerships/[id]/amendments/new default': { ...draft, form: () => ({ kind: 'annex' }) },
  '/partnerships/[id]/amendments/[draft] load': ofAmendment,
  '/partnerships/[id]/amendments/[draft] resolve': { ...ofAmendment, asks: 'agreement.draft', form: () => ({ slug: 'andring-1', keep: 'agreement' }) },
  '/partnerships/[id]/amendments/[draft]/document GET': { ...see, params: ({ amendment }) => ({ draft: amendment.inForce }) },
  '/partnerships/[id]/people load': { asks: 'people.see', at: 'partnership' },
  '/partnerships/[id]/people invite': { asks: 'house.administer', at: 'partnership', invitesInto: 'auditor', form: ({ organisationId }) => ({ role: 'auditor', organisationId, name: 'Rut', email: 'rut@example.se' }) },
  '/partnerships/[id]/people withdraw': { asks: 'house.administer', at: 'partnership', invitesInto: 'auditor', form: async ({ invitation }) => ({ invitation: await invitation('partnership') }) },
  '/partnerships/[id]/people leave': { asks: 'house.administer', at: 'organisation', invitesInto: 'association-manager', form: async ({ assignment }) => ({ assignment: await assignment() }) },
  '/partnerships/[id]/people deputise': { asks: 'house.administer', at: 'organisation', invitesInto: 'association-manager', form: async ({ assignment }) => ({ assignment: await assignment(), person: '', starts: '', ends: '' }) },
  '/partnerships/[id]/people handOver': { asks: 'house.administer', at: 'organisation', invitesInto: 'association-manager', form: async ({ assignment }) => ({ assignment: await assignment(), person: '' }) },
  '/partnerships/[id]/people share': { asks: 'money.record', at: 'partnership', form: ({ unitId }) => ({ unit: unitId, share: '100' }) },
  '/drafts/[draft]/signing load': toSign,
  '/drafts/[draft]/signing begin': toSign,
  '/drafts/[draft]/signing add': ofSigning,
  '/drafts/[draft]/signing remove': ofSigning,
  '/drafts/[draft]/signing earlier': ofSigning,
  '/drafts/[draft]/signing terms': ofSigning,
  '/drafts/[draft]/signing send': ofSigning,
  '/drafts/[draft]/signing withdraw': ofSigning,
  '/drafts/[draft]/signing paper': ofSigning,
  '/sign/[signature] load': signatory,
  '/sign/[signature] sign': signatory,
  '/sign/[signature] decline': signatory,
  '/sign/enter load': anyone,
  '/sign/enter default': { asks: 'secret', at: 'house' },
  '/signings/[signing] load': { ...ofSigning, params: ({ signing }) => ({ signing: signing.id }) },
  '/signings/[signing]/[file] GET': { ...ofSigning, params: ({ signing }) => ({ signing: signing.id, file: 'evidence.json' }) },
  '/signing-authority load': anyone,
  '/signing-authority/[file] GET': { ...anyone, params: () => ({ file: 'root.pem' }) },
  '/sign-in load': anyone,
  '/sign-in link': anyone,
  '/sign-in demo': anyone,
  '/sign-in/link load': anyone,
  '/sign-in/link default': anyone,
  '/sign-in/oidc GET': anyone,
  '/sign-in/oidc/callback GET': anyone,
  '/sign-in/passkey POST': anyone,
  '/sign-in/passkey/options POST': anyone,
  '/sign-in/sent load': anyone,
  '/sign-in/stronger load': anyone,
  '/sign-out POST': anyone,
  '/partnerships/[id]/drafts/[draft] load': ofDraft,
  '/partnerships/[id]/drafts/[draft] default': ofDraft,
  '/partnerships/[id]/drafts/[draft]/discard load': ofDraft,
  '/partnerships/[id]/drafts/[draft]/discard default': ofDraft,
  '/partnerships/[id]/drafts/[draft]/files load': ofDraft,
  '/partnerships/[id]/drafts/[draft]/files attach': ofDraft,
  '/partnerships/[id]/drafts/[draft]/files remove': ofDraft,
  '/partnerships/[id]/drafts/[draft]/files/[sha256] GET': ofDraft,
  '/partnerships/[id]/drafts/[draft]/hand-in load': ofDraft,
  '/partnerships/[id]/drafts/[draft]/hand-in default': ofDraft,
  '/partnerships/[id]/submissions load': read,
  '/partnerships/[id]/submissions.[kind=table] GET': { ...read, params: () => ({ kind: 'csv' }) },
  '/partnerships/[id]/submissions/[submission] load': read,
  '/partnerships/[id]/submissions/[submission] register': { ...write, params: read.params, form: ({ organisationId }) => ({ organisation: organisationId, caseNumber: 'KS 2026/1' }) },
  '/partnerships/[id]/submissions/[submission] succeed': { ...write, params: read.params },
  '/partnerships/[id]/submissions/[submission]/files/[sha256] GET': read,
  '/partnerships/[id]/submissions/[submission]/sealed.json GET': read,
  '/partnerships/[id]/submissions/new load': write,
  '/partnerships/[id]/submissions/new default': write,
  '/privacy load': { asks: 'anyone', at: 'house' },
  '/styleguide load': { asks: 'anyone', at: 'house' },
  '/validate load': anyone,
  '/validate default': anyone,
};
