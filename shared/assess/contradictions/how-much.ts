/** How far two values lie apart, in words. */

/** `10 times more`, `4.7 times less`, `10 % more`; nothing where one of them is zero. */
export function howMuchMore(asked: number, found: number): string {
  if (!(asked > 0) || !(found > 0)) return '';
  const direction = found > asked ? 'more' : 'less';
  const times = Math.max(asked, found) / Math.min(asked, found);
  if (times >= 1.995) return `${inWords(times)} times ${direction}`;
  return `${inWords(Math.abs(found - asked) / asked * 100)} % ${direction}`;
}

/** In three digits at most, with commas between thousands: `1,000`. */
const inWords = (value: number): string =>
  Number(value.toPrecision(value >= 99.5 ? 3 : 2)).toLocaleString('en-US', { maximumFractionDigits: 20 });
