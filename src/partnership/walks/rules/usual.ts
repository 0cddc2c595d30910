import type { WalkRules } from '../model.ts';

/** What is asked where an organisation has not said: two to five adults, all insured, talked through afterwards. Source: field.md C10. */
export const USUAL_RULES: WalkRules = {
  smallestGroup: 2,
  largestGroup: 5,
  youngest: 18,
  trainedPerGroup: 1,
  courseBeforeFirstWalk: false,
  insurance: false,
  registerExtract: false,
  vests: true,
  earliestStart: '18:00',
  latestEnd: '04:00',
  debrief: true,
};
