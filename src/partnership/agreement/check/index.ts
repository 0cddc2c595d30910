import type { Finding } from '../model.ts';
import { accountNumberCheckDigit } from './account-number-check-digit.ts';
import { annexMissing } from './annex-missing.ts';
import { bracketNeverClosed } from './bracket-never-closed.ts';
import { budgetForAnotherPeriod } from './budget-for-another-period.ts';
import { conflictingCostBearing } from './conflicting-cost-bearing.ts';
import { contactAlsoSigns } from './contact-also-signs.ts';
import { contactMasked } from './contact-masked.ts';
import { contactMissing } from './contact-missing.ts';
import { dateDoesNotExist } from './date-does-not-exist.ts';
import { dateFormatsVary } from './date-formats-vary.ts';
import { deadlineBeforeStart } from './deadline-before-start.ts';
import { deadlineOnFreeDay } from './deadline-on-free-day.ts';
import { definitionCoversBothParties } from './definition-covers-both-parties.ts';
import { disputeClauseMissing } from './dispute-clause-missing.ts';
import { doubledWord } from './doubled-word.ts';
import { dutyOutlivesTerm } from './duty-outlives-term.ts';
import { exitClauseMissing } from './exit-clause-missing.ts';
import { extensionDecidedTooLate } from './extension-decided-too-late.ts';
import { finalReportBeforeEnd } from './final-report-before-end.ts';
import { followUpTooEarly } from './follow-up-too-early.ts';
import { followUpWithoutSenderOrReceiver } from './follow-up-without-sender-or-receiver.ts';
import { followUpsOverlap } from './follow-ups-overlap.ts';
import { goalBlurred } from './goal-blurred.ts';
import { goalNotMeasurable } from './goal-not-measurable.ts';
import { goalsMissing } from './goals-missing.ts';
import { grantDeniedAndNamed } from './grant-denied-and-named.ts';
import { majorityWithoutCastingVote } from './majority-without-casting-vote.ts';
import { multiplicationIsWrong } from './multiplication-is-wrong.ts';
import { noticeClauseMissing } from './notice-clause-missing.ts';
import { noticeOnlyInCertainCases } from './notice-only-in-certain-cases.ts';
import { numberInWordsDiffers } from './number-in-words-differs.ts';
import { organisationNumberCheckDigit } from './organisation-number-check-digit.ts';
import { organisationNumberMissing } from './organisation-number-missing.ts';
import { organisationNumberWrittenDifferently } from './organisation-number-written-differently.ts';
import { originalsFewerThanParties } from './originals-fewer-than-parties.ts';
import { partiesMissing } from './parties-missing.ts';
import { partsAreMoreThanTheWhole } from './parts-are-more-than-the-whole.ts';
import { partyIsABoard } from './party-is-a-board.ts';
import { partyNameVaries } from './party-name-varies.ts';
import { partyWithoutContact } from './party-without-contact.ts';
import { partyWithoutSignature } from './party-without-signature.ts';
import { passageRepeatedDifferently } from './passage-repeated-differently.ts';
import { pastedPageTitle } from './pasted-page-title.ts';
import { paymentAfterTerm } from './payment-after-term.ts';
import { paymentOnFreeDay } from './payment-on-free-day.ts';
import { paymentSplitDoesNotAddUp } from './payment-split-does-not-add-up.ts';
import { paymentTermsMissing } from './payment-terms-missing.ts';
import { paymentWithoutAccount } from './payment-without-account.ts';
import { paymentWithoutAmount } from './payment-without-amount.ts';
import { paymentWithoutDateOrCondition } from './payment-without-date-or-condition.ts';
import { paymentWithoutPayer } from './payment-without-payer.ts';
import { paymentsDoNotAddUp } from './payments-do-not-add-up.ts';
import { periodEndDerived } from './period-end-derived.ts';
import { periodStartConditional } from './period-start-conditional.ts';
import { periodWithoutEnd } from './period-without-end.ts';
import { personInTwoRoles } from './person-in-two-roles.ts';
import { personSignsForTwoParties } from './person-signs-for-two-parties.ts';
import { personWithTwoTitles } from './person-with-two-titles.ts';
import { personalNumberInAgreement } from './personal-number-in-agreement.ts';
import { priceTimesPeriodIsWrong } from './price-times-period-is-wrong.ts';
import { privateContactDetails } from './private-contact-details.ts';
import { procurementWording } from './procurement-wording.ts';
import { promiseWithoutBudgetLine } from './promise-without-budget-line.ts';
import { purposeStatedTwice } from './purpose-stated-twice.ts';
import { quotationNeverClosed } from './quotation-never-closed.ts';
import { repaymentClauseMissing } from './repayment-clause-missing.ts';
import { repaymentHitsTheInnocent } from './repayment-hits-the-innocent.ts';
import { repaymentUnclear } from './repayment-unclear.ts';
import { sameLegalPersonTwice } from './same-legal-person-twice.ts';
import { sectionNumberMissing } from './section-number-missing.ts';
import { sectionNumberTwice } from './section-number-twice.ts';
import { sectionReferredToButAbsent } from './section-referred-to-but-absent.ts';
import { signatoryAuthorityUnclear } from './signatory-authority-unclear.ts';
import { signatureAfterStart } from './signature-after-start.ts';
import { signatureDateIncomplete } from './signature-date-incomplete.ts';
import { signatureUndated } from './signature-undated.ts';
import { signatureUnderAnotherParty } from './signature-under-another-party.ts';
import { steeringGroupCalledBoard } from './steering-group-called-board.ts';
import { steeringGroupMissing } from './steering-group-missing.ts';
import { sumDoesNotAddUp } from './sum-does-not-add-up.ts';
import { templateLeftover } from './template-leftover.ts';
import { twoAmountsForTheSameThing } from './two-amounts-for-the-same-thing.ts';
import { twoSumsWithTheSameName } from './two-sums-with-the-same-name.ts';
import { untilFurtherNoticeWithoutReview } from './until-further-notice-without-review.ts';
import { weakVerb } from './weak-verb.ts';
import { yearMissing } from './year-missing.ts';
import type { Check, CheckedAgreement } from './check.ts';

