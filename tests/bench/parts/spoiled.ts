/**
 * Golden numbers with one character spoiled, whatever stands in its place. Where the number then states something else,
 * such as another value, the scheme has that part, too, and it can be no other than read; where it states the very same,
 * the series leaves a place of its numbers too open.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { seeded } from '../../chaos/random.ts';
import { count } from '../numbers.ts';
import type { Figure } from '../figure.ts';
import { describeNumber, type Description } from './describe.ts';

const GOLDEN = new URL('../../unit/parts/golden/', import.meta.url);
const HOW_MANY = 5_000;
const SEED = 20_261_127;
/** Shorter ones are one character from too many others. */
const SHORTEST = 6;
const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const AT_MOST = 0.02;
const SHOWN_SERIES = 8;

interface Spoiled {
  readonly series: string;
  readonly number: string;
  readonly text: string;
}

function goldenNumbers(): readonly { readonly series: string; readonly number: string }[] {
  return readdirSync(GOLDEN).sort().flatMap((file) => {
    const { numbers }: { numbers: readonly (readonly unknown[])[] } = JSON.parse(
      readFileSync(new URL(file, GOLDEN), 'utf8'),
    );
    return numbers.map(([number]) => ({ series: file.replace('.json', ''), number: String(number) }));
  });
}

function spoil(): readonly Spoiled[] {
  const random = seeded(SEED);
  const golden = goldenNumbers().filter(({ number }) => number.length >= SHORTEST);
  const known = new Set(golden.map(({ number }) => number.toUpperCase()));
  const spoiled: Spoiled[] = [];
  while (spoiled.length < HOW_MANY) {
    const { series, number } = random.pick(golden);
    const at = random.int(0, number.length);
    const text = number.slice(0, at) + random.pick(CHARACTERS) + number.slice(at + 1);
    if (/[A-Z0-9]/i.test(number[at]!) && !known.has(text.toUpperCase())) {
      spoiled.push({ series, number, text });
    }
  }
  return spoiled;
}

/** All that is said of a part but its number. */
const said = ({ mpn: _, step: __, quality_score: ___, ...fields }: Description) => JSON.stringify(fields);

export function scoreSpoiled(): readonly Figure[] {
  const spoiled = spoil();
  const read = spoiled.filter(({ text }) => describeNumber(text).known_by !== null);
  const same = read.filter(({ number, text }) => said(describeNumber(number)) === said(describeNumber(text)));
  const share = (part: number) => `${((100 * part) / spoiled.length).toFixed(1)} %`;
  const bySeries = Map.groupBy(same, ({ series }) => series);
  const worst = [...bySeries].sort(([, a], [, b]) => b.length - a.length).slice(0, SHOWN_SERIES);
  return [{
    figure: 'golden numbers with one character spoiled that are read as another part, which the scheme has',
    value: `${share(read.length - same.length)} of ${count(spoiled.length)}`,
    target: '',
    met: null,
  }, {
    figure: 'golden numbers with one character spoiled of which the very same is said',
    value: `${share(same.length)}, most often ${
      worst.map(([series, all]) => `${series} ${all.length}`).join(', ')
    }`,
    target: `≤ ${100 * AT_MOST} %`,
    met: same.length <= AT_MOST * spoiled.length,
  }];
}
