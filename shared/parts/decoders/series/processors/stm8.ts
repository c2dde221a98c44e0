import type { Segment, SeriesTable } from '../../table.ts';
import { bareCodes } from '../../segments.ts';
import { base, type Bases, maybe, packages, reels, temperatures } from './numbers.ts';

const FLASH: Readonly<Record<string, number>> = { '2': 4, '3': 8, '4': 16, '6': 32, '8': 64, B: 128 };

/** Lines with the letters of their numbers of pins, each with those of its flash memories. */
const LINES: Readonly<Record<string, string>> = {
  S001: 'J3',
  S003: 'F3 K3',
  S005: 'K6 C6',
  S007: 'C8',
  S103: 'F23 K3',
  S105: 'K46 S46 C46',
  S207: 'K68 S68B C68B R68B M8B',
  S208: 'S68B C68B R68B MB',
  S903: 'F3 K3',
  L001: 'J3',
  L050: 'J3',
  L051: 'F3',
  L052: 'C6 R8',
  L101: 'F123 G23 K3',
  L151: 'F23 G234 K23468 C23468 R68 M8',
  L152: 'K468 C468 R68 M8',
  L162: 'R8 M8',
};

const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  J: { M: 'SOIC-8' },
  F: { P: 'TSSOP-20', U: 'UFQFPN-20 (3 x 3 mm)', M: 'SOIC-20' },
  G: { U: 'UFQFPN-28 (4 x 4 mm)' },
  K: { T: 'LQFP-32 (7 x 7 mm)', U: 'UFQFPN-32 (5 x 5 mm)' },
  S: { T: 'LQFP-44 (10 x 10 mm)' },
  C: { T: 'LQFP-48 (7 x 7 mm)', U: 'UFQFPN-48 (7 x 7 mm)' },
  R: { T: 'LQFP-64' },
  M: { T: 'LQFP-80' },
};

function numbersWith(pins: string): Bases {
  return Object.fromEntries(
    Object.entries(LINES).flatMap(([line, variants]) =>
      variants.split(' ').filter((variant) => variant.startsWith(pins)).flatMap(([, ...letters]) =>
        letters.map((letter) => [
          `STM8${line}${pins}${letter}`,
          { description: `8-bit microcontroller${FLASH[letter] ? `, ${FLASH[letter]} KB flash` : ''}` },
        ])
      )
    ),
  );
}

export const stStm8: SeriesTable = {
  id: 'st-stm8',
  manufacturer: 'STMicroelectronics',
  category: 'microcontroller',
  series: 'STM8',
  description: '8-bit microcontroller',
  reference: {
    title: 'STM8 8-bit MCUs',
    url: 'https://www.st.com/en/microcontrollers-microprocessors/stm8-8-bit-mcus.html',
  },
  forms: () =>
    Object.entries(PACKAGES).flatMap(([pins, letters]): Segment[][] => {
      const numbers = base(numbersWith(pins));
      return [
        [numbers],
        [
          numbers,
          packages(letters),
          temperatures({ '6': '-40 to 85 °C', '7': '-40 to 105 °C', '3': '-40 to 125 °C' }),
          // Pitch and die: another part, but the same for each of these fields.
          maybe(bareCodes('option', 'A B C D')),
          maybe(reels('TR')),
        ],
      ];
    }),
};
