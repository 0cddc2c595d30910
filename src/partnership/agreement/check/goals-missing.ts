import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, says, titleSpan, words } from './passages.ts';

const GOAL = words('\\p{L}*mål|\\p{L}*målet|\\p{L}*målen|målsättning\\p{L}*|indikator\\p{L}*|(?:minst|lägst|cirka|ca\\.?|omkring) \\d+ (?:av|personer|ungdomar|deltagare|besök\\p{L}*|barn|familjer|volontärer|vandringar|hushåll|elever|medlemmar)|hoppas att|vi vill att');

/** No goals at all: nothing to follow up. */
export const goalsMissing: Check<NoFacts> = {
  code: 'goals-missing',
  severity: 'note',
  say: m.check_goals_missing,
  find: (agreement) =>
    isWhole(agreement) && agreement.reading.goals.length === 0 && !says(agreement.doc, GOAL) ? [{ span: titleSpan(agreement), facts: {} }] : [],
};
