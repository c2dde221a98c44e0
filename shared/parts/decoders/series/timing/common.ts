/** What the tables of crystals, oscillators and resonators share: frequencies and how manufacturers spell them. */
import type { Statements } from '../../../finding.ts';
import { codes, onFirstRead } from '../../segments.ts';
import type { CodeSegment, LiteralSegment, SeparatorSegment } from '../../table.ts';
import { DASH } from '../pieces.ts';

/** Frequencies that crystals and oscillators are stocked for, in megahertz. A number with another one is not read. */
const STOCKED =
  '1 1.8432 2 2.4576 3 3.2768 3.579545 3.6864 4 4.096 4.194304 4.433619 4.9152 5 6 6.144 6.5536 7.3728 ' +
  '7.68 8 8.192 9 9.216 9.8304 10 10.245 11 11.0592 11.2896 12 12.288 12.8 13 13.52127 13.56 14 14.31818 14.7456 ' +
  '15 15.36 16 16.368 16.369 16.384 16.9344 17.734475 18 18.432 19.2 19.44 19.6608 20 20.48 20.945 21 22 22.1184 22.5792 ' +
  '23.04 24 24.305 24.576 25 25.8048 26 26.5625 27 27.12 27.145 28 28.224 28.322 28.63636 29.4912 30 30.72 31.25 32 ' +
  '32.768 33 33.333 33.3333 33.333333 33.8688 34.368 35.328 36 36.864 37.05 37.125 37.4 38.4 38.88 39 40 40.96 42 44 ' +
  '44.736 45 45.1584 46 48 49.152 50 52 54 55 56 60 61.44 62.5 64 65.536 66 66.66 66.666 66.6666 66.6667 66.666666 ' +
  '66.666667 66.667 70 72 73.728 74.175824 74.1758 74.25 75 76.8 77.76 78.125 80 83.333 84 85 90 92.16 96 98.304 100 ' +
  '104 106.25 108 110 112 114.285 120 122.88 125 128 133 133.333 133.3333 133.333333 135 140 144 148.351648 148.5 150 ' +
  '153.6 155.52 156.25 160 161.1328 161.132812 161.1328125 166 166.6666 166.6667 170 175 180 187.5 200 212.5 216 220 ' +
  '240 245.76 250 270 300 312.5 320 350 400 491.52 500';

const FREQUENCIES = STOCKED.split(' ');

const frequencyCodes = (said: () => readonly (readonly [code: string, hertz: number])[]): CodeSegment =>
  onFirstRead('frequency', () => codes('frequency', 'frequency', Object.fromEntries(said())));

const padded = (megahertz: string, decimals: number): string => {
  const [whole = '', fraction = ''] = megahertz.split('.');
  const shown = fraction.padEnd(decimals, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
};

/** `25.000` where `decimals` is 3, and all decimals of those that have more: `14.31818`. Several spellings may be right. */
export const megahertz = (...decimals: readonly number[]): CodeSegment =>
  frequencyCodes(() =>
    decimals.flatMap((places) =>
      FREQUENCIES.map((f): [string, number] => [padded(f, places), Number(`${f}e6`)])
    )
  );

/** Exactly so many decimals: `25.000000`; frequencies that need more have no such number. */
export const fixedMegahertz = (decimals: number, whole = 0): CodeSegment =>
  frequencyCodes(() =>
    FREQUENCIES.filter((f) => (f.split('.')[1] ?? '').length <= decimals).map((f): [string, number] => [
      padded(f, decimals).padStart(whole + decimals + 1, '0'),
      Number(`${f}e6`),
    ])
  );

/** As people say it: `25`, `11.0592`, and with one decimal, `25.0`. */
export const plainMegahertz: CodeSegment = frequencyCodes(() =>
  FREQUENCIES.flatMap((f): [string, number][] => [[f, Number(`${f}e6`)], [padded(f, 1), Number(`${f}e6`)]])
);

/** `M` in the place of the point: `25M000` with three decimals, `16M00000` with five. */
export const megahertzAtPoint = (...decimals: readonly number[]): CodeSegment =>
  frequencyCodes(() =>
    decimals.flatMap((places) =>
      FREQUENCIES.filter((f) => (f.split('.')[1] ?? '').length <= places)
        .map((f): [string, number] => [padded(f, places).replace('.', 'M'), Number(`${f}e6`)])
    )
  );

/** Without a point and without zeros: `12`, `110592`. Below 4 MHz two frequencies can share such digits. */
export const digitsOfMegahertz: CodeSegment = frequencyCodes(() =>
  FREQUENCIES.filter((f) => Number(f) >= 4 && Number(f) < 100 && !/^(33|66)\.\d{4,}/.test(f))
    .map((f): [string, number] => [f.replace('.', ''), Number(`${f}e6`)])
);

/** In kilohertz with five digits: `16000`. */
export const fiveDigitKilohertz: CodeSegment = frequencyCodes(() =>
  FREQUENCIES.filter((f) => Number(f) >= 4 && Number(f) < 100 && (f.split('.')[1] ?? '').length <= 3)
    .map((f): [string, number] => [String(Math.round(Number(f) * 1000)).padStart(5, '0'), Number(`${f}e6`)])
);

/** Tenths of a megahertz, without what is smaller: `120` is 12 MHz, `143` 14.31818 MHz, `80` 8 MHz. */
export const tenthsOfMegahertz = (width: number): CodeSegment =>
  frequencyCodes(() =>
    (
      '4 4.9152 5 6 7.3728 8 9.8304 10 11.0592 12 12.288 13 13.56 14.31818 14.7456 15 16 16.384 18 18.432 19.2 19.6608 20 ' +
      '22.1184 24 24.576 25 26 27 28.63636 30 32 33 36 38.4 40 48 49.152 50 54'
    ).split(' ').map((
      f,
    ): [string, number] => [String(Math.floor(Number(f) * 10)).padStart(width, '0'), Number(`${f}e6`)])
  );

/** The frequency of a watch crystal, as it stands in a number. */
export const watch = (...spelled: readonly string[]): CodeSegment =>
  frequencyCodes(() => spelled.map((code): [string, number] => [code, 32768]));

/** Load capacitances in picofarad that stand in a number as such. */
export const picofarads = (list: string): CodeSegment =>
  codes(
    'load',
    'load_capacitance',
    Object.fromEntries(list.split(' ').map((code) => [code, Number(`${code}e-12`)])),
  );

export const ppm = (value: number) => ({ value, unit: 'ppm' }) as const;

export const pads = (size: string, count?: number): string =>
  `${size.replace('x', ' x ')} mm${count === undefined ? '' : `, ${count} pads`}`;

/** Families by the beginning of their numbers: package, and whatever else is sure. */
export const families = (listed: Readonly<Record<string, string | Statements>>): CodeSegment => ({
  name: 'family',
  codes: Object.fromEntries(
    Object.entries(listed).map(([code, said]) => [
      code,
      { series: code, ...(typeof said === 'string' ? (said === '' ? {} : { package: said }) : said) },
    ]),
  ),
});

/** Families whose name has a dash: the form of each begins with `start`, a dash and a code. */
export const dashed = (
  start: string,
  listed: Readonly<Record<string, string>>,
): readonly (readonly [LiteralSegment, SeparatorSegment, CodeSegment])[] => [[
  { literal: start },
  DASH,
  {
    name: 'family',
    codes: Object.fromEntries(
      Object.entries(listed).map(([code, size]) => [
        code,
        { series: `${start}-${code}`, ...(size ? { package: size } : {}) },
      ]),
    ),
  },
]];
