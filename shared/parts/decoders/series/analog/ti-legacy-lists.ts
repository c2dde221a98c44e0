/**
 * What Texas Instruments sells under package codes of manufacturers that it took over; for how to read it see
 * `orderable.ts`. National Semiconductor's have the voltage behind the package.
 */
import type { Listing } from './orderable.ts';

export const NATIONAL: Listing = {
  amplifier: `
Dual operational amplifier | M8 N8 () | LM358 LM358A LM258 LM2904 LM833 LMC6482 LMC662C LMC6482I LMC6482AI LM4562 LMC6062I LMC6082I LMC662AI LMC6042I LM6132 LF353 LF412C LM1458 LM6172I LM7372I
Dual operational amplifier | MM8 () | LM833 LMC6482I LMC6492 LMV358 LMV932 LM6142A LM6142B LMV772 LMH6643 LMH6646 LMH6612 LMH6619 LMP2232A LMP7702 LMV793
Quad operational amplifier | M14 N14! () | LM324 LM324A LM224 LM2902 LM3900 LM348 LF347 LF347B
Quad operational amplifier | M14 N14 () | LMC6484I LMC6484AI LMC660C LMC660AI LMC6044I LMC6064I LMC6084I LM837 LM6134 LM6144
Quad operational amplifier | MA14 () | LMP7704 LMV844 LMP2234A
Quad operational amplifier | MT14 () | LM324 LM2902 LMV324 LMV774 LMP7704 LMV844 LMV654
Operational amplifier, 3 A | T5 () | LM675
Operational amplifier | M8 N8 () | LM741C LM318 LM308A LF356 LF355 LF357 LF411C LM6171A LM6171B LM7171A LM7171B LM6181I LM6365 LMC7101 LMC6081I LMC6041I LMC6061I LMC6001A LM301A LM307 LF442C LF444C LM10C LM4250C LMP7721 LMP7701
Operational amplifier | M5:5 (,I,AI,BI,A,B) | LMC7101 LMV321 LM7301 LMV931 LMV711 LMV771 LMV551 LMV7101 LMC7111 LMV821 LM8261 LM8272 LMC8101
Operational amplifier | M7:5 () | LMV321 LMV931 LMV821 LMV771 LMV611
Operational amplifier | MF5 (,A,B) | LM321 LM7321 LM7341 LM8261 LMV611 LMV651 LMV831 LMV841 LMV861 LMP2231A LMP7701 LMP7707 LMP7715 LMP7711 LMP7717 LMP2021 LMP2015 LMH6642 LMH6609 LMH6645 LMH6611 LMH6618 LMH6601 LMH6702 LMH6703 LMH6714 LMH6720 LMH6723 LMH6626 LMH6624 LMH6629 LMH6551 LMH6714 LMH6559 LMP2011
Operational amplifier, high speed | M8 () | LMH6702 LMH6703 LMH6609 LMH6642 LMH6643 LMH6644 LMH6624 LMH6626 LMH6551 LMH6550 LMH6552 LMH6628 LMH6655 LMH6657 LMH6658 LMH6714 LMH6722 LMP2012 LMP2011 LMP2014 LMP7715 LMP7716 LMP7702 LMP2022
Variable gain amplifier | SQ16 () | LMH6518 LMH6517 LMH6522
Operational transconductance amplifier, dual | M16 N16 () | LM13700
Operational amplifier, audio | MA8 NA8 HA8 () | LME49710 LME49720 LME49860 LM4562 LME49990 LME49721 LME49723 LME49740
Video amplifier | MF5 () | LMH6703 LMH1251
Current-sense amplifier | MA8 MM8 () | LMP8601 LMP8602 LMP8603 LMP8640 LMP8645 LMP8278
Analog front end | SD14 () | LMP91000
`,
  comparator: `
Dual comparator | M8 N8 () | LM393 LM293 LM2903 LM393A LM2903A
Dual comparator | M14 N14 () | LM319 LM319A
Quad comparator | M14 N14! () | LM339 LM339A LM239 LM2901
Quad comparator | M14 N14 () | LM3302
Comparator | M8 N8 () | LM311 LM211 LM306 LM360 LM361
Comparator | M5:5 (,I,AI,BI) | LMV331 LMC7215 LMC7211 LMV7219 LMV7239 LMV7235 LMC7221 LMV7275
Comparator | M7:5 () | LMV331 LMV7219 LMV7239 LMV7271 LMV7275 LMV7235
Comparator | MF5 () | LM397 LMV7271 LMV7275 LMV761 LMP7300 LMH7220 LMV7231
Dual comparator | | LMV7272
Dual comparator | MM8 () | LMV393 LMV7291 LMV762 LMH7322
`,
  linear_regulator: `
Adjustable linear regulator, 1.5 A | T3 S3 EMP4 MP4 AEMP4 K2 H3 AH3 AT3 () | LM317
Adjustable linear regulator, 500 mA | DT3 T3 () | LM317M LM317AM
Adjustable linear regulator, 100 mA | M8 Z3 IZ3 () | LM317L
Adjustable negative linear regulator, 1.5 A | T3 IMP4 K2 H3 S3 () | LM337
Adjustable negative linear regulator, 100 mA | M8 Z3 () | LM337L
Adjustable high-voltage linear regulator | T3 H3 K2 () | LM317HV LM337HV
Adjustable linear regulator, 5 A | T3 K2 () | LM338
Adjustable linear regulator, 3 A | T3 K2 () | LM350 LM350A
Low-dropout regulator, 800 mA | MP4 DT3 S3 T3 LD8 IMP4 IDT3 IS3 IT3 () | LM1117[1.8,2.5,2.85,3.3,5.0,ADJ]
Low-dropout regulator, 1.5 A | CS3 CT3 IS3 IT3 CDT3 ISD8 () | LM1086[1.8,2.5,2.85,3.3,3.45,5.0,ADJ]
Low-dropout regulator, 3 A | CS3 CT3 IS3 IT3 () | LM1085[3.3,5.0,12,ADJ]
Low-dropout regulator, 5 A | CS3 CT3 IS3 IT3 () | LM1084[3.3,5.0,12,ADJ]
Low-dropout regulator, 500 mA | ES3 ET3 IMP4 () | LM2937[2.5,3.3,5.0,8.0,10,12,15]
Low-dropout regulator, 1 A | CS3 CT3 S3 T3 IMP4 LD8 () | LM2940[5.0,8.0,9.0,10,12,15]
Adjustable low-dropout regulator, 1 A | CS5 CT5 S5 T5 () | LM2941
Low-dropout regulator, 100 mA | AM8 M8 AZ3 Z3 AT3 T3 S3 AS3 () | LM2931[5.0]
Adjustable low-dropout regulator, 100 mA | CT5 CS5 CM8 () | LM2931
Low-dropout regulator, 50 mA | M8 MM8 MP4 DT3 Z3 BM8 BMM8 BMP4 HVMA8 HVBMA8 () | LM2936[3.0,3.3,5.0]
Negative low-dropout regulator, 1 A | S3 T3 () | LM2990[5.0=-5,5.2=-5.2,12=-12,15=-15]
Adjustable negative low-dropout regulator, 1 A | S5 T5 () | LM2991
Linear regulator, 100 mA | IM3:3 () | LM3480[3.3,5.0,12,15] LM3490[3.3,5.0]
Linear regulator, 1 A | T3 S3 AT3 K2 MP4 () | LM340[5.0,8.0,12,15]
Linear regulator, 500 mA | T3 () | LM341[5.0,12,15]
Linear regulator, 500 mA | CT3 CDT3 CH3 () | LM78M05 LM78M12 LM78M15
Linear regulator, 1 A | CT3 CK2 () | LM7805 LM7808 LM7812 LM7815
Negative linear regulator, 1 A | CT3 () | LM7905 LM7912 LM7915
Negative linear regulator, 500 mA | CT3 () | LM79M05 LM79M12 LM79M15
Linear regulator, 100 mA | ACM8 ACZ3 () | LM78L05 LM78L09 LM78L12 LM78L15 LM78L62
Negative linear regulator, 100 mA | ACM8 ACZ3 () | LM79L05 LM79L12 LM79L15
Low-dropout regulator, 1 A | IMP4 IS3 IT3 () | LM3940[3.3]
Adjustable linear regulator | CN14 CH10 () | LM723
Low-dropout regulator, 1 A | AMP4 MP4 ADT3 DT3 () | LMS8117[1.8,3.3,ADJ]
Low-dropout regulator, 100 mA | CZ3 CDT3 ACZ3 () | LP2950[3.0,3.3,5.0]
Low-dropout regulator, 100 mA | CM8 CMM8 CN8 ACM8 ACMM8 ACN8 CSD8 () | LP2951[3.0,3.3]
Low-dropout regulator, 50 mA | IM5:5 AIM5:5 () | LP2980[2.5,2.8,3.0,3.3,5.0]
Low-dropout regulator, 100 mA | IM5:5 AIM5:5 () | LP2981[2.8,3.0,3.3,5.0] LP2982[3.0,3.3,5.0]
Low-dropout regulator, 150 mA | IM5:5 AIM5:5 () | LP2985[1.8,2.5,2.8,2.9,3.0,3.3,5.0]
Low-dropout regulator, 250 mA | MF5 QMF5 () | LP5907[1.2,1.5,1.8,2.5,2.7,2.8,2.85,2.9,3.0,3.1,3.2,3.3,4.0,4.5]
Low-dropout regulator, 250 mA | SN4 UV4 () | LP5907[1.2,1.5,1.8,2.5,2.7,2.8,2.85,2.9,3.0,3.1,3.2,3.3,4.0,4.5]
Low-dropout regulator, 150 mA | IMF5 () | LP3985[2.5,2.7,2.8,2.9,3.0,3.3,4.7,5.0] LP3990[1.2,1.5,1.8,2.5,2.8,3.3] LP3988[1.85,2.5,2.6,2.85,3.0,3.3]
Low-dropout regulator, 800 mA | MR8 SD8 () | LP3878[ADJ] LP38798[ADJ]
Low-dropout regulator, 500 mA | AIM8 AIMM8 IMM8 IM8 ILD8 AILD8 () | LP2989[1.8,2.5,3.0,3.3,5.0]
Low-dropout regulator, 250 mA | IM8 () | LP2954 LP2954A LP2986
Sink and source regulator for DDR termination | M8 MR8 () | LP2996 LP2997 LP2998 LP2996A LP2995
`,
  switching_regulator: `
Step-down converter, 500 mA | N8 M14W HVN8 HVM14W () | LM2574[3.3,5.0,12,15,ADJ]
Step-down converter, 1 A | T5 S5 HVT5 HVS5 N16 M24W () | LM2575[3.3,5.0,12,15,ADJ]
Step-down converter, 3 A | T5 S5 HVT5 HVS5 () | LM2576[3.3,5.0,12,15,ADJ]
Boost and flyback converter, 3 A | T5 S5 N16 M24W () | LM2577[12,15,ADJ]
Boost and flyback converter, 3 A | T5 S5 () | LM2585[3.3,5.0,12,ADJ]
Boost and flyback converter, 5 A | T5 S5 () | LM2587[3.3,5.0,12,ADJ]
Boost and flyback converter | T7 S7 () | LM2586[3.3,5.0,12,ADJ] LM2588[3.3,5.0,12,ADJ]
Step-down converter, 1 A | T7 S7 HVT7 HVS7 () | LM2590HV[3.3,5.0,ADJ] LM2593HV[3.3,5.0,ADJ]
Step-down converter, 60 V | T5 S5 () | LM2591HV[3.3,5.0,ADJ] LM2592HV[3.3,5.0,ADJ]
Step-down converter, 500 mA | N8 M8 HVN8 HVM8 () | LM2594[3.3,5.0,12,ADJ] LM2597[3.3,5.0,12,ADJ]
Step-down converter, 1 A | T5 S5 () | LM2595[3.3,5.0,12,ADJ]
Step-down converter, 3 A | T5 S5 () | LM2596[3.3,5.0,12,ADJ]
Step-down converter | T7 S7 () | LM2598[3.3,5.0,12,ADJ] LM2599[3.3,5.0,12,ADJ]
Step-down converter | T7 S7 SD14 () | LM2670[3.3,5.0,12,ADJ] LM2673[3.3,5.0,12,ADJ] LM2676[3.3,5.0,12,ADJ] LM2677[3.3,5.0,12,ADJ] LM2678[3.3,5.0,12,ADJ] LM2679[3.3,5.0,12,ADJ]
Step-down converter | N8 M8 LD16 () | LM2671[3.3,5.0,12,ADJ] LM2672[3.3,5.0,12,ADJ] LM2674[3.3,5.0,12,ADJ] LM2675[3.3,5.0,12,ADJ]
Boost converter | MM8 () | LM2621 LM2623 LM2623A LM2698 LM3224
Charge pump inverter | M8 MM8 () | LM2660 LM2661 LM2662 LM2663
Charge pump inverter | M6:6 () | LM2664 LM2665
Boost converter | MF5 () | LM2703 LM2704 LM2705 LM2731X LM2731Y LM2733X LM2733Y LM27313X LMR62014X LMR62421X LMR64010X LMR61428 LM27313
Boost converter | MF5 SD6 (X,Y) | LM2735
Step-down converter | MK6 (X,Y) | LM2734 LM2736 LM2841 LM2842 LMR12010 LMR14203 LMR14206 LMR12007
Step-down converter | MF5 SD6 (X,Y,Z) | LM2830 LM2831 LMR10510 LMR10515 LMR10520
Step-down converter | MH20 () | LM3100 LM3102 LM5005 LM5574 LM5576 LM25576 LM5116 LM5117P LM25116 LM25117P LM5122 LM5118 LM25118 LM5088
Step-down converter | MT16 () | LM5574 LM25574
Step-down converter | MH16 () | LM5575 LM25575
Step-down controller | MM8 () | LM3478 LM3485 LM3488 LM3489 LM3477 LM3478Q
Boost controller | MM10 () | LM3481 LM5022 LM5020 LM5021
Step-down converter | MM8 SD8 () | LM5007 LM5008 LM5008A LM5009 LM5009A
Step-down converter | MR8 SD8 () | LM5017 LM5018 LM5019 LM25017 LM25018 LM25019
Step-down converter | MR8 TJ7 () | LM22670[5.0,ADJ] LM22671[5.0,ADJ] LM22672[5.0,ADJ] LM22674[5.0,ADJ] LM22675[5.0,ADJ] LM22676[5.0,ADJ]
Step-down converter | TJ7 () | LM22673[5.0,ADJ] LM22677[5.0,ADJ] LM22678[5.0,ADJ] LM22679[5.0,ADJ]
Step-down converter | MF5 () | LM3670[1.2,1.5,1.6,1.8,1.875,2.5,3.3,ADJ] LM3671[1.2,1.25,1.375,1.5,1.6,1.8,1.875,2.5,2.8,3.3,ADJ]
Step-down power module | TZ7 () | LMZ10503 LMZ10504 LMZ10505 LMZ12001 LMZ12002 LMZ12003 LMZ14201 LMZ14202 LMZ14203 LMZ14201H LMZ14202H LMZ14203H LMZ10503EXT LMZ12003EXT
Step-down power module | TZ11 () | LMZ12008 LMZ12010 LMZ22008 LMZ22010 LMZ23608 LMZ23610 LMZ13608 LMZ13610 LMZ23603
Charge pump | M5:5 () | LM2767
`,
  driver: `
LED driver | SQ24 () | LP5523 LP55231
LED driver, boost | MF5 SD6 (X,Y) | LM3410
LED driver, step-down | MM8 MR8 () | LM3404 LM3404HV LM3402 LM3402HV
LED driver, step-down | XMK6 XMY8 () | LM3405A
LED driver, step-down | MH14 () | LM3406 LM3406HV
LED driver controller | MY10 () | LM3409 LM3409HV
LED display driver | N18 () | LM3914[1=] LM3915[1=] LM3916[1=]
Half-bridge gate driver | M8 MR8 SD10 () | LM5100A LM5101A LM5100B LM5101B LM5100C LM5101C
Half-bridge gate driver | MM10 SD10 () | LM5102 LM5106
Half-bridge gate driver | MA8 SD8 () | LM5107 LM5109 LM5109A LM5109B
Gate driver | MY8 SD6 () | LM5112
Half-bridge gate driver for GaN | SD10 () | LM5113
Gate driver | MF6 (A,B) | LM5114
H-bridge motor driver, 3 A | T11 () | LMD18200 LMD18201 LMD18245
`,
  voltage_reference: `
Shunt voltage reference | IM3:3 IM7:5 IZ3 EM3:3 EM7:5 EZ3 () | LM4040A[2.0=2.048,2.5,3.0,4.1=4.096,5.0,8.2=8.192,10.0=10] LM4040B[2.0=2.048,2.5,3.0,4.1=4.096,5.0,8.2=8.192,10.0=10] LM4040C[2.0=2.048,2.5,3.0,4.1=4.096,5.0,8.2=8.192,10.0=10] LM4040D[2.0=2.048,2.5,3.0,4.1=4.096,5.0,8.2=8.192,10.0=10] LM4040E[2.0=2.048,2.5,3.0]
Shunt voltage reference | IM3:3 IM7:5 IZ3 () | LM4041A[1.2=1.225] LM4041B[1.2=1.225] LM4041C[1.2=1.225,ADJ] LM4041D[1.2=1.225,ADJ]
Shunt voltage reference | IM3:3 EM3:3 QM3:3 () | LM4050A[2.0=2.048,2.5,4.1=4.096,5.0,8.2=8.192,10=10] LM4050B[2.0=2.048,2.5,4.1=4.096,5.0,8.2=8.192,10=10] LM4050C[2.0=2.048,2.5,4.1=4.096,5.0,8.2=8.192,10=10]
Voltage reference | MF5 (A,B,C,D,E) | LM4132[1.8,2.0=2.048,2.5,3.0,3.3,4.1=4.096]
Voltage reference | MF6 (A,B,C,D) | LM4128[1.8,2.0=2.048,2.5,3.0,3.3,4.1=4.096]
Voltage reference | IM5:5 AIM5:5 () | LM4120[1.8,2.0=2.048,2.5,3.0,3.3,4.1=4.096,5.0] LM4125[2.0=2.048,2.5,4.1=4.096]
Voltage reference | CM8 (A,B,C) | LM4140[1.0=1.024,1.2=1.25,2.0=2.048,2.5,4.1=4.096]
Shunt voltage reference | Z3 M8 BZ3 BM8 () | LM385[1.2=1.235,2.5] LM285[1.2=1.235,2.5] LM336[2.5,5.0]
Adjustable shunt regulator | AIM3:3 BIM3:3 CIM3:3 ACM3:3 BCM3:3 CCM3:3 AIZ3 BIZ3 CIZ3 ACZ3 BCZ3 CCZ3 AIM8 ACM8 () | LM431
Current source | Z3 M8 H3 () | LM334 LM234 LM134
Shunt voltage reference | H4 () | LM399
`,
  data_converter: `
Frequency-to-voltage converter | N14 M14 () | LM2907 LM2917
Voltage-to-frequency converter | N8 () | LM331 LM331A LM231
Digital-to-analog converter | CIMK6 CIMM8 () | DAC081S101 DAC101S101 DAC121S101
Digital-to-analog converter | CIMK6 CISD6 () | DAC081C081 DAC101C081 DAC121C081
Analog-to-digital converter | CIMF6 () | ADC081S021 ADC101S021 ADC121S021 ADC081S051 ADC121S051 ADC121S101 ADC081S101 ADC101S101
Analog-to-digital converter | CIMK6 () | ADC081C021 ADC101C021 ADC121C021 ADC081C027 ADC101C027 ADC121C027
Analog-to-digital converter, 8 channels | CIMT16 () | ADC128S102 ADC128S052 ADC128S022 ADC108S102 ADC088S102
Analog-to-digital converter, 2 channels | CIMM8 () | ADC122S021 ADC122S051 ADC122S101 ADC102S021
Analog-to-digital converter, 4 channels | CIMM10 () | ADC124S021 ADC124S051 ADC124S101 ADC104S021 ADC084S021
Analog-to-digital converter, 8 bits | CCN8 CCWM14W () | ADC0832 ADC0831
Analog-to-digital converter, 8 bits | LCN20 CCN20 () | ADC0804 ADC0803 ADC0802
Analog-to-digital converter, 8 bits | CCN28 () | ADC0808 ADC0809
Digital-to-analog converter, 8 bits | LCN16 LCM16 () | DAC0800 DAC0808 DAC0802
`,
  interface: `
LVDS driver | TM8 () | DS90LV027A DS90LV028A DS90LV019
LVDS driver | TMF5 () | DS90LV011A DS90LV012A DS90LT012A DS90LV017A DS90LV018A
LVDS driver, quad | TM16 TMTC16 () | DS90LV031A DS90LV047A DS90LV032A DS90LV048A
LVDS driver, quad | TM16 () | DS90C031 DS90C032
Flat-panel transmitter | MT56 () | DS90C385A DS90CF385 DS90C385 DS90CR285 DS90CR287 DS90CF383 DS90CF386 DS90CR286A DS90CR288A DS90CF366
Ethernet transceiver | VV48 () | DP83848C DP83848I DP83640T DP83848V
Ethernet transceiver | SQ40 () | DP83848K DP83848J DP83848T DP83848H DP83848M
Gigabit Ethernet transceiver | VH128 () | DP83865D
RS-485 transceiver | M8 N8 () | DS75176BT DS485 DS3695 DS3695T DS75176B DS485T
RS-422 driver, quad | CM16 CN16 TM16 TN16 () | DS26LS31 DS26LS32 DS26C31 DS26C32A DS26LS32A
Tone decoder | CM8 CN8 () | LM567
Video sync separator | M8 N8 MA8 () | LM1881 LMH1980 LMH1981
`,
  sensor: `
Temperature sensor, analogue output | Z3 M8 T3 H3 (C,CA,D,A,) | LM35
Temperature sensor, analogue output | Z3 M8 H3 (C,CA,D,A,) | LM34
Temperature sensor, analogue output | BIM3:3 CIM3:3 () | LM50 LM62 LM45
Temperature sensor, analogue output | BIM3:3 CIM3:3 BIZ3 CIZ3 () | LM60 LM61
Temperature sensor, digital | CIMM8 CIM8 BIM8 BIMM8 AIM8 AIMM8 () | LM75[3=,5=]
Temperature sensor, digital | CIMF5 CISD6 () | LM71 LM70
Temperature sensor, analogue output | Z3 AZ3 M8 AM8 H3 () | LM335
Temperature sensor, analogue output | Z3 H3 () | LM235 LM135 LM235A LM135A
Temperature sensor, analogue output | BIMG4 CIMG4 () | LM20
Temperature sensor, analogue output | CIM7:5 BIM7:5 () | LM20
Temperature sensor, analogue output | BIMG5 CIMG5 () | LM94021 LM94022 LM94023
`,
  clock_and_timing: `
Timer | CM8 CN8 CMM8 IM8 IMM8 CTP8 () | LMC555 LM555
Dual timer | CM14 CN14 () | LM556
`,
  audio: `
Audio power amplifier | T11 TF11 () | LM3886 LM3875 LM2876 LM4701
Audio power amplifier | T5 () | LM1875
Audio power amplifier | T15 TF15 () | LM1876 LM4766 LM4765
Audio power amplifier | M8 MM8 N8 () | LM386[1=,3=,4=]
Audio power amplifier | M8 N8 MM8 () | LM4862 LM4864 LM4871 LM4875 LM4880 LM4881 LM4890 LM4906 LM4808 LM4811 LM4818 LM4819
Audio power amplifier | N14 () | LM380 LM384
`,
  power_management: `
ORing controller | MK6 () | LM5050[1=,2=]
Supervisor | M3:3 () | LM809[2.63=,2.93=,3.08=,4.00=,4.38=,4.63=] LM810[2.63=,2.93=,3.08=,4.38=,4.63=]
Hot-swap controller | MM10 () | LM5069[1=,2=] LM5060 LM5064 LM5067[1=,2=]
`,
};

