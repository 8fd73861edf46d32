/** The key of a SIREN (Luhn): nine digits, every second one from the right doubled. */
export function hasSirenKey(siren: string): boolean {
  const sum = [...siren].reverse().reduce((total, digit, place) => {
    const value = place % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{9}$/.test(siren) && sum % 10 === 0;
}
