/**
 * What logic circuits of the 74 and 4000 families do, by the number that all manufacturers give it, and how many pins that
 * takes. A row is `kinds pins | description | numbers`; the kinds of families that have it are `t` for TTL, `c` for CMOS,
 * `o` for CMOS that took it over from the 4000 family.
 */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import type { CodeSegment } from '../../table.ts';

const FUNCTIONS = `
tc 14 | Quad 2-input NAND gate | 00 01 37
tc 14 | Quad 2-input NOR gate | 02 28
tc 14 | Quad 2-input NAND gate, open drain | 03 38 26
tc 14 | Hex inverter | 04
c 14 | Hex inverter, unbuffered | U04
tc 14 | Hex inverter, open drain | 05 06
t 14 | Hex inverter, open collector | 16
tc 14 | Hex buffer, open drain | 07
t 14 | Hex buffer, open collector | 17
tc 14 | Hex buffer | 34
c 14 | Hex Schmitt-trigger buffer | 17
tc 14 | Quad 2-input AND gate | 08
tc 14 | Quad 2-input AND gate, open drain | 09
tc 14 | Triple 3-input NAND gate | 10 12
tc 14 | Triple 3-input AND gate | 11 15
tc 14 | Dual 4-input NAND gate | 20 13 22 40
tc 14 | Hex Schmitt-trigger inverter | 14
t 14 | Hex Schmitt-trigger inverter | 19
tc 14 | Dual 4-input AND gate | 21
tc 14 | Triple 3-input NOR gate | 27
tc 14 | 8-input NAND gate | 30
tc 14 | Quad 2-input OR gate | 32
t 14 | Quad 2-input NOR gate, open collector | 33
tc 14 | AND-OR-invert gate | 51 54 55 64
tc 14 | Dual JK flip-flop | 73 107
tc 14 | Dual D flip-flop | 74
tc 14 | Quad 2-input XOR gate | 86 386 136
c 14 | Quad 2-input XNOR gate | 266 7266
t 14 | Decade counter | 90 290
t 14 | Binary counter | 92 93 293
t 14 | Monostable multivibrator | 121 122
tc 14 | Quad buffer, three states | 125 126
tc 14 | Quad 2-input Schmitt-trigger NAND gate | 132
tc 14 | Shift register, 8 bits | 164
tc 14 | Parity generator, 9 bits | 280
t 14 | Dual 5-input NOR gate | 260
tc 14 | Dual binary counter, 4 bits | 393
o 14 | Dual 4-input NOR gate | 4002
o 14 analog_switch | Quad analog switch | 4016 4066
o 14 | Binary counter, 7 bits | 4024
o 14 | Triple 3-input OR gate | 4075
tc 16 | BCD to decimal decoder | 42 45 145
t 16 | BCD to seven-segment decoder | 46 47 48 247 248
tc 16 | Quad latch | 75 375
t 16 | Dual JK flip-flop | 76
t 16 | Full adder, 4 bits | 83
tc 16 | Full adder, 4 bits | 283
tc 16 | Magnitude comparator, 4 bits | 85
tc 16 | Dual JK flip-flop | 109 112
tc 16 | Dual monostable multivibrator | 123 221 423
tc 16 | 3-to-8 line decoder | 137 138 237 238
tc 16 | Dual 2-to-4 line decoder | 139 155 156
tc 16 | Priority encoder | 147 148
tc 16 | 8-input multiplexer | 151 251
tc 16 | Dual 4-input multiplexer | 153 253 352
tc 16 | Quad 2-input multiplexer | 157 158 257 258 298 399
tc 16 | Counter, 4 bits | 160 161 162 163 169 190 191 192 193
tc 16 | Shift register, 8 bits | 165 166 597
tc 16 | Quad D flip-flop | 173 175
tc 16 | Hex D flip-flop | 174
tc 16 | Shift register, 4 bits | 194 195 395
tc 16 | Addressable latch, 8 bits | 259
tc 16 | Quad SR latch | 279
tc 16 | Hex buffer, three states | 365 366 367 368
tc 16 | Dual decade counter | 390
tc 16 | Binary counter with register, 8 bits | 590
tc 16 | Shift register with latch, 8 bits | 594 595 596
o 16 | Dual shift register, 4 bits | 4015
o 16 | Johnson decade counter | 4017
o 16 | Binary counter, 14 bits | 4020 4060
o 16 | Binary counter, 12 bits | 4040
o 16 clock_and_timing | Phase-locked loop | 4046 7046
o 16 | Hex inverting level shifter | 4049
o 16 | Hex level shifter | 4050
o 16 analog_switch | Analog multiplexer, 8:1 | 4051 4851
o 16 analog_switch | Dual analog multiplexer, 4:1 | 4052 4852
o 16 analog_switch | Triple analog multiplexer, 2:1 | 4053
o 16 | Shift register with latch, 8 bits | 4094
o 16 analog_switch | Quad analog switch | 4316
o 16 | BCD to seven-segment decoder | 4511 4543
o 16 | Counter, 4 bits | 4510 4516
o 16 | Dual counter, 4 bits | 4518 4520
o 16 | Dual monostable multivibrator | 4538
o 16 | Presettable down counter, 8 bits | 40103
tc 20 | Octal buffer, three states | 240 241 244 540 541
tc 20 | Octal bus transceiver, three states | 245 620 623 640 641 643 645
tc 20 | Octal D flip-flop | 273 377
tc 20 | Universal shift register, 8 bits | 299 323
tc 20 | Octal transparent latch, three states | 373 533 563 573
tc 20 | Octal D flip-flop, three states | 374 534 564 574
tc 20 | Magnitude comparator, 8 bits | 682 684 688 521
tc 24 | 4-to-16 line decoder | 154
tc 24 | Octal registered transceiver | 543 646 648 651 652
tc 24 | Bus interface, 8 to 10 bits | 821 823 825 827 828 841 843
c 24 | Octal translating transceiver | 4245 3245
o 24 analog_switch | Analog multiplexer, 16:1 | 4067
o 24 | 4-to-16 line decoder | 4514 4515
c 48 | Buffer, 16 bits, three states | 16240 16244 162240 162244 16541
c 48 | Bus transceiver, 16 bits, three states | 16245 162245
c 48 | Transparent latch, 16 bits | 16373 162373
c 48 | D flip-flop, 16 bits | 16374 162374
`;

