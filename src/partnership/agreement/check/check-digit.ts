/** True when the last digit is the modulus-10 check digit of the others (weights 2, 1 from the right). */
export function endsInItsCheckDigit(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].map(Number).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return digits.length > 1 && sum % 10 === 0;
}
