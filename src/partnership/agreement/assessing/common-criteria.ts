import * as m from '#messages';
import type { Criterion } from './model.ts';

const READ_ON = '2026-11-21';
const SKR = { source: 'SKR (då SKL) 2017, återgivet av Uddevalla kommun', address: 'https://www.uddevalla.se/omsorg-och-hjalp/folkhalsoarbete/overenskommelse-kommun--ideburen-sektor/ideburet-offentligt-partnerskap-iop.html', readOn: READ_ON };
const STENUNGSUND = { source: 'Stenungsunds kommuns riktlinjer', address: 'https://www.stenungsund.se/kommun-och-politik/kommunfakta/ekonomi-och-budget/ideburet-offentligt-partnerskap/riktlinjer-for-iop-i-stenungsunds-kommun', readOn: READ_ON };
const AGENCY = { source: 'Upphandlingsmyndigheten', address: 'https://www.upphandlingsmyndigheten.se/frageportalen/2457482/iop/', readOn: READ_ON };
const ON_GRANTS = { ...AGENCY, address: 'https://www.upphandlingsmyndigheten.se/frageportalen/1598146/avtal-mellan-kommun-och-ideell-forening/' };
const STATE_AID = { ...AGENCY, address: 'https://www.upphandlingsmyndigheten.se/statsstod/vad-ar-statsstod/forordningar-de-minimis-stod/villkoren-i-den-allmanna-forordningen/' };
const HANDOVER = { source: 'Proposition 2013/14:118', address: 'https://lagen.nu/prop/2013/14:118', readOn: READ_ON };

const asked = (id: string, question: () => string, why: () => string, from: Pick<Criterion, 'source' | 'address' | 'readOn'>) => ({ id, question, why, ...from });

/**
 * The criteria that everyone has, by version, in our own words. A version that somebody has assessed by is never changed:
 * another wording is another version.
 */
const VERSIONS = {
  1: [
    asked('shared-need', m.criterion_shared_need, m.criterion_shared_need_why, SKR),
    asked('other-than-grant', m.criterion_other_than_grant, m.criterion_other_than_grant_why, SKR),
    asked('both-contribute', m.criterion_both_contribute, m.criterion_both_contribute_why, SKR),
    asked('meant-to-last', m.criterion_meant_to_last, m.criterion_meant_to_last_why, SKR),
    asked('in-a-programme', m.criterion_in_a_programme, m.criterion_in_a_programme_why, SKR),
    asked('no-detailed-control', m.criterion_no_detailed_control, m.criterion_no_detailed_control_why, SKR),
    asked('own-initiative', m.criterion_own_initiative, m.criterion_own_initiative_why, STENUNGSUND),
    asked('no-market', m.criterion_no_market, m.criterion_no_market_why, STENUNGSUND),
    asked('no-purchase', m.criterion_no_purchase, m.criterion_no_purchase_why, ON_GRANTS),
    asked('no-undertaking', m.criterion_no_undertaking, m.criterion_no_undertaking_why, STATE_AID),
    asked('general-interest', m.criterion_general_interest, m.criterion_general_interest_why, AGENCY),
    asked('no-handover', m.criterion_no_handover, m.criterion_no_handover_why, HANDOVER),
  ],
} as const;

export const NEWEST_VERSION = 1;

/** The criteria of a version, in the reader's language. */
export const commonCriteria = (version: number): Criterion[] => (VERSIONS[version as keyof typeof VERSIONS] ?? []).map((criterion) => ({ ...criterion, question: criterion.question(), why: criterion.why() }));
