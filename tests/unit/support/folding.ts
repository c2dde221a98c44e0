/** Watches what is folded into another form of Unicode, which can cost eighteen times a text's length. */
import { vi } from 'vitest';

/** The lengths of the texts that `work` normalizes, in order. */
export function foldedBy(work: () => void): number[] {
  const lengths: number[] = [];
  const { normalize } = String.prototype;
  const spy = vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form) {
    lengths.push(this.length);
    return normalize.call(this, form);
  });
  try {
    work();
  } finally {
    spy.mockRestore();
  }
  return lengths;
}