export const BURR_BROWN: Listing = {
  amplifier: `
Instrumentation amplifier | P8 U8 PA8 UA8 () | INA128 INA118 INA129 INA126 INA141 INA121
Instrumentation amplifier | AP8 AU16W BP8 BU16W () | INA114
Instrumentation amplifier | AP16 AU16W BP16 BU16W () | INA111
Instrumentation amplifier | P16 U16 PA16 UA16 () | INA125
Dual instrumentation amplifier | P16 U16 PA16 UA16 EA16 () | INA2126 INA2128 INA2141
Dual difference amplifier | PA14 UA14 () | INA2134 INA2137
Dual difference amplifier | U14 UA14 () | INA2143
Instrumentation amplifier | E8M EA8M () | INA126 INA321 INA322 INA326 INA155 INA156 INA157
Difference amplifier | KP8 KU8 UA8 PA8 P8 U8 () | INA105 INA106 INA117 INA132 INA133 INA134 INA137 INA143 INA145 INA146 INA148 INA149
Current-sense amplifier | NA5 () | INA138 INA139 INA168 INA169
Current-sense amplifier | EA8M () | INA170
Dual operational amplifier, audio | P8 U8 PA8 UA8 AP8 AU8 () | OPA2134 OPA2604 OPA2132 OPA2131 OPA2107
Dual operational amplifier | P8 U8 PA8 UA8 AP8 AU8 () | OPA2227 OPA2228 OPA2277
Operational amplifier | P8 U8 PA8 UA8 () | OPA132 OPA134 OPA131 OPA227 OPA228 OPA277 OPA130 OPA604 OPA552 OPA551
Quad operational amplifier | PA14 UA14 P14 U14 () | OPA4134 OPA4132 OPA4131 OPA4227 OPA4228 OPA4277 OPA4130
Operational amplifier | AP8 AU8 BP8 BU8 () | OPA627 OPA637 OPA602 OPA604
Operational amplifier | GP8 GU8 () | OPA27 OPA37
Operational amplifier, rail to rail | NA5 N5 UA8 PA8 U8 P8 () | OPA340 OPA336 OPA337 OPA343 OPA344 OPA345 OPA347 OPA237
Dual operational amplifier, rail to rail | EA8M UA8 PA8 E8M U8 P8 () | OPA2340 OPA2336 OPA2337 OPA2343 OPA2344 OPA2345 OPA2347 OPA2350 OPA2237 OPA350
Quad operational amplifier, rail to rail | EA16 UA14 () | OPA4340 OPA4343 OPA4350 OPA4336
Operational amplifier, high speed | U8 UB8 N5 NB5 () | OPA656 OPA657 OPA658 OPA650 OPA655
Operational amplifier, high current | T7 F7 () | OPA547 OPA548
Operational amplifier, high current | T5 F5 () | OPA544
Operational amplifier, high current | T11 S11 () | OPA549
Buffer amplifier | P8 U8 () | BUF634
Buffer amplifier | T5 F5 () | BUF634
Line driver, balanced | PA8 UA16W () | DRV134
Line driver, balanced | UA8 () | DRV135
Isolation amplifier | P16 U28W () | ISO124 ISO122 ISO121
Current-loop transmitter | U8 UA8 P8 PA8 () | XTR115 XTR116
Current-loop transmitter | U14 UA14 P14 PA14 () | XTR105 XTR106
Volume control | PA16 UA16W () | PGA2310 PGA2311
Programmable-gain amplifier | AP16 BP16 AU16W BU16W () | PGA204 PGA205 PGA206 PGA207
`,
  data_converter: `
Touch screen controller | E16 () | ADS7843
Touch screen controller | E16 N16T () | ADS7846
Analog-to-digital converter, 12 bits | E16T () | ADS7828
Analog-to-digital converter, 12 bits | E16 P16 ES16 () | ADS7841
Analog-to-digital converter, 12 bits | E8M EB8M EC8M U8 UB8 UC8 P8 () | ADS7816 ADS7817 ADS7818 ADS7822 ADS7826 ADS7827
Analog-to-digital converter, 16 bits | E8M EB8M () | ADS8320 ADS8321 ADS8325
Analog-to-digital converter, 24 bits | U8 () | ADS1251
Analog-to-digital converter, 24 bits | E24 () | ADS1240
Digital-to-analog converter, 12 bits | U8 UB8 () | DAC7611 DAC7612 DAC8043
Digital-to-analog converter, 12 bits | N6 E8M () | DAC7512 DAC7513
`,
  voltage_reference: `
Voltage reference, 5 V | AP8 AU8 BP8 BU8 () | REF02
Voltage reference, 10 V | AP8 AU8 BP8 BU8 () | REF102
Current reference | AP8 AU8 () | REF200
`,
  sensor: `
Temperature sensor, digital | NA6 () | TMP100 TMP101
Photodiode with amplifier | P8 () | OPT101
`,
};

export const UNITRODE: Listing = {
  switching_regulator: `
Current-mode controller | N8 D8 D14 () | UC184{2,3,4,5} UC284{2,3,4,5} UC384{2,3,4,5} UC284{2,3,4,5}A UC384{2,3,4,5}A
Current-mode controller | N8 D8S PW8 () | UCC280{0,1,2,3,4,5} UCC380{0,1,2,3,4,5} UCC2808 UCC3808
Pulse-width modulation controller | N16 DW16 () | UC2525A UC3525A UC2524A UC3524A UC2823 UC3823 UC2825 UC3825 UC2825A UC3825A UC2846 UC3846 UC2854 UC3854 UC2854A UC3854A UC3854B UC2854B
Phase-shift controller | N20 DW20 PW20 () | UC3875 UC2875 UC2879 UC3879 UCC2895 UCC3895
`,
  driver: `
Gate driver | D8S N8 () | UC3705 UC2705 UC3710 UC2710 UC3708 UC2708
`,
  power_management: `
Lead-acid charger | N16 DW16 () | UC3906 UC2906
`,
};
