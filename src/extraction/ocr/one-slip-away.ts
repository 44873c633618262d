/** Digits that OCR takes for each other. */
const ALIKE = ['08', '06', '09', '17', '14', '27', '23', '35', '38', '39', '49', '56', '58', '59', '68', '69', '89'];

/** Whether one digit taken for another, lost or doubled makes the one figure of the other; both without marks. */
export function isOneSlipAway(read: string, meant: string): boolean {
  if (read.length === meant.length) {
    const differing = [...read].flatMap((digit, at) => (digit === meant[at] ? [] : [`${digit}${meant[at] ?? ''}`]));
    const [pair = ''] = differing;
    return differing.length === 1 && (ALIKE.includes(pair) || ALIKE.includes([...pair].toReversed().join('')));
  }
  const [short, long] = read.length < meant.length ? [read, meant] : [meant, read];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
