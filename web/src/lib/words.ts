/** Numbers and errors as the page writes them. */

const COUNT = new Intl.NumberFormat('en');

export const count = (n: number): string => COUNT.format(n);

/** `1 line`, `1,200 lines` */
export const plural = (n: number, what: string): string => `${count(n)} ${what}${n === 1 ? '' : 's'}`;

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
