import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, says, titleSpan, words } from './passages.ts';

const GROUP = words('(?:styr|samverkans|partnerskaps|lednings|samråds|samordnings|arbets|projekt|berednings)(?:grupp|råd|kommitté)\\p{L}*|partsmöte\\p{L}*|samråd mellan parterna');

/** No group or meeting in which the parties decide together. */
export const steeringGroupMissing: Check<NoFacts> = {
  code: 'steering-group-missing',
  severity: 'note',
  say: m.check_steering_group_missing,
  find: (agreement) =>
    isWhole(agreement) && agreement.reading.steering === null && !says(agreement.doc, GROUP) ? [{ span: titleSpan(agreement), facts: {} }] : [],
};
