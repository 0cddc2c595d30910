import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/** Countries that codes are sent to: messages to the rest of the world cost what somebody could make us pay. */
const REACHED = new Set<string | undefined>(['SE', 'NO', 'DK', 'FI']);

/** A mobile number with its country code, however it was typed; null of anything else, and of countries that no code is sent to. */
export function mobileNumber(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, 'SE');
  return number?.isValid() && REACHED.has(number.country) ? number.number : null;
}