/** Of the 4000 family, where all have three or four figures. */
const FUNCTIONS_4000 = `
14 | Dual 4-input NOR gate | 4002
14 | Dual complementary pair and inverter | 4007
14 | Quad 2-input NOR gate | 4001
14 | Quad 2-input NAND gate | 4011
14 | Dual 4-input NAND gate | 4012
14 | Dual D flip-flop | 4013
14 analog_switch | Quad analog switch | 4016 4066
14 | Shift register | 4006
14 | Triple 3-input NAND gate | 4023
14 | Binary counter, 7 bits | 4024
14 | Triple 3-input NOR gate | 4025
14 | Quad 2-input XOR gate | 4030 4070
14 | Monostable or astable multivibrator | 4047
14 | 8-input NAND gate | 4068
14 | Hex inverter | 4069
14 | Quad 2-input OR gate | 4071
14 | Dual 4-input OR gate | 4072
14 | Triple 3-input AND gate | 4073
14 | Triple 3-input OR gate | 4075
14 | Quad 2-input XNOR gate | 4077
14 | 8-input NOR gate | 4078
14 | Quad 2-input AND gate | 4081
14 | Dual 4-input AND gate | 4082
14 | Quad 2-input Schmitt-trigger NAND gate | 4093
14 | Hex Schmitt-trigger inverter | 40106
16 | Full adder, 4 bits | 4008
16 | Hex inverting level shifter | 4009 4049
16 | Hex level shifter | 4010 4050
16 | Shift register, 8 bits | 4014 4021
16 | Dual shift register, 4 bits | 4015
16 | Johnson decade counter | 4017
16 | Divide-by-n counter | 4018
16 | Quad AND/OR select gate | 4019
16 | Binary counter, 14 bits | 4020 4060
16 | Octal counter | 4022
16 | Dual JK flip-flop | 4027
16 | BCD to decimal decoder | 4028
16 | Counter, 4 bits | 4029 4510 4516 40192 40193
16 | Binary counter, 12 bits | 4040
16 | Quad complementary buffer | 4041
16 | Quad latch | 4042 4043 4044
16 clock_and_timing | Phase-locked loop | 4046
16 analog_switch | Analog multiplexer, 8:1 | 4051
16 analog_switch | Dual analog multiplexer, 4:1 | 4052
16 analog_switch | Triple analog multiplexer, 2:1 | 4053
16 analog_switch | Quad analog multiplexer, 2:1 | 4551
16 | Magnitude comparator, 4 bits | 4063 4585
16 | Quad D register | 4076
16 | Programmable rate multiplier | 4089
16 | Shift register with latch, 8 bits | 4094
16 | Dual monostable multivibrator | 4098 4528 4538
16 | Addressable latch, 8 bits | 4099
16 | Level shifter | 4104 4504 40109
16 | Hex buffer, three states | 4502 4503
16 | BCD to seven-segment decoder | 4511 4543 4055 4056
16 | 8-input multiplexer | 4512
16 | Dual counter, 4 bits | 4518 4520
16 | Binary counter, 24 stages | 4521
16 | Presettable down counter | 4522 4526 40102 40103
16 | Priority encoder | 4532
16 | Dual 4-input multiplexer | 4539
14 | Programmable timer | 4541
16 | Programmable timer | 4536
16 | Dual 2-to-4 line decoder | 4555 4556
16 | Hex D flip-flop | 40174 4174
16 | Quad D flip-flop | 40175 4175
16 | Shift register, 4 bits | 4035 40194
24 | 4-to-16 line decoder | 4514 4515
24 analog_switch | Analog multiplexer, 16:1 | 4067
24 analog_switch | Dual analog multiplexer, 8:1 | 4097
`;

