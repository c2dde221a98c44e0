import type { SeriesTable } from '../../table.ts';
import { connector, type Family, family, listed } from './pattern.ts';

const BLOCK = {
  category: 'terminal_block',
  description: 'Terminal block',
  mounting: 'through-hole',
} as const;
const HEADER = {
  category: 'terminal_block',
  description: 'Header for pluggable terminal block',
  mounting: 'through-hole',
} as const;
const PLUG = {
  category: 'terminal_block',
  description: 'Pluggable terminal block, plug',
  mounting: 'cable housing',
} as const;

/** The order numbers of one type, the one with two poles first. */
interface Type extends Omit<Family, 'from' | 'to'> {
  readonly type: string;
  readonly numbers: string;
}

const TYPES: readonly Type[] = [
  { ...BLOCK, type: 'MKDS 3/#-5,08', pitch: 5.08, numbers: '1711725 1711738 1711741' },
  { ...BLOCK, type: 'MPT 0,5/#-2,54', pitch: 2.54, numbers: '1725656 1725669 1725672 1725685 1725698' },
  { ...BLOCK, type: 'MKDS 1,5/#-5,08', pitch: 5.08, numbers: '1715721 1715734 1715747 1715750' },
  { ...BLOCK, type: 'MKDSN 1,5/#-5,08', pitch: 5.08, numbers: '1729128 1729131 1729144 1729157' },
  { ...BLOCK, type: 'MKDS 1/#-3,81', pitch: 3.81, numbers: '1727010 1727023 1727036 1727049' },
  { ...BLOCK, type: 'MKDS 1/#-3,5', pitch: 3.5, numbers: '1751248 1751251 1751264 1751277' },
  { ...BLOCK, type: 'PT 1,5/#-5,0-H', pitch: 5, numbers: '1935161 1935174 1935187 1935190 1935200' },
  { ...BLOCK, type: 'PT 1,5/#-3,5-H', pitch: 3.5, numbers: '1984617 1984620 1984633 1984646 1984659' },
  {
    ...HEADER,
    orientation: 'right angle',
    type: 'MSTBA 2,5/#-G-5,08',
    pitch: 5.08,
    numbers: '1757242 1757255 1757268 1757271',
  },
  { ...HEADER, orientation: 'vertical', type: '[MSTBV|MSTBVA] 2,5/#-G-5,08', pitch: 5.08, numbers: '' },
  { ...PLUG, type: 'MSTB 2,5/#-ST-5,08', pitch: 5.08, numbers: '1757019 1757022 1757035 1757048' },
  {
    ...HEADER,
    orientation: 'right angle',
    type: 'MC 1,5/#-G-3,81',
    pitch: 3.81,
    numbers: '1803277 1803280 1803293 1803303 1803316',
  },
  {
    ...HEADER,
    orientation: 'vertical',
    type: 'MCV 1,5/#-G-3,81',
    pitch: 3.81,
    numbers: '1803426 1803439 1803442 1803455',
  },
  { ...PLUG, type: 'MC 1,5/#-ST-3,81', pitch: 3.81, numbers: '1803578 1803581 1803594 1803604 1803617' },
  {
    ...HEADER,
    orientation: 'right angle',
    type: 'MC 1,5/#-G-3,5',
    pitch: 3.5,
    numbers: '1844210 1844223 1844236 1844249',
  },
  {
    ...HEADER,
    orientation: 'vertical',
    type: 'MCV 1,5/#-G-3,5',
    pitch: 3.5,
    numbers: '1843606 1843619 1843622 1843635',
  },
  { ...PLUG, type: 'MC 1,5/#-ST-3,5', pitch: 3.5, numbers: '1840366 1840379 1840382 1840395 1840405' },
];

export const phoenix: SeriesTable = {
  id: 'phoenix-connectors',
  manufacturer: 'Phoenix Contact',
  category: 'terminal_block',
  series: 'PCB terminal blocks and connectors',
  description: 'Terminal block',
  reference: {
    title: 'PCB terminal blocks and PCB connectors',
    url: 'https://www.phoenixcontact.com/en-pc/products/pcb-terminal-blocks-and-pcb-connectors',
  },
  forms: () => [
    ...TYPES.map(({ type, numbers: _, ...said }) => family(type, { ...said, from: 2, to: 24 })),
    listed(Object.fromEntries(
      TYPES.flatMap(({ type: _, numbers, ...said }) =>
        numbers.split(' ').filter(Boolean).map((number, i) => [number, connector(i + 2, said)])
      ),
    )),
  ],
};
