import Organisationsnummer from 'organisationsnummer';

/** Ten digits written `212000-2528`. */
export type OrganisationNumber = string;

/** The number in its usual form, or null unless there are exactly ten digits. Says nothing of the check digit. */
export function organisationNumber(written: string): OrganisationNumber | null {
  const digits = written.replace(/\D/g, '');
  return digits.length === 10 ? `${digits.slice(0, 6)}-${digits.slice(6)}` : null;
}

/** True when the number has a legal form in its first digits and its modulus-10 check digit is right. */
export const hasRightCheckDigit = (number: OrganisationNumber): boolean => Organisationsnummer.valid(number);
