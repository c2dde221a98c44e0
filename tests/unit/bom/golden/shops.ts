/** Numbers of shops and of manufacturers that stand where the others should, and parts that are named twice. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'LM358DR';

export const SHOPS: Readonly<Record<string, readonly Golden[]>> = {
  "a shop's number in the place of the part's": [
    {
      name: 'both have changed places in some rows',
      text:
        `Qty,MPN,Digikey,Ref\n1,${R},311-10.0KHRCT-ND,R1\n1,490-1532-1-ND,${C},C1\n1,${U},296-1395-1-ND,U1\n1,497-1234-5-ND,,U2\n1,,568-1234-1-ND,D1`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`, 'U2 | 1', 'D1 | 1'],
      says: ['number_of_a_distributor'],
    },
    {
      name: "of Mouser's number, which stands in its own column as well",
      text:
        `Ref,Qty,Mfr. #,Manufacturer,Mouser #\nR1,1,${R},Yageo,603-${R}\nJ1,1,798-ZX62-AB-5PA11,Hirose,798-ZX62AB5PA11\nJ2,1,22-05-3021,Molex,22-05-3021`,
      lines: [`R1 | 1 | ${R} | Yageo`, 'J1 | 1 | | Hirose', 'J2 | 1 | 22-05-3021 | Molex'],
      says: ['number_of_a_distributor'],
    },
    {
      name: "with the shop's name in front of it",
      text: `Part,MPN,Qty\nRed button,Mouser 612-1R-RD,2\nCapacitor,${C},4\nOp amp,Digikey 296-1395-1-ND,1`,
      lines: [' | 2', `| 4 | ${C}`, ' | 1'],
      says: ['number_of_a_distributor'],
    },
  ],
  'a part that is named twice': [
    {
      name: 'first without its manufacturer, then with it',
      text:
        `References,Qty,Manufacturer,MPN,Manufacturer,MPN,Manufacturer,MPN\n"R1, R2",2,,${R},Yageo,${R},Vishay,CRCW060310K0FKEA\nC1,1,,${C},Murata,${C},,\nU1,1,,${U},TI,${U},ST,${U}`,
      lines: [
        `R1,R2 | 2 | ${R} | Yageo | | CRCW060310K0FKEA@Vishay`,
        `C1 | 1 | ${C} | Murata`,
        `U1 | 1 | ${U} | | | ${U}@TI; ${U}@ST`,
      ],
    },
  ],
  'an alternate in a remark': [
    {
      name: 'short, of a name that nobody knows before a known number, of digits, and with words in brackets',
      text:
        `Ref,Qty,Manufacturer,MPN,Remarks\nU1,1,Diodes,AP2210K-3.3TRG1,Alternative: MIC5225\nJ1,1,CUI,UJ2-ADH-1-TH,Alternative: Wuerth 61400826021\nJ2,1,CUI,615006138421,Alternative: Zettlerix GRM188R71H103KA01D\nD1,1,Lite-On,LTST-C190KGKT,Alternative: LTL-4231 (3mm THT)`,
      lines: [
        'U1 | 1 | AP2210K-3.3TRG1 | Diodes | | MIC5225',
        'J1 | 1 | UJ2-ADH-1-TH | CUI | | 61400826021@Wuerth',
        'J2 | 1 | 615006138421 | CUI | | GRM188R71H103KA01D@Zettlerix',
        'D1 | 1 | LTST-C190KGKT | Lite-On | | LTL-4231',
      ],
      says: ['alternate_in_note'],
    },
    {
      name: 'is none: words, a package, a value or a place behind the colon',
      text:
        `Ref,Qty,Manufacturer,MPN,Remarks\nU1,1,TI,${U},Alternative: standard 2.54 mm header\nR1,1,Yageo,${R},Alternative: SOT23-5\nC1,1,Murata,${C},Alternative: 100nF\nC2,1,Murata,GRM188R61E225KA12D,Alternative: see C104`,
      lines: [
        `U1 | 1 | ${U} | TI`,
        `R1 | 1 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        'C2 | 1 | GRM188R61E225KA12D | Murata',
      ],
      saysNot: ['alternate_in_note'],
    },
  ],
  'models for numbers': [
    {
      name: 'beside brands',
      text:
        'brand,model name,title,quantity\nHitec,HS-625MG,servomotor,1\nRfduino,RFD22102,radio board,1\n,,screws,6\nST,LD1117V33,regulator,1\nRfduino,RFD22121,USB shield,1',
      lines: [
        '| 1 | HS-625MG | Hitec',
        '| 1 | RFD22102 | Rfduino',
        '| 6',
        '| 1 | LD1117V33 | ST',
        '| 1 | RFD22121 | Rfduino',
      ],
    },
    {
      name: 'among words',
      text:
        'Component,Model,Qty\nEnclosure,Hammond 1599EBKBAT,1\nLED,3mm,2\nSensor,DS18B20,2\nTube,Stainless tube,2\nMicrocontroller,ATMEGA88A-PU,1\nRegulator,LM7805CT,1\nClock,DS3232SN,1\nWire,"red, 2 m",1',
      lines: [
        '| 1 | 1599EBKBAT | Hammond',
        '| 2',
        '| 2 | DS18B20',
        '| 2',
        '| 1 | ATMEGA88A-PU',
        '| 1 | LM7805CT',
        '| 1 | DS3232SN',
        '| 1',
      ],
      says: ['no_number_in_word'],
    },
    {
      name: 'are none: files of shapes, and models of cars',
      text:
        'Ref,Value,Qty,3D model,Model\nR1,10k,1,R_0603.step,Golf\nC1,100nF,1,C_0603.step,Polo\nC2,100nF,1,C_0603.step,Up',
      lines: ['R1 | 1', 'C1 | 1', 'C2 | 1'],
    },
  ],
  'NU': [
    {
      name: 'says in a column of its own that a part is not used',
      text: 'Ref,Value,Package,\nR1,10k,0603,\n"R2,R3",330,0603,NU\nR4,1k,0603,\nQ1,BSS84,SOT23,NU',
      lines: ['R1 | 1', 'R2,R3 | 2 | | | DNP', 'R4 | 1', 'Q1 | 1 | | | DNP'],
      says: ['not_placed_by_word'],
    },
  ],
};
