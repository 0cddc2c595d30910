import type { TextSpan } from '#kernel/text-span.ts';
import * as m from '#messages';
import type { Check, CheckedAgreement, Found } from './check.ts';
import { withDays } from './written-days.ts';

/** Whether to go on is decided in the very month the agreement ends: staff and premises need to know earlier. */
export const extensionDecidedTooLate: Check<{ date: string; end: string }> = {
  code: 'extension-decided-too-late',
  severity: 'warning',
  say: withDays(m.check_extension_decided_too_late, 'date', 'end'),
  find(agreement) {
    const end = agreement.reading.period?.end?.date;
    if (!end) return [];
    const found = new Map<number, Found<{ date: string; end: string }>>();
    for (const { date, source } of steps(agreement)) {
      const late = date.slice(0, 7) === end.slice(0, 7) && isADecision(agreement, source);
      if (late) found.set(source.line, { span: source, facts: { date: date.slice(0, 7), end } });
    }
    return [...found.values()];
  },
};

function steps({ reading: { extension, deadlines } }: CheckedAgreement): { date: string; source: TextSpan }[] {
  const dated = [
    ...(extension?.steps ?? []),
    ...deadlines.filter(({ what }) => /förläng|omförhandl|fortsatt samverkan/i.test(what)),
  ];
  return dated.flatMap(({ date, source }) => (date === null ? [] : [{ date, source }]));
}

/** A sentence about deciding or telling; "going on after 31 December" is not one. */
function isADecision({ doc }: CheckedAgreement, { start, end }: TextSpan): boolean {
  const sentence = doc.text.slice(Math.max(0, doc.text.lastIndexOf('.', start - 1)), end + 120);
  return /beslut|besked|ställning|omförhandl|avgör|meddela|ansök|överens/iu.test(sentence) && !/efter[^.]{0,12}$/iu.test(doc.text.slice(0, start).slice(-20));
}