/** Gates by themselves: how many there are in a package, its pins, what each does. */
const LITTLE = `
1 5 | 2-input NAND gate | 00
1 5 | 2-input NAND gate, open drain | 38 03
1 5 | 2-input NOR gate | 02
1 5 | Inverter | 04
1 5 | Inverter, unbuffered | U04
1 5 | Inverter, open drain | 05 06
1 5 | Buffer, open drain | 07
1 5 | 2-input AND gate | 08
1 5 | 2-input AND gate, open drain | 09
1 5 | Schmitt-trigger inverter | 14
1 5 | Schmitt-trigger buffer | 17
1 5 | 2-input OR gate | 32
1 5 | Buffer | 34 16
1 5 analog_switch | Analog switch | 66
1 5 | D flip-flop | 79 80
1 5 | 2-input XOR gate | 86
1 5 | Buffer, three states | 125 126
1 5 | Inverter, three states | 240
1 5 | Schmitt-trigger 2-input NAND gate | 132
1 6 | 3-input NAND gate | 10
1 6 | 3-input AND gate | 11
1 6 | 3-input NOR gate | 27
1 6 | 3-input OR gate | 332
1 6 | 3-input XOR gate | 386
1 6 | Demultiplexer | 18 19
1 6 | Configurable gate | 57 58 97 98 0832 3208
1 6 | Multiplexer, 2:1 | 157 158
1 6 | D flip-flop with reset | 175
1 6 | D latch | 373
1 6 | D flip-flop, three states | 374
1 6 analog_switch | Analog switch, SPDT | 3157
1 8 | D flip-flop with set and reset | 74
1 8 | Monostable multivibrator | 123
1 8 | Configurable gate, three states | 99
1 8 | 2-to-4 line decoder | 139
2 6 | Dual inverter | 04 05 06
2 6 | Dual inverter, unbuffered | U04
2 6 | Dual buffer, open drain | 07
2 6 | Dual Schmitt-trigger inverter | 14
2 6 | Dual Schmitt-trigger buffer | 17
2 6 | Dual buffer | 34 16
2 8 | Dual 2-input NAND gate | 00 38 132
2 8 | Dual 2-input NOR gate | 02
2 8 | Dual 2-input AND gate | 08
2 8 | Dual 2-input OR gate | 32
2 8 analog_switch | Analog switch, SPDT | 53
2 8 analog_switch | Dual analog switch | 66
2 8 | D flip-flop with set and reset | 74
2 8 | Dual D flip-flop | 79 80
2 8 | Dual 2-input XOR gate | 86
2 8 | Dual buffer, three states | 125 126 241
2 8 | Multiplexer, 2:1 | 157
2 8 | Dual inverter, three states | 240
3 8 | Triple inverter | 04 06
3 8 | Triple inverter, unbuffered | U04
3 8 | Triple buffer, open drain | 07
3 8 | Triple Schmitt-trigger inverter | 14
3 8 | Triple Schmitt-trigger buffer | 17
3 8 | Triple buffer | 34 16
`;

interface Row {
  /** Kinds of families, or how many gates. */
  readonly kinds: string;
  readonly pins: number;
  readonly states: Statements;
  readonly numbers: readonly string[];
}

function rowsOf(text: string): readonly Row[] {
  return text.trim().split('\n').map((line) => {
    const [head = '', description = '', numbers = ''] = line.split(' | ');
    const [kinds = '', pins = '', category = 'logic'] = /^\d\d/.test(head)
      ? ['', ...head.split(' ')]
      : head.split(' ');
    const states = { category: category as Category, description };
    return { kinds, pins: Number(pins), states, numbers: numbers.split(' ') };
  });
}

const ROWS = rowsOf(FUNCTIONS);
const ROWS_4000 = rowsOf(FUNCTIONS_4000);
const LITTLE_ROWS = rowsOf(LITTLE);

function segment(rows: readonly Row[]): CodeSegment {
  const codes = rows.flatMap(({ numbers, states }) => numbers.map((number) => [number, states] as const));
  return { name: 'function', codes: Object.fromEntries(codes) };
}

/** Which families have a function: `tc` is both TTL and CMOS. */
export type Kinds = 't' | 'c' | 'co';

const has = ({ kinds }: Row, wanted: string) => [...wanted].some((kind) => kinds.includes(kind));

/** Functions of the 74 family in packages with so many pins. */
export const functions74 = (kinds: Kinds, pins: number): CodeSegment =>
  segment(ROWS.filter((row) => row.pins === pins && has(row, kinds)));

/** Functions of the 4000 family in packages with so many pins. */
export const functions4000 = (pins: number): CodeSegment =>
  segment(ROWS_4000.filter((row) => row.pins === pins));

/** Functions of packages with so many gates and pins. */
export const littleFunctions = (gates: 1 | 2 | 3, pins: number): CodeSegment =>
  segment(LITTLE_ROWS.filter((row) => row.kinds === `${gates}` && row.pins === pins));
