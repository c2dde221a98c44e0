/** Values, sizes and words where part numbers should stand, in files made for these tests. */
import type { Golden } from './golden.ts';

export const MEASURES: Readonly<Record<string, readonly Golden[]>> = {
  'values in a column of numbers': [
    {
      name: 'are values in digits, too, where resistors and capacitors have nothing else',
      text:
        'Designator,Part number,Package,Qty\nU1,LM393D,SO-8,1\n"R1,R2",10k,0805,2\n"R3,R4",220,0805,2\nR5,0,1206,1\nR6,0.33Ohm,0805,1\n"R7,R8",4.7k,0805,2\nC1,22pF 1kV,1206,1\nC2,0.1uF,0805,1\nD1,4148,SOD-123,1',
      lines: [
        'U1 | 1 | LM393D',
        'R1,R2 | 2',
        'R3,R4 | 2',
        'R5 | 1',
        'R6 | 1',
        'R7,R8 | 2',
        'C1 | 1',
        'C2 | 1',
        'D1 | 1 | 4148',
      ],
      says: ['no_number_in_word'],
    },
    {
      name: 'leave numbers in digits as they are beside numbers of resistors',
      text:
        'Designator,Part number,Qty\nR1,10k,1\nR2,4.7k,1\nR3,22k,1\nR4,RC0603FR-0710KL,1\nC1,2020,1\nU1,LM358DR,1\nJ1,5557,1',
      lines: [
        'R1 | 1',
        'R2 | 1',
        'R3 | 1',
        'R4 | 1 | RC0603FR-0710KL',
        'C1 | 1 | 2020',
        'U1 | 1 | LM358DR',
        'J1 | 1 | 5557',
      ],
    },
    {
      name: 'of batteries and fans, sizes and values beside each other',
      text:
        'Name,Part number,Qty\nBattery,7.4V 2200mAh,1\nSpring,18.5*16.5mm,2\nFan,12V 40mm,1\nSheet,20x30x2mm,1\nRegulator,LM7805CT,1\nEncoder,EC11E15244G1 20mm,1\nServo,DS3218MG 20,1',
      lines: [
        '| 1',
        '| 2',
        '| 1',
        '| 1',
        '| 1 | LM7805CT',
        '| 1 | EC11E15244G1',
        '| 1 | DS3218MG 20',
      ],
      says: ['no_number_in_word', 'words_beside_number'],
    },
  ],
  'words in a column of numbers': [
    {
      name: 'that signs join are none, and letters alone may be one',
      text:
        'Ref,Qty,MPN\nD1,1,LED_Small\nD2,1,red+green+blue\nJ1,1,Micro-USB\nJ2,1,Conn_Coaxial\nU1,1,LM358DR\nU2,1,TLV-LDO\nX1,1,ABLS_X',
      lines: [
        'D1 | 1',
        'D2 | 1',
        'J1 | 1',
        'J2 | 1',
        'U1 | 1 | LM358DR',
        'U2 | 1 | TLV-LDO',
        'X1 | 1 | ABLS_X',
      ],
      says: ['no_number_in_word'],
    },
    {
      name: 'that are a product and its version keep it whole',
      text:
        'Item,Part number,Qty\nComputer,Raspberry Pi 3 B+,1\nComputer,Raspberry Pi 4B,2\nAmplifier,TI LM358DR,3\nDiode,Vishay 1N4148,4\nSwitch,PTS645SL50SMTR92 LFS,5',
      lines: [
        '| 1 | Raspberry Pi 3 B+ | Raspberry Pi',
        '| 2 | Raspberry Pi 4B | Raspberry Pi',
        '| 3 | LM358DR | TI',
        '| 4 | 1N4148 | Vishay',
        '| 5 | PTS645SL50SMTR92 LFS',
      ],
    },
    {
      name: 'that are a product and its version, among numbers alone',
      text:
        'Item,Part number,Qty\nComputer,Raspberry Pi 3 B+,1\nAmplifier,LM358DR,3\nDiode,1N4148W,4\nSwitch,PTS645SL50SMTR92 LFS,5',
      lines: ['| 1 | Raspberry Pi 3 B+', '| 3 | LM358DR', '| 4 | 1N4148W', '| 5 | PTS645SL50SMTR92 LFS'],
    },
    {
      name: 'that quotation marks enclose lose them',
      text: 'Ref,Qty,MPN\nU1,1,LM358DR\nU2,1,"""7630049200173"""\nU3,1,“TLV70033DDCR”\nS1,1,"19"" rack"',
      lines: ['U1 | 1 | LM358DR', 'U2 | 1 | 7630049200173', 'U3 | 1 | TLV70033DDCR', 'S1 | 1 | 19" rack'],
    },
    {
      name: 'with a decimal comma in front of a further measure are one',
      text: 'Qty,Class,Part number\n1,guidage,"courroie_T2,5_L3335mm"\n2,fixation,LC_01x2\n1,moteur,17HS4401',
      lines: ['| 1 | courroie_T2,5_L3335mm', '| 2 | LC_01x2', '| 1 | 17HS4401'],
      saysNot: ['several_parts_in_cell'],
    },
  ],
};
