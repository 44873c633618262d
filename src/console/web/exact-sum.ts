/** Adds decimal strings exactly, as whole numbers of their smallest unit; the sum has as many decimals as the longest. */
export function exactSum(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  let sum = 0n;
  for (const amount of amounts) sum += scaled(amount, decimals);
  const digits = `${sum < 0n ? -sum : sum}`.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals > 0 ? `${whole}.${digits.slice(-decimals)}` : whole;
  return sum < 0n ? `-${text}` : text;
}

function scaled(amount: string, decimals: number): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const units = BigInt(whole + part.padEnd(decimals, '0'));
  return sign ? -units : units;
}
