import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Duty, DutyKind } from '../model.ts';

/** When and how a day that is no banking day is moved: because the agreement or the organisation says so. */
export interface BankingDayRule {
  direction: 'forward' | 'back';
  kinds: DutyKind[];
  isBankingDay: (date: CalendarDate) => boolean;
}

/** The duty on the nearest banking day in the rule's direction. Months, years and what is unplaced stay as they are. */
export function shifted(duty: Duty, rule: BankingDayRule | null): Duty {
  const { timing } = duty;
  if (!rule || timing.type !== 'on' || timing.precision !== 'day' || !rule.kinds.includes(duty.kind)) return duty;
  const date = nearestBankingDay(timing.date, rule);
  return date === timing.date ? duty : { ...duty, timing: { ...timing, date, shiftedFrom: timing.date } };
}

function nearestBankingDay(date: CalendarDate, { direction, isBankingDay }: BankingDayRule): CalendarDate {
  let day = date;
  while (!isBankingDay(day)) day = addDays(day, direction === 'forward' ? 1 : -1);
  return day;
}

const FREE = /lör(?:dag)?|sön(?:dag)?|helg|röd dag|bankfri|inte är (?:en )?(?:bank|var)dag|ej är (?:bank|var)dag/i;
const FORWARD = /(?:nästkommande|närmast(?:e)?\s+(?:på|efter)?följande|nästa|påföljande|efterföljande|följande|första)\s+(?:helgfria\s+)?(?:bankdag|vardag|arbetsdag)|(?:bankdag|vardag|arbetsdag)(?:en)?\s+(?:närmast\s+)?(?:därefter|efter)/i;
const BACK = /(?:närmast(?:e)?\s+)?föregående\s+(?:helgfria\s+)?(?:bankdag|vardag|arbetsdag)|(?:bankdag|vardag|arbetsdag)(?:en)?\s+(?:närmast\s+)?(?:dessförinnan|innan|före)/i;
const MONEY = /betal|förfall|insätt/i;

/** What the agreement itself says of days that are no banking days; null where it says nothing. */
export function bankingDaysSaid(text: string): Pick<BankingDayRule, 'direction' | 'kinds'> | null {
  for (const sentence of text.split(/(?<=[.!?])\s|\n{2,}/)) {
    const direction = !FREE.test(sentence) ? null : FORWARD.test(sentence) ? 'forward' : BACK.test(sentence) ? 'back' : null;
    if (direction) return { direction, kinds: MONEY.test(sentence) ? ['payment'] : ['payment', 'report', 'follow-up', 'other'] };
  }
  return null;
}
