/** What programs write, as they write it: files made for these tests in the layout of each. */
import type { Golden } from './golden.ts';

export const PROGRAMS: Readonly<Record<string, readonly Golden[]>> = {
  KiCad: [
    {
      name: 'grouped by value',
      text:
        '"Source:","/home/u/board.sch"\n"Date:","Fri 01 May 2020"\n"Tool:","Eeschema 5.1.6"\n"Generator:","bom_csv_grouped_by_value.py"\n"Component Count:","5"\n"Ref","Qnty","Value","Cmp name","Footprint","Description","Vendor","MPN"\n"C1, C2, ","2","100n","C","Capacitor_SMD:C_0603_1608Metric","Unpolarized capacitor","","GRM188R71H104KA93D"\n"R1, R2, ","2","10k","R","Resistor_SMD:R_0603_1608Metric","Resistor","","RC0603FR-0710KL"\n"U1, ","1","LM358","LM358","Package_SO:SOIC-8","Dual amplifier","",""\n',
      lines: ['C1,C2 | 2 | GRM188R71H104KA93D', 'R1,R2 | 2 | RC0603FR-0710KL', 'U1 | 1'],
    },
    {
      name: 'the symbol fields table',
      text:
        '"Reference","Value","Datasheet","Footprint","Qty","DNP","Exclude from BOM","Manufacturer","MPN"\n"C1-C3,C7","100n","~","Capacitor_SMD:C_0402_1005Metric","4","","","Murata","GRM155R71C104KA88D"\n"R1,R2","10k","~","Resistor_SMD:R_0402_1005Metric","2","DNP","","Yageo","RC0402FR-0710KL"\n"TP1","TestPoint","~","TestPoint:TestPoint_Pad_D1.0mm","1","","Excluded from BOM","",""\n',
      lines: [
        'C1,C2,C3,C7 | 4 | GRM155R71C104KA88D | Murata',
        'R1,R2 | 2 | RC0402FR-0710KL | Yageo | DNP',
        'TP1 | 1 | | | DNP',
      ],
    },
    {
      name: 'the layout’s list',
      text:
        '"Id";"Designator";"Footprint";"Quantity";"Designation";"Supplier and ref";\n1;"R1,R2";"R_0603_1608Metric";2;"10k";;;\n2;"C1";"C_0603_1608Metric";1;"100n";;;\n3;"U1";"SOIC-8_3.9x4.9mm_P1.27mm";1;"LM358";;;\n',
      lines: ['R1,R2 | 2', 'C1 | 1', 'U1 | 1'],
    },
    {
      name: 'a script of old',
      text:
        'Reference, Quantity, Value, Footprint, Datasheet, MFR, MPN, DNP\nC1 C2 ,2,"100n","Capacitor_SMD:C_0402","","Murata","GRM155R71C104KA88D",""\nR1 ,1,"10k","Resistor_SMD:R_0402","","Yageo","RC0402FR-0710KL","DNP"\n',
      lines: ['C1,C2 | 2 | GRM155R71C104KA88D | Murata', 'R1 | 1 | RC0402FR-0710KL | Yageo | DNP'],
    },
    {
      name: 'a list of fields with distributors',
      text:
        'Item,Qty,Reference(s),Value,LibPart,Footprint,Datasheet,Digi-Key_PN,Farnell,Manufacturer,Part No.,Type\n1,2,"C1, C2",100n,Device:C,Capacitor_SMD:C_0402,~,490-3261-1-ND,8819688,Murata,GRM155R71C104KA88D,SMD\n2,1,J1,Conn_01x04,Connector:Conn_01x04_Male,Connector_PinHeader_2.54mm:PinHeader_1x04,~,,,,,THT\n',
      lines: ['C1,C2 | 2 | GRM155R71C104KA88D | Murata', 'J1 | 1'],
    },
  ],
  Altium: [
    {
      name: 'as it comes',
      text:
        '"Comment","Description","Designator","Footprint","LibRef","Quantity"\n"100nF","Capacitor 100nF 16V","C1, C2, C3","CAPC1005X55N","CMP-001-00123-1","3"\n"","Header, 5-Pin","P1","HDR1X5","Header 5","1"\n"10k","Resistor 10k","R1, R2","RESC1005X40N","CMP-002-00456-2","2"\n',
      lines: ['C1,C2,C3 | 3', 'P1 | 1', 'R1,R2 | 2'],
    },
    {
      name: 'codes of a library and of a database',
      text:
        'Designator,Quantity,Comment,Footprint,LibRef,Unique Id\n"C1,C2",2,100n,C0402,CAP_0402_100N_16V,AXKQWJ12\nR1,1,10k,R0402,RES_0402_10K,BBPQRS34\nU1,1,MCU,LQFP48,MCU_STM32_48PIN,CCVVWW56\n',
      lines: ['C1,C2 | 2', 'R1 | 1', 'U1 | 1'],
    },
    {
      name: 'with what a supplier link adds',
      text:
        'Line #,Name,Description,Designator,Quantity,Manufacturer 1,Manufacturer Part Number 1,Manufacturer Lifecycle 1,Supplier 1,Supplier Part Number 1,Supplier Unit Price 1,Supplier Subtotal 1\n1,100nF,CAP CER 0.1UF 16V X7R 0402,"C1, C2",2,Murata,GRM155R71C104KA88D,Volume Production,Digi-Key,490-3261-1-ND,0.1,0.2\n2,,"CONN HEADER 4POS",J1,1,,,,,,,\n3,10k,RES SMD 10K,"R1, R2, R3",3,Yageo,RC0402FR-0710KL,,Mouser,603-RC0402FR-0710KL,0.01,0.03\n',
      lines: ['C1,C2 | 2 | GRM155R71C104KA88D | Murata', 'J1 | 1', 'R1,R2,R3 | 3 | RC0402FR-0710KL | Yageo'],
    },
    {
      name: 'a template’s head',
      text:
        'Bill of Materials,,,,,\nProject:,Board.PrjPcb,,,,\nRevision:,<Parameter Revision not found>,,,,\nReport Date:,5/1/2020,12:00 PM,,,\n,,,,,\n#,Designator,Comment,Manufacturer,Manufacturer Part Number,Quantity\n1,"C1, C2",100nF,Murata,GRM155R71C104KA88D,2\n2,R1,10k,Yageo,RC0402FR-0710KL,1\n,,,,,\nApproved,,Notes,,,3\n',
      lines: ['C1,C2 | 2 | GRM155R71C104KA88D | Murata', 'R1 | 1 | RC0402FR-0710KL | Yageo'],
    },
    {
      name: 'the number in the library',
      text:
        'Designator,Quantity,Description,Comment,LibRef,Footprint\n"C1,C2",2,Ceramic capacitor,100nF,GRM155R71C104KA88D,0402\nR1,1,Resistor,10k,RC0402FR-0710KL,0402\nU1,1,Microcontroller,STM32F103C8T6,STM32F103C8T6,LQFP48\nFID1,1,Fiducial,FIDUCIAL,FIDUCIAL,FID',
      lines: [
        'C1,C2 | 2 | GRM155R71C104KA88D',
        'R1 | 1 | RC0402FR-0710KL',
        'U1 | 1 | STM32F103C8T6',
        'FID1 | 1',
      ],
    },
  ],
  Eagle: [
    {
      name: 'parts without numbers',
      text:
        'Qty;Value;Device;Package;Parts;Description\n2;10k;R-EU_R0603;R0603;R1, R2;RESISTOR\n1;;PINHD-1X4;1X04;JP1;PIN HEADER\n1;LM358D;LM358D;SO08;IC1;OP AMP\n',
      lines: ['R1,R2 | 2', 'JP1 | 1', 'IC1 | 1'],
    },
    {
      name: 'parts',
      text:
        'Partlist exported from board.sch at 01.05.20 12:00\n\nQty;Value;Device;Package;Parts;Description;MF;MPN\n2;10k;R-US_R0603;R0603;R1, R2;RESISTOR;Yageo;RC0603FR-0710KL\n1;100n;C-EUC0603;C0603;C1;CAPACITOR;;\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1'],
    },
    {
      name: 'quoted, with what users add',
      text:
        '"Qty";"Value";"Device";"Package";"Parts";"Description";"DIGIKEY";"MF";"MPN";"OC_FARNELL";"OC_NEWARK";"POPULARITY";\n"1";"";"PINHD-1X4";"1X04";"JP1";"PIN HEADER";"";"";"";"unknown";"unknown";"";\n"2";"10k";"R-EU_R0402";"R0402";"R1, R2";"RESISTOR";"311-10.0KLRCT-ND";"YAGEO";"RC0402FR-0710KL";"unknown";"unknown";"";\n',
      lines: ['JP1 | 1', 'R1,R2 | 2 | RC0402FR-0710KL | YAGEO'],
    },
    {
      name: 'fields that libraries name in two ways',
      text:
        'Qty;Value;Device;Package;Parts;MANUFACTURER_NAME;MANUFACTURER_PART_NUMBER;MF;MP;PROD_ID\n2;10k;RESISTOR0603;0603;R1, R2;Yageo;RC0603FR-0710KL;;;RES-00824\n1;0.1uF;CAP0603;0603;C1;;;Murata;GRM188R71H104KA93D;CAP-00810\n1;;JUMPER-SMT_2_NO;SMT-JUMPER_2_NO;JP1;;;;;\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1 | GRM188R71H104KA93D | Murata', 'JP1 | 1'],
    },
    {
      name: 'a row for each part',
      text:
        'Partlist\n\nExported from board.sch at 5/1/2020 12:00 PM\n\nEAGLE Version 9.6.2\n\nAssembly variant: \n\nPart     Value          Device            Package      Library  Sheet\n\nC1       100n           C-EUC0603         C0603        rcl      1\nC2       100n           C-EUC0603         C0603        rcl      1\nIC1      LM358D         LM358D            SO08         linear   1\nR1       10k            R-EU_R0603        R0603        rcl      1\n',
      lines: ['C1,C2 | 2', 'IC1 | 1', 'R1 | 1'],
    },
  ],
  Proteus: [
    {
      name: 'a section for each kind of part, with the header again',
      text:
        'Bill Of Materials for Board\n\nDesign Title,Board\nTotal Parts In Design,7\n\n3 Resistors\nQuantity,References,Value,Stock Code,Unit Cost\n2,"R1,R2",10k,M10K,$0.10\n1,R3,1k,M1K,$0.10\nSub-totals:,,,,$0.30\n\n3 Capacitors\nQuantity,References,Value,Stock Code,Unit Cost\n2,C1-C2,100nF,,$0.02\n1,C3,10uF,,$0.02\nSub-totals:,,,,$0.06\n\n1 Integrated Circuits\nQuantity,References,Value,Stock Code,Unit Cost\n1,U1,LM358,LM358DR,$0.50\nSub-totals:,,,,$0.50\n\nTotals:,,,,$0.86\n',
      lines: ['R1,R2 | 2', 'R3 | 1', 'C1,C2 | 2', 'C3 | 1', 'U1 | 1'],
    },
  ],
  'Eagle with the library of SparkFun': [
    {
      name: 'its own catalogue numbers are of no manufacturer',
      text:
        'Qty;Value;Device;Package;Parts;Description;MF;PROD_ID\n2;0.1uF;CAP0603-CAP;0603-CAP;C7, C8;Capacitor;;CAP-00810\n1;;SWITCH-MOMENTARY-2SMD;TACTILE-SWITCH-SMD;S1;Button;;SWCH-08247\n1;LM3671;LM36713.3V;SOT23-5;U2;Regulator;Texas Instruments;VREG-00822\n1;10k;RESISTOR0603-RES;0603-RES;R3;Resistor;;',
      lines: ['C7,C8 | 2', 'S1 | 1', 'U2 | 1 | | Texas Instruments', 'R3 | 1'],
    },
    {
      name: 'numbers of manufacturers that somebody wrote there are theirs',
      text:
        'Qty;Value;Package;Parts;PROD_ID\n1;10k;0603;R1;RC0603FR-0710KL\n1;100n;0603;C1;GRM188R71H104KA93D\n1;STM32;LQFP48;U1;STM32F103C8T6',
      lines: ['R1 | 1 | RC0603FR-0710KL', 'C1 | 1 | GRM188R71H104KA93D', 'U1 | 1 | STM32F103C8T6'],
    },
  ],
  'a product database': [
    {
      name: 'approved manufacturers beside numbers of the house',
      text:
        'Find #,Part Number,Rev,Description,QTY,UOM,Reference Designators,AML Manufacturer,AML Part Number,BOM Notes\n1,101-00001-00,A,RES 10K 1% 0603,2,EA,"R1, R2",Yageo,RC0603FR-0710KL,\n,,,,,,,Panasonic,ERJ-3EKF1002V,\n2,102-00002-00,A,CAP 0.1UF 50V 0603,1,EA,C1,Murata,GRM188R71H104KA93D,\n3,103-00001-00,B,OPAMP,1,EA,U1,TI,LM358DR,\n',
      lines: [
        'R1,R2 | 2 | RC0603FR-0710KL | Yageo | | ERJ-3EKF1002V@Panasonic',
        'C1 | 1 | GRM188R71H104KA93D | Murata',
        'U1 | 1 | LM358DR | TI',
      ],
    },
    {
      name: 'items of the manufacturer',
      text:
        'Level,Item Number,Item Name,Quantity,Ref Des,Mfr Name,Mfr Item Number,Procurement Type\n1,101-00001,RES 10K,2,"R1,R2",Yageo,RC0603FR-0710KL,Purchase\n1,102-00002,CAP 0.1UF,1,C1,Murata,GRM188R71H104KA93D,Purchase\n1,103-00001,OPAMP,1,U1,TI,LM358DR,Purchase\n',
      lines: [
        'R1,R2 | 2 | RC0603FR-0710KL | Yageo',
        'C1 | 1 | GRM188R71H104KA93D | Murata',
        'U1 | 1 | LM358DR | TI',
      ],
    },
    {
      name: 'two columns of numbers, of which schemes know one',
      text:
        'Part No,Component Part Number,Qty,Ref\n900-10-001,RC0603FR-0710KL,1,R1\n900-10-002,GRM188R71H104KA93D,1,C1\n900-10-003,STM32F103C8T6,1,U1\n',
      lines: ['R1 | 1 | RC0603FR-0710KL', 'C1 | 1 | GRM188R71H104KA93D', 'U1 | 1 | STM32F103C8T6'],
    },
  ],
  OrCAD: [
    {
      name: 'wrapped references',
      text:
        'Board  Revised: Friday, May 01, 2020\n          Revision: A\n\n\n\n\nBill Of Materials          May 1,2020      12:00:00\tPage1\n\nItem\tQuantity\tReference\tPart\tPCB Footprint\n______________________________________________\n\n1\t7\tC1,C2,C3,C4,C5,C6,\t0.1uF\t0402\n\t\tC7\n2\t2\tR1,R2\t10K\t0402\n3\t1\tU1\tLM358\tSOIC8\n',
      lines: ['C1,C2,C3,C4,C5,C6,C7 | 7', 'R1,R2 | 2', 'U1 | 1'],
    },
    {
      name: 'with manufacturers',
      text:
        'Item,Quantity,Reference,Value,Mfr,Mfr P/N,Do Not Stuff\n1,2,"C1,C2",0.1uF,Murata,GRM155R71C104KA88D,\n2,1,R1,DNS,,,DNS\n3,1,R2,10K,Yageo,RC0402FR-0710KL,\n',
      lines: [
        'C1,C2 | 2 | GRM155R71C104KA88D | Murata',
        'R1 | 1 | | | DNP',
        'R2 | 1 | RC0402FR-0710KL | Yageo',
      ],
    },
  ],
  'a printed list': [
    {
      name: 'places that fill their column, and cells behind the last that has a name',
      text: [
        'Ref     Part                                            Distributor SKU',
        '----------------------------------------------------------------------------------------------------------',
        'C1-C10  0.1uF ceramic capacitor',
        'C11,C12 10uF electrolytic capacitor, 16V+',
        'J1      USB-B right-angle connector                     Jameco 2096245',
        'SW1,SW2 6mm tactile switch',
        'U1      74HC14 hex inverting Schmitt trigger (DIP-14)',
        'U4,U6   AS6C4008-55PCN 512Kx8 static RAM (DIP-32)       Jameco 242448           Mouser 913-AS6C4008-55PCN',
        'X1      5V oscillator (DIP-8 or DIP-14)',
        '',
        'Optional peripherals',
      ].join('\n'),
      lines: [
        'C1,C2,C3,C4,C5,C6,C7,C8,C9,C10 | 10',
        'C11,C12 | 2',
        'J1 | 1',
        'SW1,SW2 | 2',
        'U1 | 1',
        'U4,U6 | 2',
        'X1 | 1',
      ],
      says: ['row_too_long', 'row_is_no_line'],
      saysNot: ['row_mended'],
    },
    {
      name: 'a title with as many gaps as the list has columns',
      text: [
        'Bill Of Materials          November 14, 2026      10:15:02   Page1',
        '',
        'Item  Quantity  Reference        Part',
        '_'.repeat(46),
        '',
        '1     2         C1,C2            1u/25V',
        '2     1         C3               470p',
        '3     3         R1,R2,R3         47k',
        '4     1         U1               TL072CDR',
      ].join('\n'),
      lines: ['C1,C2 | 2', 'C3 | 1', 'R1,R2,R3 | 3', 'U1 | 1'],
    },
    {
      name: 'a title, a file and a page above the header, with gaps that are none of its columns',
      text: [
        'BILL OF MATERIALS   amp_v1.sch      Page 1',
        '-'.repeat(67),
        'Item  Qty  Reference          Part                 Part number',
        '-'.repeat(67),
        '1     2    C1, C2             1u/25V               CL10A105KA8NNNC',
        '2     1    C3                 470p                 ',
        '3     3    R1, R2, R3         47k                  RC0603FR-0747KL',
        '4     1    U1                 TL072                TL072CDR',
        '5     1    R4                 220R 0603            ',
        '-'.repeat(67),
      ].join('\n'),
      lines: [
        'C1,C2 | 2 | CL10A105KA8NNNC',
        'C3 | 1',
        'R1,R2,R3 | 3 | RC0603FR-0747KL',
        'U1 | 1 | TL072CDR',
        'R4 | 1',
      ],
    },
  ],
  Protel: [
    {
      name: 'patterns that are longer than their column, and places in several rows',
      text: [
        'Bill of Material for ',
        'On 11/07/2019 at 10:44:14 AM',
        '',
        ' Comment             Pattern     Quantity  Components',
        '-'.repeat(78),
        '                     AXIAL-0.3        3    R14, R21, R54                Resistor             ',
        ' Cap Film 5          Cap Film 5       7    C3, C16, C17, C19, C20, C21                       ',
        '                                           C24',
        ' LM324J              J14A             2    U1, U2                       Low Power Quad Amplifier ',
        ' MMBF4391LT1         ONSC-SOT-23-3-318-08_V    4    Q1, Q7, Q8, Q9               Transistor ',
        ' MMBT3906TT1G        ONSC-SC-75-3-463-01_V    1    Q10                          Transistor ',
        ' Pad                 Pad             12    X1, X2, X3, X4, X5, X6, X7                        ',
        '                                           X8, X9, X10, X11, X12',
        ' R52                 AXIAL-0.3        1    R52                          Resistor             ',
      ].join('\n'),
      lines: [
        'R14,R21,R54 | 3',
        'C3,C16,C17,C19,C20,C21,C24 | 7',
        'U1,U2 | 2',
        'Q1,Q7,Q8,Q9 | 4',
        'Q10 | 1',
        'X1,X2,X3,X4,X5,X6,X7,X8,X9,X10,X11,X12 | 12',
        'R52 | 1',
      ],
    },
  ],
  EasyEDA: [
    {
      name: 'as it comes',
      text:
        'ID\tName\tDesignator\tFootprint\tQuantity\tManufacturer Part\tManufacturer\tSupplier\tSupplier Part\tPrice\n1\t100nF\tC1,C2\tC0402\t2\tCL05B104KO5NNNC\tSAMSUNG\tLCSC\tC1525\t0.001\n2\tHDR-M_2.54_1x4P\tH1\tHDR-M\t1\t\t\tLCSC\t\t\n3\t10k\tR1,R2\tR0402\t2\t0402WGF1002TCE\tUNI-ROYAL\tLCSC\tC25744\t0.0005\n',
      lines: ['C1,C2 | 2 | CL05B104KO5NNNC | SAMSUNG', 'H1 | 1', 'R1,R2 | 2 | 0402WGF1002TCE | UNI-ROYAL'],
    },
    {
      name: 'of the professional edition',
      text:
        'No.\tQuantity\tComment\tDesignator\tFootprint\tValue\tManufacturer Part\tManufacturer\tSupplier Part\tSupplier\n1\t2\tCL05B104KO5NNNC\tC1,C2\tC0402\t100nF\tCL05B104KO5NNNC\tSAMSUNG(三星)\tC1525\tLCSC\n2\t1\tESP32-WROOM-32E\tU1\tWIFIM\t\tESP32-WROOM-32E-N4\tESPRESSIF(乐鑫)\tC701341\tLCSC\n',
      lines: ['C1,C2 | 2 | CL05B104KO5NNNC | SAMSUNG(三星)', 'U1 | 1 | ESP32-WROOM-32E-N4 | ESPRESSIF(乐鑫)'],
    },
  ],
  assemblers: [
    {
      name: 'comment, designator, footprint',
      text:
        'Comment,Designator,Footprint,JLCPCB Part #\n100nF,"C1,C2",0402,C1525\nSTM32F103C8T6,U1,LQFP-48,C8734\n',
      lines: ['C1,C2 | 2', 'U1 | 1'],
    },
    {
      name: 'of another',
      text:
        'Item #,*Designator,*Qty,Manufacturer,*Mfg Part #,Description / Value,*Package/Footprint,Type,Your Instructions / Notes\n1,"R1,R2",2,Yageo,RC0603FR-0710KL,10k 1%,0603,smd,\n2,C1,1,Murata,GRM188R71H104KA93D,100n,0603,smd,\n3,J1,1,,,Pin header,,thru-hole,DNP\n',
      lines: [
        'R1,R2 | 2 | RC0603FR-0710KL | Yageo',
        'C1 | 1 | GRM188R71H104KA93D | Murata',
        'J1 | 1 | | | DNP',
      ],
    },
    {
      name: 'an open parts library',
      text:
        'Part/Designator,Manufacturer Part Number/Seeed SKU,Quantity\n"C1,C2",CC0402KRX7R7BB104,2\nU1,STM32F103C8T6,1\n',
      lines: ['C1,C2 | 2 | CC0402KRX7R7BB104', 'U1 | 1 | STM32F103C8T6'],
    },
    {
      name: 'a distributor’s cart',
      text:
        'Index,Quantity,Part Number,Manufacturer Part Number,Description,Customer Reference,Available,Backorder,Unit Price USD,Extended Price USD\n1,2,311-10.0KHRCT-ND,RC0603FR-0710KL,RES 10K OHM 1% 1/10W 0603,"R1,R2",2,0,0.10000,$0.20\n2,1,490-1532-1-ND,GRM188R71H104KA93D,CAP CER 0.1UF 50V X7R 0603,C1,1,0,0.10000,$0.10\n,,,,,,,,Subtotal,$0.30\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL', 'C1 | 1 | GRM188R71H104KA93D'],
    },
    {
      name: 'another cart',
      text:
        'Mouser #:,Mfr. #:,Manufacturer:,Customer #:,Description:,RoHS:,Lifecycle:,Order Qty.,Price (USD),Ext. (USD)\n603-RC0603FR-0710KL,RC0603FR-0710KL,YAGEO,,Thick Film Resistors 10K OHM 1%,RoHS Compliant,,10,$0.01,$0.10\n81-GRM188R71H104KA93D,GRM188R71H104KA93D,Murata,,MLCC 0.1uF,RoHS Compliant,,5,$0.10,$0.50\n',
      lines: [' | 10 | RC0603FR-0710KL | YAGEO', ' | 5 | GRM188R71H104KA93D | Murata'],
    },
    {
      name: 'one-click',
      text:
        'References\tQty\tManufacturer\tMPN\tDigikey\tMouser\tRS\tNewark\tFarnell\nR1, R2\t2\tYageo\tRC0603FR-0710KL\t311-10.0KHRCT-ND\t\t\t\t\nC1\t1\tMurata\tGRM188R71H104KA93D\t\t81-GRM188R71H104KA93D\t\t\t\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1 | GRM188R71H104KA93D | Murata'],
    },
  ],
  "an assembler's list with numbers for comments": [
    {
      name: 'those of resistors and capacitors are read by schemes, and no comment is a value',
      text:
        'Comment,Designator,Footprint,JLCPCB Part #,Description\nCL05B104KO5NNNC,"C1, C3",0402,C1525,16V 100nF X7R\nCL05A106MQ5NUNC,C10,0402,C15525,6.3V 10uF X5R\nKT-0603W,"D1, D2",LED_0603,C2290,White LED\nDRV8871DDAR,U1,SOIC-8,C75864,Motor driver\nRC0402FR-0710KL,R1,0402,C60490,10k 1%',
      lines: [
        'C1,C3 | 2 | CL05B104KO5NNNC',
        'C10 | 1 | CL05A106MQ5NUNC',
        'D1,D2 | 2 | KT-0603W',
        'U1 | 1 | DRV8871DDAR',
        'R1 | 1 | RC0402FR-0710KL',
      ],
    },
    {
      name: 'of chips alone they could be what the circuit calls them',
      text:
        'Comment,Designator,Footprint,JLCPCB Part #\nLM358,U1,SOIC-8,C7950\nATMEGA328P,U2,TQFP-32,C14877\nAMS1117-3.3,U3,SOT-223,C6186\n1N4148,D1,SOD-123,C81598',
      lines: ['U1 | 1', 'U2 | 1', 'U3 | 1', 'D1 | 1'],
    },
  ],
  "numbers in words of a shop's catalogue": [
    {
      name: 'beside a manufacturer and the number that the shop has for it',
      text:
        'ID\tName\tDesignator\tQuantity\tManufacturer Part\tManufacturer\tSupplier\tSupplier Part\n1\t1k\tR1,R2\t2\t\t\t\t\n2\tPROG\tU7\t1\t220S-2*5P H=8.5MM Ytype Gold-plated\tCkmtw\tLCSC\tC124423\n3\tHDR\tJ1\t1\tFemale header for a board\tBOOMELE\tLCSC\tC27438\n4\tATMEGA\tU1\t1\tATMEGA2560-16AU\tMICROCHIP\tLCSC\tC22460\n5\tL1\tL1\t1\tTBD 10 uH shielded\tSunlord\tLCSC\tC408446',
      lines: [
        'R1,R2 | 2',
        'U7 | 1 | 220S-2*5P H=8.5MM Ytype Gold-plated | Ckmtw',
        'J1 | 1 | | BOOMELE',
        'U1 | 1 | ATMEGA2560-16AU | MICROCHIP',
        'L1 | 1 | | Sunlord',
      ],
      says: ['number_with_words', 'no_number_in_word'],
    },
  ],
  'by hand': [
    {
      name: 'a manufacturer’s list',
      text:
        'Part,Qty,Value,Package,Link,Price\nC1 C2 C3,3,100nF,0603,https://example.com/a,$0.10\nU1,1,ATmega328P-AU,TQFP-32,https://example.com/b,$2.10\nEnclosure,1,,,https://example.com/c,$5.00\n',
      lines: ['C1,C2,C3 | 3', 'U1 | 1', 'Enclosure | 1'],
    },
    {
      name: 'what to buy',
      text:
        'Item,Quantity,Vendor,Part #,Unit Cost,Total\nM3x8 screw,4,McMaster,91292A112,$0.10,$0.40\nArduino Nano,1,Amazon,,$5.00,$5.00\nTotal,,,,,$5.40\n',
      lines: [' | 4', ' | 1'],
    },
    {
      name: 'build quantities beside those of a board',
      text:
        'Designator,Qty per board,Qty for 50,MPN,Manufacturer\n"R1,R2",2,100,RC0603FR-0710KL,Yageo\nC1,1,50,GRM188R71H104KA93D,Murata\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1 | GRM188R71H104KA93D | Murata'],
    },
    {
      name: 'internal numbers first',
      text:
        'Internal PN,Description,Manufacturer,Manufacturer PN,Qty,Ref Des,Approved\nRES-0001,10k 1% 0603,Yageo,RC0603FR-0710KL,2,"R1,R2",yes\nCAP-0002,100n 50V 0603,Murata,GRM188R71H104KA93D,1,C1,yes\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1 | GRM188R71H104KA93D | Murata'],
    },
    {
      name: 'part numbers of the house and of the manufacturer',
      text:
        'Item,Part Number,Description,Qty,Ref Des,Mfr,Mfr Part Number\n1,100-00012,RES 10K,2,"R1,R2",Yageo,RC0603FR-0710KL\n2,200-00034,CAP 100N,1,C1,Murata,GRM188R71H104KA93D\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1 | GRM188R71H104KA93D | Murata'],
    },
    {
      name: 'no quantities, designators alone',
      text:
        'RefDes,Manufacturer Part Number,Manufacturer\nR1,RC0603FR-0710KL,Yageo\nR2,RC0603FR-0710KL,Yageo\nC1,GRM188R71H104KA93D,Murata\n',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL | Yageo', 'C1 | 1 | GRM188R71H104KA93D | Murata'],
    },
  ],
};
