/** Somebody who answers the questions of a BOM by keyboard: 52 prepared lines, and the keys that settle them. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i + 1));

/** 52 lines that ask: six by their value, eleven of one manufacturer, four of two parts, one off by a character, and others. */
export const LINES = [
  ...times(6, (i) => ({
    value: '100nF/16V',
    footprint: 'C_0402_1005Metric',
    designators: `C${i}`,
    quantity: 1,
  })),
  ...times(
    11,
    (i) => ({ mpn: `CBR99Z${100 + i}QQ`, manufacturer: 'KEMET', designators: `C${50 + i}`, quantity: 1 }),
  ),
  ...times(4, (i) => ({ mpn: `ZZQ${i}401 / QQX${i}401A`, designators: `Q${i}`, quantity: 1 })),
  { mpn: '2N70O2', designators: 'Q9', quantity: 1 },
  ...times(15, (i) => ({ mpn: `NOBODY-KNOWS-${i}`, designators: `U${i}`, quantity: 1 })),
  ...times(15, (i) => ({ mpn: `OWN-${i}-X`, manufacturer: 'Workshop', designators: `X${i}`, quantity: 1 })),
];

/** Between two looks at the page; what is waited for is counted with it. */
const LOOK_MS = 20;
/** What no answer of the page takes, however busy the machine is. */
const GIVE_UP_MS = 60_000;

/** How many questions are answered, as the page says. */
export const answered = async (page: Page): Promise<number> =>
  Number(/^(\d+) of/.exec(await page.locator('.queue > p').innerText())?.[1] ?? 0);

export interface Review {
  readonly decisions: number;
  readonly keys: number;
  /** ms in which the person had decided and the page did not show it yet. */
  readonly waitedMs: number;
}

/**
 * Answers all questions of the page that is shown: a group at once where the page offers it, else as written.
 * @throws Error when a key changed nothing
 */
export async function answerAll(page: Page): Promise<Review> {
  const group = page.getByRole('button', { name: /^first choice|as written$|for all/ });
  let [decisions, keys, waitedMs] = [0, 0, 0];
  for (let before = await answered(page); before < LINES.length; decisions++) {
    await page.locator('.card').waitFor();
    const key = await group.count() > 0 ? 'a' : 'k';
    const pressed = performance.now();
    await page.keyboard.press(key);
    keys++;
    let now = before;
    while (now <= before) {
      if (performance.now() - pressed > GIVE_UP_MS) throw new Error(`"${key}" answered nothing at ${before}`);
      await rest(LOOK_MS);
      now = await answered(page);
    }
    waitedMs += performance.now() - pressed;
    before = now;
  }
  return { decisions, keys, waitedMs };
}