export type { Check, CheckedAgreement } from './check.ts';

/** Every check there is, by name. */
export const CHECKS: readonly Check[] = [
  accountNumberCheckDigit,
  annexMissing,
  bracketNeverClosed,
  budgetForAnotherPeriod,
  conflictingCostBearing,
  contactAlsoSigns,
  contactMasked,
  contactMissing,
  dateDoesNotExist,
  dateFormatsVary,
  deadlineBeforeStart,
  deadlineOnFreeDay,
  definitionCoversBothParties,
  disputeClauseMissing,
  doubledWord,
  dutyOutlivesTerm,
  exitClauseMissing,
  extensionDecidedTooLate,
  finalReportBeforeEnd,
  followUpTooEarly,
  followUpWithoutSenderOrReceiver,
  followUpsOverlap,
  goalBlurred,
  goalNotMeasurable,
  goalsMissing,
  grantDeniedAndNamed,
  majorityWithoutCastingVote,
  multiplicationIsWrong,
  noticeClauseMissing,
  noticeOnlyInCertainCases,
  numberInWordsDiffers,
  organisationNumberCheckDigit,
  organisationNumberMissing,
  organisationNumberWrittenDifferently,
  originalsFewerThanParties,
  partiesMissing,
  partsAreMoreThanTheWhole,
  partyIsABoard,
  partyNameVaries,
  partyWithoutContact,
  partyWithoutSignature,
  passageRepeatedDifferently,
  pastedPageTitle,
  paymentAfterTerm,
  paymentOnFreeDay,
  paymentSplitDoesNotAddUp,
  paymentTermsMissing,
  paymentWithoutAccount,
  paymentWithoutAmount,
  paymentWithoutDateOrCondition,
  paymentWithoutPayer,
  paymentsDoNotAddUp,
  periodEndDerived,
  periodStartConditional,
  periodWithoutEnd,
  personInTwoRoles,
  personSignsForTwoParties,
  personWithTwoTitles,
  personalNumberInAgreement,
  priceTimesPeriodIsWrong,
  privateContactDetails,
  procurementWording,
  promiseWithoutBudgetLine,
  purposeStatedTwice,
  quotationNeverClosed,
  repaymentClauseMissing,
  repaymentHitsTheInnocent,
  repaymentUnclear,
  sameLegalPersonTwice,
  sectionNumberMissing,
  sectionNumberTwice,
  sectionReferredToButAbsent,
  signatoryAuthorityUnclear,
  signatureAfterStart,
  signatureDateIncomplete,
  signatureUndated,
  signatureUnderAnotherParty,
  steeringGroupCalledBoard,
  steeringGroupMissing,
  sumDoesNotAddUp,
  templateLeftover,
  twoAmountsForTheSameThing,
  twoSumsWithTheSameName,
  untilFurtherNoticeWithoutReview,
  weakVerb,
  yearMissing,
];

const WEIGHT = { error: 0, warning: 1, note: 2 } as const satisfies Record<Finding['severity'], number>;

/** What an attentive reader would remark on, gravest first and then in the order of the text. Never throws; linear in the text. */
export const check = (agreement: CheckedAgreement): Finding[] =>
  CHECKS.flatMap(({ code, severity, say, find }) =>
    find(agreement).map(({ span, facts }): Finding => ({ code, severity, message: say(facts), facts, source: span })),
  ).toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.source.start - b.source.start || a.code.localeCompare(b.code));

/** The sentence about a finding that was kept, in the language of whoever reads now; null for a check that is no more. */
export const sayAgain = ({ code, facts }: Pick<Finding, 'code' | 'facts'>): string | null =>
  CHECKS.find((check) => check.code === code)?.say(facts) ?? null;

/** Findings that were kept, each in the language of whoever reads now; one whose check is no more keeps its sentence. */
export const saidAgain = (findings: Finding[]): Finding[] => findings.map((finding) => ({ ...finding, message: sayAgain(finding) ?? finding.message }));
