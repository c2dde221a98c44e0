/** Whether two cells mean the same, in other words or another notation. */
import { readValue } from '../../parts/text/value.ts';

/** What is longer is no value. A hostile file has thousands of long cells, each of which is compared with the one above. */
export const MAX_QUANTITY_CHARS = 30;

const readingsOf = (text: string) =>
  readValue(text, null).flatMap(({ readings }) => readings.map((reading) => JSON.stringify(reading)));

/** Whether a text is a value such as `100n`. */
export function isReadAsQuantity(text: string): boolean {
  return text.length <= MAX_QUANTITY_CHARS && readingsOf(text).length > 0;
}

/** `100n` and `0.1uF`. */
export function isSameQuantity(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) > MAX_QUANTITY_CHARS) return false;
  const said = readingsOf(other);
  return readingsOf(one).some((reading) => said.includes(reading));
}

export function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
