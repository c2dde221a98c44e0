/** What Texas Instruments sells under its own package codes; for how to read it see `orderable.ts`. */
import type { Listing } from './orderable.ts';

export const TI: Listing = {
  amplifier: `
Operational amplifier, limiting | D8 () | OPA698I OPA699I
Dual operational amplifier | D8 DGS10 RUN (I) | OPA2835 OPA2836
Power operational amplifier | DWP20 (AI) | OPA569 OPA567
Current-sense amplifier | DGK (AI) | INA225
Instrumentation amplifier | D8 DGK () | INA849
Operational amplifier, rail to rail | D8 DBV5 (AI,I) | OPA337 OPA342 OPA743 OPA703 OPA704
Precision virtual ground | D8 LP P (C,I) | TLE2426 TLE2425
Current-sense amplifier with shunt | PW20 (I,) | INA253A{1,2,3}
Dual operational amplifier | D8 DGK P PW8 PS | LM358(,A) LM258(,A) LM2904(,V,AV,VQ,AVQ) MC1458(,C) RC4558(,I)
Dual operational amplifier | D8 DGK PW8 DDF | LM358B(,I,A) LM2904B(,I,A)
Quad operational amplifier | D14 N14 PW14 NS14 DB14 | LM324(,A,K,KA) LM224(,A,K,KA) LM2902(,V,VQ,K,KV,KVQ,KAVQ)
Quad operational amplifier | D14 PW14 RTE DYY14 | LM324B(,I,A) LM2902B(,I,A)
Quad operational amplifier | D14 N14 PW14 NS14 | MC3403() LM348() LM248() LM2900() LM3900() RC4136()
Operational amplifier, JFET input | D8 P PS (C,AC,BC,I) | TL071 TL081 TL061
Dual operational amplifier, JFET input | D8 P PS PW8 (C,AC,BC,I) | TL072 TL082 TL062
Quad operational amplifier, JFET input | D14 N14 NS14 PW14 (C,AC,BC,I,M) | TL074 TL084 TL064
Operational amplifier, JFET input | D8 DBV5 DCK5 (I) | TL071H TL081H TL061H
Dual operational amplifier, JFET input | D8 DDF PW8 (I) | TL072H TL082H TL062H
Quad operational amplifier, JFET input | D14 PW14 DYY14 (I) | TL074H TL084H TL064H
Operational amplifier, JFET input | D8 P (C,I,AC,AI) | TL031 TL051 TLE2061 TLE2071 TLE2081
Dual operational amplifier, JFET input | D8 P (C,I,AC,AI) | TL032 TL052 TLE2062 TLE2072 TLE2082
Quad operational amplifier, JFET input | D14 N14 (C,I,AC,AI) | TL034 TL054 TLE2064 TLE2074 TLE2084
Operational amplifier | D8 P (C,I,AC,AI) | TLE2021 TLE2141 TLE2027 TLE2037 TLC2201 TLC271 TLC251
Dual operational amplifier | D8 P PW8 (C,I,AC,AI,BC,BI) | TLE2022 TLE2142 TLC2202 TLC272 TLC277 TLC27L2 TLC27M2 TLC27L7
Dual operational amplifier, rail to rail | D8 P PW8 (C,I,AC,AI) | TLC2252 TLC2262 TLC2272 TLC2652 TLV2252 TLV2262
Quad operational amplifier | D14 N14 PW14 (C,I,AC,AI,BC,BI) | TLC274 TLC279 TLC27L4 TLC27M4 TLC2254 TLC2264 TLC2274 TLV2254 TLV2264
Quad operational amplifier | DW16 N14 (C,I,AC,AI) | TLE2024 TLE2144
Chopper-stabilized operational amplifier | D8 P (C,I,AC,AI) | TLC2654
Operational amplifier, rail to rail | DBV5 (C,I) | TLV2211 TLV2221 TLV2231 TLV2721 TLV2731
Operational amplifier, rail to rail | D8 DBV5 P (C,I,AC,AI) | TLV2271 TLV271 TLV2371 TLV2401 TLV2451 TLV2461 TLV2471 TLV2771 TLV2781
Dual operational amplifier, rail to rail | D8 DGK P (C,I,AC,AI) | TLV2272 TLV272 TLV2372 TLV2402 TLV2452 TLV2462 TLV2472 TLV2772 TLV2782
Quad operational amplifier, rail to rail | D14 N14 PW14 (C,I,AC,AI) | TLV2274 TLV274 TLV2374 TLV2404 TLV2454 TLV2464 TLV2474 TLV2774 TLV2784
Dual operational amplifier, rail to rail | D8 P PW8 (C,I,AC,AI) | TLV2422 TLV2432 TLV2442 TLV2322 TLV2332 TLV2342 TLV2362
Operational amplifier, rail to rail | DBV5 DCK5 (I) | TLV316 TLV313 TLV333 TLV341 TLV9051 TLV9061 TLV9001 TLV9101 TLV9151 TLV9161 TLV9301 TLV9351 TLV9041
Operational amplifier, rail to rail | DBV5 DCK5 (I) | LMV321 LMV321A LMV341 LMV981 TLV6001 TLV6741 TLV9061S TLV8811 TLV8801 TLV8541 TLV379
Operational amplifier, rail to rail | DPW5 (I) | TLV9001 TLV9061 TLV9041
Dual operational amplifier, rail to rail | D8 DGK PW8 DDF DSG (I) | TLV9002 TLV9052 TLV9062 TLV9102 TLV9152 TLV9162 TLV9302 TLV9352 TLV9042
Quad operational amplifier, rail to rail | D14 PW14 RTE (I) | TLV9004 TLV9054 TLV9064 TLV9104 TLV9154 TLV9164 TLV9304 TLV9354 TLV9044
Dual operational amplifier, rail to rail | D8 DGK PW8 (I) | LMV358 LMV358A LMV342 TLV342 TLV6002 TLV2313 TLV2316 TLV2333 TLV6742 TLV2379 TLV8542 TLV8802 TLV8812
Dual operational amplifier, rail to rail | DDF DSG (I) | LMV358A TLV6742
Quad operational amplifier, rail to rail | D14 PW14 (I) | LMV324 LMV324A LMV344 TLV6004 TLV4313 TLV4316 TLV4333 TLV4379 TLV8544
Dual operational amplifier, low noise | D8 P PS (,A,I,AI) | NE5532 SA5532
Operational amplifier, low noise | D8 P PS (,A) | NE5534 SA5534
Dual operational amplifier, low noise | D8 DGK P PW8 PS () | RC4580 RC4580I MC33078 LM833
Quad operational amplifier, low noise | D14 N14 () | MC33079
Operational amplifier | D8 P PS (C,I) | UA741
Operational amplifier, precision | D8 P (C,D) | OP07
Operational amplifier | D8 P (C,) | LF411 LM318 LM301A LM307 LM218
Dual operational amplifier, JFET input | D8 P (C,) | LF353 LF412
Quad operational amplifier, JFET input | D14 N14 PW14 (,B) | LF347
Operational amplifier, zero drift | D8 DBV5 DCK5 (AI,I) | OPA333 OPA330 OPA317 OPA387 OPA388
Operational amplifier, zero drift | D8 DBV5 DGK (AI,I) | OPA188 OPA180 OPA187 OPA189 OPA335 OPA735
Operational amplifier, zero drift | DBV5 DCK5 (AI) | OPA378
Operational amplifier with shutdown, zero drift | DBV6 (AI) | OPA334
Operational amplifier with shutdown, rail to rail | D8 DBV6 (AI,I) | OPA363 OPA373
Dual operational amplifier, zero drift | D8 DGK (AI,I) | OPA2333 OPA2330 OPA2317 OPA2388 OPA2188 OPA2180 OPA2187 OPA2189 OPA2335 OPA2735 OPA2387
Dual operational amplifier, zero drift | DRB (AI) | OPA2333 OPA2330
Quad operational amplifier, zero drift | D14 PW14 (AI,I) | OPA4330 OPA4317 OPA4188 OPA4180 OPA4388 OPA4187
Operational amplifier, rail to rail | D8 DBV5 DCK5 (AI,I) | OPA376 OPA377 OPA365 OPA320 OPA322 OPA374 OPA364 OPA314 OPA313 OPA316 OPA325 OPA172
Operational amplifier, rail to rail | DBV5 DCK5 (AI,I,) | OPA391 OPA392 OPA369 OPA379 OPA348 OPA170 OPA171 OPA328 OPA397
Operational amplifier, rail to rail | DRL5 (AI,I) | OPA170 OPA171 OPA314
Dual operational amplifier, rail to rail | D8 DGK (AI,I) | OPA2376 OPA2377 OPA2365 OPA2320 OPA2322 OPA2364 OPA2314 OPA2313 OPA2316 OPA2325 OPA2328 OPA2170 OPA2171 OPA2172
Dual operational amplifier, rail to rail | DCN (AI,I) | OPA2378 OPA2369 OPA2379 OPA2374 OPA2348 OPA2363
Dual operational amplifier, rail to rail | DGK D8 (AI,I,) | OPA2391 OPA2392 OPA2397 OPA2374 OPA2348 OPA2369 OPA2363
Dual operational amplifier, rail to rail | DRG DRB DCU (AI,I) | OPA2320 OPA2322 OPA2313 OPA2316 OPA2314 OPA2170 OPA2171 OPA2172
Quad operational amplifier, rail to rail | D14 PW14 (AI,I) | OPA4376 OPA4377 OPA4322 OPA4314 OPA4313 OPA4316 OPA4325 OPA4364 OPA4374 OPA4348 OPA4379 OPA4170 OPA4171 OPA4172
Operational amplifier, precision | D8 DBV5 DGK (AI,I) | OPA140 OPA145 OPA191 OPA192 OPA196 OPA197 OPA202 OPA209 OPA210 OPA205 OPA206 OPA207 OPA186
Operational amplifier, precision | D8 DGK DRG (AI,I) | OPA211 OPA141 OPA1611 OPA1641
Dual operational amplifier, precision | D8 DGK (AI,I) | OPA2140 OPA2141 OPA2145 OPA2191 OPA2192 OPA2196 OPA2197 OPA2202 OPA2209 OPA2210 OPA2205 OPA2206 OPA2186
Dual operational amplifier, low noise | D8 DDA DRG (AI) | OPA2211
Quad operational amplifier, precision | D14 PW14 (AI,I) | OPA4140 OPA4141 OPA4191 OPA4192 OPA4196 OPA4197 OPA4202 OPA4209 OPA4210 OPA4205 OPA4206 OPA4186
Dual operational amplifier, audio | D8 DGK DRG (AI,I) | OPA1602 OPA1612 OPA1642 OPA1652 OPA1662 OPA1678 OPA1688 OPA1656 OPA1692
Quad operational amplifier, audio | D14 PW14 (AI,I) | OPA1604 OPA1644 OPA1654 OPA1664 OPA1679
Operational amplifier, audio | DBV5 DCK5 (I,) | OPA1671 OPA1677 OPA1655
Operational amplifier, audio | DRC (I) | OPA1622
Fully differential amplifier, audio | D8 DGN () | OPA1632
Transimpedance amplifier | D8 DGK (AI) | OPA380 OPA2380
Transimpedance amplifier | DGK DRB (AI) | OPA381
Operational amplifier, high speed | D8 DBV5 DDA DGK (AI,I) | OPA354 OPA2354 OPA356 OPA2356 OPA357
Quad operational amplifier, high speed | D14 PW14 (AI) | OPA4354
Operational amplifier, high speed | D8 DBV5 (I) | OPA820 OPA830 OPA832 OPA842 OPA843 OPA846
Operational amplifier, high speed | D8 DBV6 (I) | OPA690 OPA691 OPA692 OPA695 OPA847 OPA683 OPA684 OPA694
Dual operational amplifier, high speed | D8 DGK (I) | OPA2830 OPA2690 OPA2691 OPA2822 OPA2810 OPA2832
Operational amplifier, high speed | DBV6 DCK6 (I) | OPA835 OPA836 OPA837 OPA838
Operational amplifier, high speed | DSG (I) | OPA855 OPA858 OPA859
Operational amplifier, high speed | D8 DBV5 DCK5 (I) | OPA810 OPA607 OPA890
Operational amplifier, high speed | DRG (I) | OPA818
Transimpedance amplifier | RGT (I) | OPA857
Buffer amplifier | RGT (I) | BUF802
Buffer amplifier | D8 DBV5 (I) | BUF602
Buffer amplifier | D8 DDA DRB (I) | BUF634A
Transconductance amplifier | D8 (I) | OPA860
Transconductance amplifier | D8 DBV6 (I) | OPA861
Operational amplifier, high voltage | DDA (AI,I) | OPA454 OPA455
Operational amplifier, high current | DWP (AI) | OPA564
Operational amplifier, high speed | D8 DDA () | THS3091 THS3095
Operational amplifier, high speed | D8 DBV5 DGK DGN () | THS3201 THS4281 THS4271 THS4275 THS4211 THS4215
Operational amplifier, high speed | D8 DGN (C,I) | THS4031 THS4032 THS4011 THS4012 THS4021 THS4022 THS4041 THS4042 THS4051 THS4052 THS4061 THS4062 THS4081 THS3001
Operational amplifier, high speed | D8 DDA DGN () | THS4631
Fully differential amplifier | D8 DGK DGN (C,I,) | THS4130 THS4131 THS4120 THS4121 THS4140 THS4141 THS4150 THS4151 THS4500 THS4501 THS4502 THS4503
Fully differential amplifier | D8 DGK (I,AI) | THS4521 THS4531
Fully differential amplifier | RGT (I,) | THS4541 THS4551 THS4508 THS4509 THS4511 THS4513 THS4302
Fully differential amplifier | DGK (I) | THS4551 THS4561
Video amplifier | D8 () | THS7314 THS7316
Variable gain amplifier | D8 (I,) | VCA810
Variable gain amplifier | D14 DGS10 (I) | VCA820 VCA821 VCA822 VCA824
Current-sense amplifier | DBV5 DCK6 (I) | INA180{A,B}{1,2,3,4}
Current-sense amplifier | DBV6 DCK6 (I) | INA181A{1,2,3,4}
Current-sense amplifier | DRL6 (I) | INA185A{1,2,3,4}
Current-sense amplifier | DCK6 DDF (I) | INA186A{1,2,3,4,5} INA190A{1,2,3,4,5}
Current-sense amplifier | DCK6 RSW () | INA199{A,B,C}{1,2,3}
Current-sense amplifier | DCK6 RSW (AI,BI,CI) | INA21{0,1,2,3,4,5}
Current-sense amplifier | DBV5 (AI) | INA19{3,4,5,6,7,8}
Current-sense amplifier | DBV5 DCK5 (I,) | INA290A{1,2,3,4,5} INA293{A,B}{1,2,3,4,5} INA138 INA168 INA139 INA169
Current-sense amplifier with comparator | D8 DGK (AI) | INA20{0,1,2}
Current-sense amplifier | D8 DGK (AI) | INA28{2,3,4,5,6}
Current-sense amplifier | D8 PW8 () | INA240A{1,2,3,4}
Current-sense amplifier | D8 PW8 DGK DDF (I,) | INA241{A,B}{1,2,3,4,5}
Dual current-sense amplifier | DGK DSG (I) | INA2180A{1,2,3,4}
Dual current-sense amplifier | DGS10 (I) | INA2181A{1,2,3,4}
Quad current-sense amplifier | PW14 (I) | INA4180A{1,2,3,4}
Current-sense amplifier with shunt | PW16 () | INA250A{1,2,3,4}
Current-sense amplifier with comparator | DGK (I) | INA301A{1,2,3}
Instrumentation amplifier | DGK DRG (AI,I) | INA333
Instrumentation amplifier | D8 DGK DRG (AI,I) | INA818 INA819 INA821 INA826 INA828 INA849
Instrumentation amplifier | DGK (AI,I) | INA827 INA332 INA317 INA823 INA350{ABS,CDS} INA337 INA331
Isolated amplifier | DUB DWV () | AMC1100 AMC1200 AMC1200B
Isolated amplifier | DWV () | AMC1300 AMC1300B AMC1301 AMC1302 AMC1311 AMC1311B AMC1350 AMC1351 AMC1400
Programmable-gain amplifier | DGS10 (AI) | PGA112 PGA113 PGA280 PGA281
Programmable-gain amplifier | PW20 PW24 (AI) | PGA116 PGA117 PGA280
Programmable-gain amplifier | PW16 (AI) | PGA281
`,
  comparator: `
Comparator | DBV5 DCK5 () | TLV7011 TLV7021 TLV7031 TLV7041
Comparator, 40 V | DBV6 () | TLV1805
Dual comparator | D8 DGK P PW8 PS | LM393(,A) LM293(,A) LM2903(,V,AV,VQ,AVQ)
Dual comparator | D8 DGK PW8 DDF DSG | LM393B(,I) LM2903B(,I)
Quad comparator | D14 N14 PW14 NS14 DB14 | LM339(,A) LM239(,A) LM2901(,V,AV,VQ,AVQ)
Quad comparator | D14 PW14 RTE DYY14 | LM339B(,I) LM2901B(,I)
Comparator | D8 P PW8 PS () | LM311 LM211
Comparator | DBV5 DCK5 (,I,K,IA) | TL331 TL331B TL391B
Comparator, high speed | D8 PW8 (C,I) | TL3016 TL3116
Comparator, high speed | D8 P PS (C,) | TL712 TL714
Dual comparator | D8 P PW8 (C,I) | TLC352 TLC372 TLC393 TLC3702
Quad comparator | D14 N14 PW14 (C,I) | TLC339 TLC354 TLC374 TLC3704
Dual comparator | D8 P PW8 (I,C) | TLV2352 TLV2354
Comparator | DBV5 DCK5 (AI,I) | TLV1701 LMV331 TLV7011 TLV7021 TLV7031 TLV7041 TLV3201 TLV7211 TLV7211A TLV3691 TLV3401 TLV3701 TLV3601 TLV9021 TLV9031
Comparator | DRL5 (AI) | TLV1701
Comparator with latch | DCK6 () | TLV3603 TLV3604
Dual comparator | D8 DGK PW8 (AI,I) | LMV393 TLV1702 TLV3202 TLV3402 TLV3702 TLV7012 TLV7022 TLV7032 TLV7042 TLV9022 TLV9032 TLV3602 LMV7219
Quad comparator | D14 PW14 (AI,I) | LMV339 TLV1704 TLV3704 TLV3404 TLV3494 TLV7034 TLV7044 TLV9024 TLV9034
Comparator with reference | DBV6 DCK6 (AI) | TLV3011 TLV3012 TLV3011B TLV3012B
Comparator | D8 DBV5 (AI) | TLV3491
Dual comparator | D8 DCN (AI) | TLV3492
Comparator, high speed | D8 DBV6 (AI) | TLV3501
Dual comparator, high speed | D8 DCN (AI) | TLV3502
Window comparator | DDC6 DSE () | TPS3700 TPS3701 TLV6700 TLV6703 TLV6713
`,
  linear_regulator: `
Low-dropout regulator, 150 mA, 40 V | DBV5 DCY (Q) | TPS7B69[33,50]
Low-dropout regulator, 150 mA | DBV5 () | TPS709B[12,15,18,25,28,30,33,50]
Low-dropout regulator, 500 mA | D8 P PW20 (Q) | TPS73[01,25,30,33,48,50]
Low-dropout regulator, 50 mA | DCK5 () | TPS715[01,18,19,23,25,30,33,345,50]
Low-dropout regulator, 80 mA | DRV DCK5 () | TPS715A[01,30,33]
Low-dropout regulator, 50 mA | DBV5 () | TPS722[01,15,16,18,25,28] TPS715[01,33]
Low-dropout regulator, 200 mA | DBV5 () | TPS730[01,18,25,28,285,30,33]
Low-dropout regulator, 1 A | D8 PWP20 () | TPS777[01,15,18,25,33] TPS778[01,15,18,25,33]
Dual low-dropout regulator | PWP20 () | TPS702[02=,45=,48=,51=,58=]
Dual low-dropout regulator | PWP24 () | TPS703[02=,45=,48=,51=,58=] TPS704[02=,45=,48=,51=,58=]
Low-dropout regulator, 500 mA | D8 P (Q) | TPS71[33,48,50]
Adjustable low-dropout regulator, 500 mA | D8 P (Q) | TPS7101
Low-dropout regulator, 2 A | RGW () | TPS7A72[00=]
Adjustable linear regulator, 1.5 A | DCY KCS3 KCT3 KTT3 () | LM317
Adjustable linear regulator, 100 mA | D8 LP PK PW8 (C,I,) | LM317L
Adjustable linear regulator, 500 mA | DCY KVU3 KCS3 KTT3 () | LM317M
Adjustable negative linear regulator, 1.5 A | KCS3 KCT3 KTT3 () | LM337
Linear regulator, 1.5 A | KCS3 KCT3 KTT3 (C) | UA78[05=5,08=8,10=10,12=12,15=15,24=24]
Linear regulator, 500 mA | DCY KVU3 KCS3 KC3 KTT3 (C,I) | UA78M[33=3.3,05=5,06=6,08=8,09=9,10=10,12=12]
Linear regulator, 100 mA | D8 LP PK (AC,C,AI,AQ) | UA78L[02=2.6,05=5,06=6,08=8,09=9,10=10,12=12,15=15]
Negative linear regulator, 500 mA | KC3 KCS3 KTT3 KVU3 (C) | UA79M[05=-5,08=-8,12=-12,15=-15]
Negative linear regulator, 100 mA | D8 LP PS (AC,C) | MC79L[05=-5,12=-12,15=-15]
Adjustable linear regulator | D14 N14 (C) | UA723
Linear regulator, 1.5 A | KCS3 KC3 (C) | TL780-[05=5,12=12,15=15]
Linear regulator, 150 mA | D8 LP KCS3 KVU3 (C,Q) | TL750L[05=5,08=8,10=10,12=12]
Linear regulator, 750 mA | KTT3 KVU3 KCS3 (C,Q) | TL750M[05=5,08=8,10=10,12=12]
Adjustable linear regulator, 100 mA | LP D8 PS (C) | TL317
Adjustable high-voltage linear regulator | KC3 KCS3 KTT3 (C) | TL783
Low-dropout regulator, 1.5 A | DCQ6 KTT5 DCY () | TL1963A-[15,18,25,33]
Adjustable low-dropout regulator, 1.5 A | DCQ6 KTT5 () | TL1963A
Low-dropout regulator, 800 mA | DCY KCS3 KCT3 KTT3 KVU3 (C,I) | TLV1117-[15,18,25,33,50]
Adjustable low-dropout regulator, 800 mA | DCY KCS3 KCT3 KTT3 KVU3 (C,I) | TLV1117
Low-dropout regulator, 1 A | DCY () | TLV1117LV[12,15,18,25,28,30,33] TLV1171[12,15,18,25,28,33] TLV761[18,33,50]
Low-dropout regulator, 500 mA | KVU3 KCS3 KTT3 () | TLV2217-[18,25,33]
Low-dropout regulator, 200 mA | DDC5 DCK5 DSE () | TLV700[12,13,15,18,20,22,25,28,29,30,31,32,33,36] TLV701[30,33,50]
Low-dropout regulator, 300 mA | DBV5 DSE (,P) | TLV702[10,12,13,15,18,20,25,28,285,29,30,31,33,35,36]
Low-dropout regulator, 150 mA | DBV5 () | TLV704[15,18,25,30,33,345,36,50]
Low-dropout regulator, 200 mA | DQN (P,) | TLV742[12,15,18,25,28,30,33]
Low-dropout regulator, 200 mA | DQN () | TLV707[10,12,15,18,25,28,285,30,33](P,)
Low-dropout regulator, 150 mA | DBV5 DQN (P,) | TLV713[10,12,13,15,18,25,28,285,30,33]
Low-dropout regulator, 300 mA | DBV5 DQN DRV (P,) | TLV733[10,11,12,15,18,22,25,28,285,30,33] TLV740[11,12,15,18,25,28,30,33]
Low-dropout regulator, 500 mA | DBV5 DQN DRV (P) | TLV755[01,07=0.7,09=0.9,10,12,15,18,185,19,25,28,29,30,31,33]
Low-dropout regulator, 300 mA | DBV5 DQN (P) | TLV743[10,105=1.05,11,12,15,18,25,28,285,30,33]
Low-dropout regulator, 1 A | DBV5 DRV (P) | TLV757[01,07=0.7,09=0.9,10,12,15,18,185,19,25,28,29,30,31,33]
Low-dropout regulator, 500 mA | DRV DBV5 (P) | TLV758[01] TLV759[01] TLV751[10,12,15,18,25,28,30,33]
Low-dropout regulator, 100 mA | DBZ () | TLV760[33,50,12=12,15=15]
Low-dropout regulator, 500 mA | DQN DBV5 (P,) | TLV766[01] TLV741[10,12,15,18,25,28,30,33]
Low-dropout regulator, 1 A | DRV DGN KVU3 () | TLV767[01,08=0.8,12,15,18,25,28,30,33,50]
Low-dropout regulator, 150 mA | DBV5 () | TPS763[01,16,18,25,27,28,30,33,38,50] TPS769[01,12,15,18,25,27,28,30,33,50] TPS764[25,27,28,30,33] TPS770[01,12,15,18,25,27,28,30,33,50]
Low-dropout regulator, 1 A | D8 PWP20 (Q) | TPS767[01,15,18,25,27,28,30,33,50] TPS768[01,15,18,25,27,28,30,33,50]
Low-dropout regulator, 500 mA | D8 PWP20 () | TPS775[01,15,16,18,25,33] TPS776[01,15,18,25,28,33]
Low-dropout regulator, 150 mA | DDC5 DRV () | TPS782[15,18,22,25,27,28,30,33,36,42] TPS799[01,15,18,25,27,28,285,30,33]
Low-dropout regulator, 1.5 A | DCQ6 DRB KTT5 () | TPS786[01,18,25,28,30,33]
Low-dropout regulator, 200 mA | DBV5 () | TPS793[18,25,28,285,30,33,475]
Low-dropout regulator, 200 mA | DBV6 () | TPS793[01]
Low-dropout regulator, 250 mA | DCQ6 DGN () | TPS794[01,18,25,28,30,33]
Low-dropout regulator, 500 mA | DCQ6 DRB () | TPS795[01,16,18,25,30,33]
Low-dropout regulator, 1 A | DCQ6 DRB KTT5 () | TPS796[01,13,18,25,28,30,33,50]
Low-dropout regulator, 50 mA | DCK5 () | TPS797[18,30,33]
Low-dropout regulator, 150 mA | DBV5 () | TPS731[01,125,15,18,25,30,32,33,50]
Low-dropout regulator, 250 mA | DBV5 DCQ6 DRB () | TPS732[01,15,16,18,25,30,33,50]
Low-dropout regulator, 250 mA | DBV5 DDC5 DRV () | TPS734[01,18,25,28,30,33]
Low-dropout regulator, 500 mA | DRB DRV () | TPS735[01,12,15,25,27,28,285,30,33]
Low-dropout regulator, 400 mA | DBV5 DCQ6 DRB () | TPS736[01,125,15,16,18,25,27,28,30,32,33,43]
Low-dropout regulator, 1 A | DCQ6 DRB DRV () | TPS737[01,18,25,27,30,33,34]
Low-dropout regulator, 3 A | RGW KTW () | TPS74401
Low-dropout regulator, 1.5 A | DRC RGW () | TPS74201 TPS74301 TPS74701 TPS74801
Low-dropout regulator, 3 A | RGW KTW () | TPS74901
Low-dropout regulator, 150 mA | DBV5 DRV () | TPS709[12,15,18,19,25,27,28,30,33,36,38,39,50,60] TPS797
Low-dropout regulator, 200 mA | DBV5 DQN (P,) | TPS7A02[08=0.8,10,11,12,15,16,18,19,20,22,25,27,28,30,31,32,33,36] TPS7A20[10,11,12,15,18,25,28,30,31,33,36,50]
Low-dropout regulator, 200 mA | DBV5 DQN DBZ (P,) | TPS7A05[08=0.8,10,12,15,18,20,22,25,28,30,31,33] TPS7A03[08=0.8,10,12,15,18,22,25,28,30,33]
Low-dropout regulator, 100 mA | DGN DRB (,A) | TPS7A16[01,33,50] TPS7A41[01] TPS7A49[01] TPS7A19[01]
Negative low-dropout regulator, 200 mA | DGN DRB () | TPS7A30[01]
Negative low-dropout regulator, 1 A | RGW () | TPS7A33[01]
Dual low-dropout regulator, 150 mA, positive and negative | DSC () | TPS7A39[01]
Low-dropout regulator, 1.5 A | DCQ6 DCY KTT5 () | TPS7A45[01,15,18,25,33]
Low-dropout regulator, 1 A | RGW () | TPS7A47[00=,01,02=](,A)
Low-dropout regulator, 2 A | RGR RGW () | TPS7A83[00=](,A) TPS7A84[00=](,A) TPS7A85[00=](,A) TPS7A82[00=]
Low-dropout regulator, 2 A | DDA () | TPS7A70[01]
Low-dropout regulator, 1 A | DRB DRV () | TPS7A80[01,33]
Dual low-dropout regulator | RTJ () | TPS7A88[01] TPS7A89[01]
Low-dropout regulator, 500 mA | DSK () | TPS7A90[01] TPS7A91[01] TPS7A92[01] TPS7A94[01]
Low-dropout regulator, 150 mA | DBV5 () | LP2985-[10=10,18,31,25,28,29,30,33,50] LP2985A-[10=10,18,25,28,29,30,33,50]
Low-dropout regulator, 50 mA | DBV5 () | LP2980-[30,33,50] LP2980A-[30,33,50]
Low-dropout regulator, 100 mA | DBV5 () | LP2981-[28,29,30,33,50] LP2981A-[28,29,30,33,50] LP2982-[30,33,50]
Low-dropout regulator, 100 mA | LP () | LP2950-[30,33,50]
Low-dropout regulator, 100 mA | D8 P DRG () | LP2951-[30,33,50]
Adjustable low-dropout regulator, 100 mA | D8 P DRG () | LP2951
Low-dropout regulator, 500 mA | DRV () | LP5912-[0.9,1.0,1.1,1.2,1.5,1.8,2.5,2.8,3.0,3.3]
Linear regulator, 300 mA | DDA KVU5 DRV () | TPS7B69[33,50] TPS7B82[33,50] TPS7A65[33,50] TPS7A66[01,33,50]
Sink and source regulator for DDR termination | DRC () | TPS51200
Sink and source regulator for DDR termination | DSQ () | TPS51206
`,
  switching_regulator: `
Step-down converter | RJN () | TPS566235
Step-down converter | YFP8 () | TPS62743
Step-down converter | DMQ () | TPS62825 TPS62826 TPS62827
Step-up converter | RNR () | TPS61088A TPS61089
Step-up converter | RNW () | TPS61178
Step-up converter | RNS () | TPS61230A
Step-up converter | RWL () | TPS61235P TPS61236P
Step-up and step-down converter | YFF20 () | TPS63010 TPS63011 TPS63012
Step-up and step-down converter | RMW () | TPS63050 TPS63051
Step-up and step-down converter | RNC () | TPS630250 TPS630251 TPS630252
Step-down converter module | SIL8 () | LMZ10500 LMZ10501
Step-down converter module | RLR () | LMZM33602 LMZM33603
Step-down converter | DDC6 (X,Y,XF,YF) | LMR51430 LMR51420
Step-down converter | RNX (A,B,FA,FB) | LMR36006 LMR36015 LMR33620 LMR33630
Step-down converter | DRL8 () | TPS629203 TPS629206 TPS629210
Step-down power module | SIL8 () | TPS82130 TPS82140 TPS82150 TPS82084 TPS82085
Buck-boost controller | PWP28 () | LM5175 LM5176
Step-down converter | RNN () | TPS568215
Buck-boost converter | DLA () | TPS63802
Boost converter | DDC5 () | TPS61041
Synchronous rectifier controller | DBV5 () | UCC24612-1 UCC24612-2
Synchronous rectifier controller | DBV6 () | UCC24630 UCC24636
Charge pump | DGS10 () | TPS6050{0,1,2,3} TPS60130
Step-down converter | PWP14 () | LM5161
Step-down converter, 3 A | DDA () | TPS5430 TPS5431 TPS54331 TPS54336A TPS54327 TPS54328 TPS54329E TPS54339E TPS54335A TPS54332 TPS54336
Step-down converter | D8 () | TPS5410 TPS5420 TPS54231 TPS54331 TPS54232 TPS54233
Step-down converter, 5 A | DDA () | TPS5450 TPS54531 TPS54528 TPS54527 TPS54540 TPS54540B TPS54560 TPS54560B
Step-down converter, 4 A | DDA () | TPS54428 TPS54427
Step-down converter, 6 A | DDA () | TPS54628 TPS54627
Step-down converter, 2 A | DDA () | TPS54227 TPS54228 TPS54229E TPS54239E
Step-down converter | DRC () | TPS54227 TPS54327 TPS54335A
Step-down converter, 60 V | DDA () | TPS54360 TPS54360B LMR16030{S,P} LM5164 LM5163 LM5017 LM5169 LM5168
Step-down converter, 42 V | DDA () | TPS54340 TPS54340B LMR14020S LMR14030S LMR14050S LMR23610A LMR33610{A,B} LMR33620{A,B,C} LMR33630{A,B,C} LMR33640{A,D}
Step-down converter, 36 V | DDA () | LMR23630{A,AF,F} LMR23625C LMR23625CF LMR16020P LMR16010P LMR51420{X,Y} LMR51430{X,Y} LMR38010{S,F} LMR38020{S,F}
Step-down converter | DPR () | TPS54341 TPS54361 TPS54541 TPS54561
Step-down converter | DGQ DRC () | TPS54040 TPS54040A TPS54060 TPS54060A TPS54140 TPS54140A TPS54160 TPS54160A TPS54240 TPS54260
Step-down converter | DRB () | TPS54061
Step-down converter | DGK () | TPS54062
Step-down converter, 3 A | DDC6 () | TPS54302 TPS54308 TPS562200 TPS562201 TPS562208 TPS562209 TPS563200 TPS563201 TPS563208 TPS563209 TPS563249 TPS561201 TPS561208
Step-down converter | DDC6 () | TPS564201 TPS564208 TPS565201 TPS565208 TPS56339 LMR14006{X,Y} LMR16006{X,Y} LMR14010A LMR54406F LMR54410F TPS54202 TPS54202H
Step-down converter | DRL6 () | TPS563231 TPS562231 TPS563202 TPS563207 TPS563206 TPS562202 TPS562206 TPS562207 TPS564247 TPS563252 TPS563257
Step-down converter | DDF () | TPS562210A TPS563210A
Step-down converter, 600 mA | DBV6 () | TPS560430{X,Y,XF,YF,X3F} LMR50410{X,Y,XF,YF} LMR51610{X,Y,XF,YF} LMR51606{X,Y,XF,YF}
Step-down converter | DBV5 () | TPS560200
Step-down converter | PWP14 () | TPS54226 TPS54325 TPS54326 TPS54525 TPS54526 TPS54425 TPS54426 TPS54625 TPS54626 TPS54225
Step-down converter | RGT () | TPS54226 TPS54326 TPS54526 TPS54426
Step-down converter | PWP20 () | TPS5431{0,1,2,3,4,5,6,7}
Step-down converter | PWP28 () | TPS5461{0,1,2,3,4,5,6} TPS54910 TPS5481{0} TPS54672 TPS54680
Step-down converter | PWP16 () | TPS54350 TPS54550 TPS54357 TPS54386 TPS54383
Step-down converter | RTE () | TPS54318 TPS54319 TPS54418 TPS54418A TPS54388 TPS54478 TPS54618 TPS54678 TPS54218
Step-down converter | RHL14 () | TPS54320 TPS54620 TPS54622 TPS54623 TPS54821 TPS54824
Step-down converter | RGY14 () | TPS54620
Step-down controller | PWP16 () | TPS40054 TPS40055 TPS40057
Step-down controller | RGY20 () | TPS40170 LM5145 LM5146
Step-down controller | D8 DRB () | TPS40200
Boost controller | DGQ DRC () | TPS40210 TPS40211
Step-down controller | DRC () | TPS40303 TPS40304 TPS40304A TPS40305 TPS40345
Boost controller | RTE () | TPS43060 TPS43061
Step-down controller | PW14 RGY14 () | TPS51117
Step-down controller | PWP20 RGE () | TPS51116
Dual step-down controller | RGE () | TPS51125 TPS51125A TPS51123
Step-down controller | DSC () | TPS51218
Dual step-down controller | RUK () | TPS51225 TPS51225C TPS51216
Step-down converter | DQP () | TPS53319 TPS53353 TPS53355 TPS53318
Step-down converter | RVE () | TPS51367 TPS51363 TPS53513 TPS53515
Boost converter | RTE () | TPS55330 TPS55340
Boost converter | PWP14 () | TPS55340 TPS61175 TPS55332
Charge pump inverter | DBV5 () | TPS6040{0,1,2,3}
Charge pump | DRV () | TPS60150 TPS60151
Charge pump | DGK () | TPS6024{0,1,2,3}
Boost converter | DGS10 () | TPS6100{0,1,2,3,4,5,6,7} TPS6101{0,1,2,3,4,5,6}
Boost converter | DRC () | TPS6102{0,4,5,6,7,8,9} TPS6108{0,1} TPS61086 TPS61087 TPS6120{0,1,2}
Boost converter | PWP16 RSA () | TPS6103{0,1,2}
Boost converter | RSA () | TPS6109{0,1,2} TPS6113{0,1,2}
Boost converter | DBV5 DRV () | TPS61040 TPS61041
Boost converter | DDC6 () | TPS6107{0,1,3}
Boost converter | DGK PW8 () | TPS61085 TPS61085A
Boost converter | RHL20 () | TPS61088
Boost converter | DSK () | TPS61093
Boost converter | DBV5 () | TPS61097A-[33]
Boost converter | DSE () | TPS61098{0,1,2,3,4,5,6,7}
Boost converter | DRV () | TPS61099 TPS61099{1,2,3,4,5,6,7} TPS61170 TPS6124{0,1} TPS61291
Boost converter | DCK6 () | TPS6122{0,1,2} TLV6122{0,5}
Boost converter | DRL6 () | TPS61023
Boost converter | DSG () | TPS61021A
Boost converter | DBZ DBV5 () | TPS61322 TPS61322{1,2,3,4,5,6}A
Boost converter | DBV6 () | TLV61046A TLV61070A
Step-down converter | DGS10 () | TPS6200{0,1,2,3,4,5,6,7,8} TPS6205{0,1,2,4,6}
Step-down converter | DGQ DRC () | TPS6204{0,2,3,4,6} TPS6202{0,1}
Step-down converter | DSG () | TPS6206{0,1,3,5,7} TPS6208{0,1,2} TPS62080A TPS62125 TPS6216{0,1,2,3} TPS6217{0,1,2,3}
Step-down converter | DGK () | TPS62160
Step-down converter | RLT () | TPS6208{5,6,7} TLV62085
Step-down converter | RGT () | TPS6209{0,1,2,3,5} TPS6213{0,1,2,3} TPS6214{0,1,2,3} TPS6215{0,1,2,3} TPS6213{0,1,2,3}A TPS6214{0}A TPS6215{0}A
Step-down converter | RSA () | TPS6211{0,1,2}
Step-down converter | DRV () | TPS62122 TPS6224{0,2,3} TPS6226{0,1,2,3} TPS6229{0,1,3} TPS62560 TPS62590
Step-down converter | DCN () | TPS62120
Step-down converter | DQC () | TPS62175 TPS62177
Step-down converter | DDC5 () | TPS6226{0,1,2,3} TPS6224{0,2,3} TPS62561 TPS6222{0,1,2,3,4,7,8,9}
Step-down converter | DBV5 () | TPS6220{0,1,2,3,4,5,7,8} TLV62565 TLV62566 TLV62568 TLV62569 TPS62569
Step-down converter | DRY () | TPS6223{0,1,2,3,9}
Step-down converter | DSS () | TPS62740 TPS62745 TPS62742
Step-down converter | DRC () | TPS6240{0,1,2,3,4} TPS62410 TPS62420 TPS6230{0,1,2,3,5}
Step-down converter | DLC () | TPS62821 TPS62822 TPS62823 TPS62840
Step-down converter | DRL6 () | TPS62A01 TPS62A02 TLV62568(,P,A) TLV62569(,P,A) TPS62A01A TPS62A02A
Step-down converter | DRL8 () | TPS62932 TPS62933 TPS62933F TPS62932F TPS62933O TPS62933P
Step-down converter | DDC6 () | TLV62569P TLV62568P
Step-down converter | DSG () | TLV62065 TLV62080 TLV62084 TLV62084A
Step-down converter | RGT () | TLV62090 TLV62130 TLV62130A TLV62150 TLV62150A TLV62095
Buck-boost converter | DRC () | TPS6300{0,1,2} TPS63700
Buck-boost converter | DSJ () | TPS6302{0,1}
Buck-boost converter | DSK () | TPS6303{0,1,6} TPS63900
Buck-boost converter | DSC () | TPS6306{0,1}
Buck-boost converter | RNM () | TPS63070 TPS630701 TPS630702
Dual converter, positive and negative | RGE () | TPS65130 TPS65131
Charge pump inverter with regulator | DSG () | LM27761 LM27762
Charge pump inverter | DBV6 () | LM2776
Step-down converter | PWP16 () | LM43600 LM43601 LM43602 LM43603 LM46000 LM46001 LM46002
Step-down converter | DRC DGS10 () | LM5165 LM5166 LM5165X LM5165Y LM5166X LM5166Y
Step-down converter | DDA DRV () | LM5166
Boost controller | DSS () | LM5155 LM51551 LM5156 LM51561 LM51561H LM5156H LM51551
Boost converter | RTE () | LM5157 LM5158 LM51571 LM51581
Switching regulator | D8 P () | MC34063A MC33063A MC34063E
Pulse-width modulation controller | D16 N16 PW16 NS16 (C,I) | TL494 TL594
Pulse-width modulation controller | N14 PW14 D14 (AC,AI) | TL497
Dual pulse-width modulation controller | D16 N16 PW16 NS16 DB16 (AC) | TL1451
Pulse-width modulation controller | D8 P (C,I,AC,AI) | TL5001
Pulse-width modulation controller | D16 N16 () | SG3524 SG2524
Pulse-width modulation controller | D8 DGK P () | UCC28C4{0,1,2,3,4,5} UCC38C4{0,1,2,3,4,5}
Pulse-width modulation controller | D14 P (,B) | TL284{2,3,4,5} TL384{2,3,4,5}
Power factor controller | D8 P () | UCC28019 UCC28019A UCC28180 UCC28050 UCC28051 UCC38050 UCC38051
Flyback controller | D8 () | UCC28740 UCC28600 UCC28610 UCC28710 UCC28730 UCC28742 UCC28722 UCC25600 UCC28056
Flyback controller | DBV6 () | UCC28700 UCC28701 UCC28720 UCC28704
`,
  power_management: `
USB power delivery controller | RJK () | TPS25750D
USB power delivery controller | RSM () | TPS25750S
USB power delivery controller | ZQZ (,AA,AB) | TPS65982
Load switch | YZV () | TPS22913B TPS22913C TPS22912C
Power switch | DBV5 DGN () | TPS2069D TPS2068D TPS2065D
Electronic fuse | DRC () | TPS259230 TPS259231 TPS259240 TPS259241 TPS259250 TPS259251 TPS259260 TPS259261 TPS259270 TPS259271
Electronic fuse | RPW () | TPS259470A TPS259470L TPS259472A TPS259472L TPS259474A TPS259474L
Electronic fuse | DSG () | TPS259520 TPS259521 TPS259530 TPS259531 TPS259533 TPS259540 TPS259541 TPS259570 TPS259571 TPS259573
Voltage detector | DSE DDC6 () | TPS3710
Battery charger | RQM () | BQ25790 BQ25792 BQ25798
Battery monitor | PW20 () | BQ7692000 BQ7692003 BQ7692006
Battery monitor | DBT30 () | BQ7693000 BQ7693001 BQ7693002 BQ7693003 BQ7693006 BQ7693007
Battery monitor | DBT44 () | BQ7694000 BQ7694001 BQ7694002 BQ7694003 BQ7694006
Battery gauge and protection | RSM () | BQ40Z50 BQ40Z60 BQ40Z80
Wireless power transmitter controller | RGZ () | BQ500210 BQ500211 BQ500211A BQ500212A
Power multiplexer | RUX () | TPS2121
USB power delivery controller | RSH () | TPS65987DDH TPS65988DH
Battery protection driver | PW16 () | BQ76200
Electronic fuse | RGE PWP20 () | TPS2663{0,1,2,3,5,6}
Supervisor | DQN () | TPS3831{A09,G18,G33,K33,L30}
Current and power monitor | DCN D8 (AI,BI) | INA219
Current and power monitor | DGS10 (AI,BI,I) | INA220 INA226 INA228 INA229 INA233 INA237 INA238 INA239 INA234
Current and power monitor with shunt | PW16 (AI) | INA260
Current and power monitor, three channels | RGV (AI) | INA3221
Current and power monitor | RGT (AI) | INA230
Battery charger, linear | DSQ () | BQ24040 BQ24041 BQ24045 BQ24050 BQ24052
Battery charger with power path | RGT () | BQ2407{2,3,4,5,9} BQ24072T BQ24075T BQ24079T BQ24230 BQ24232 BQ24230H BQ24232H BQ24232HA
Battery charger, linear | DGQ DRC () | BQ24090 BQ24091 BQ24092 BQ24093 BQ24095
Battery charger, linear | DRC () | BQ24080 BQ24081 BQ24082 BQ24083 BQ24085 BQ24086 BQ24087 BQ24088 BQ24060 BQ24061 BQ24062 BQ24063 BQ24064
Battery charger, linear | DBV6 () | BQ21040
Battery charger, switching | RGE () | BQ24190 BQ24192 BQ24192I BQ24193 BQ24195 BQ24195L BQ24196 BQ24250 BQ24251 BQ24257 BQ24259 BQ24296 BQ24296M BQ24297 BQ24298 BQ25606 BQ24133 BQ24610 BQ24616 BQ24617 BQ24618 BQ24600
Battery charger, switching | RVA () | BQ24650 BQ24620 BQ24600 BQ24640
Battery charger, switching | RTW () | BQ25601 BQ25601D BQ25611D BQ25616 BQ25616J BQ25890 BQ25890H BQ25892 BQ25895 BQ25895M BQ25896 BQ25619
Battery charger controller | RGR () | BQ24725A BQ24735 BQ24717 BQ24725 BQ24707A
Battery charger, linear | DSG () | BQ25170 BQ25172
Lead-acid charger | DW16 N16 () | BQ24450
Energy harvester with charger | RGR () | BQ25570 BQ25505
Energy harvester with charger | RGT () | BQ25504
Battery charger with power path | YFP25 () | BQ25120A BQ25120 BQ25121A BQ25125
Battery charger | YFP6 () | BQ25100 BQ25101
Battery protection | DSE () | BQ29700 BQ29702 BQ29704 BQ29705 BQ29706 BQ29707
Charger front-end protection | DSG () | BQ24314 BQ24316 BQ24314A BQ24313 BQ24315
Battery pack manager | RSM () | BQ40Z50 BQ40Z80 BQ40Z60 BQ4050
Battery monitor | PW20 () | BQ76920{00,01,02,03,06} 
Battery monitor | DBT30 () | BQ76930{00,01,02,03,06,07,08}
Battery monitor | DBT44 () | BQ76940{00,01,02,03,05,06,07,08}
Battery monitor | PFB () | BQ76952{,01,02,03,04} BQ76942{,01,02,03,04}
Fuel gauge | PW14 () | BQ34Z100 BQ34110
Wireless power receiver | YFP28 RHL20 () | BQ51013B BQ51003
Load switch | DBV6 () | TPS22810 TPS22860 TPS22917 TPS22917L TPS22918 TPS22929D
Load switch | DCK6 () | TPS22860 TPS22919
Load switch | DCK5 () | TPS2294{1,2,3,4,5,6}
Load switch | DRV () | TPS22810 TPS27082L
Load switch | DSG () | TPS22965 TPS22965N TPS22967 TPS22975 TPS22975N
Dual load switch | DPU () | TPS22966 TPS22968 TPS22968N TPS22976 TPS22976N
Load switch | DCN RSE8 () | TPS22960
Load switch | DDC6 () | TPS27081A
Load switch | YFP4 () | TPS22901 TPS22902 TPS22902B TPS22916{B,C,CN,CL} TPS22910A TPS22912C
Power distribution switch | D8 P DGN () | TPS2041(,A) TPS2042(,A) TPS2051(,A) TPS2052(,A) TPS2030 TPS2031 TPS2032 TPS2033 TPS2034
Power distribution switch | D8 DGN DBV5 () | TPS2041B TPS2051B TPS2065C TPS2051C TPS2041C TPS2069C TPS2061 TPS2065 TPS2068C TPS2001C TPS2001D TPS2000C
Power distribution switch | D8 DGN DRB () | TPS2042B TPS2052B TPS2062 TPS2062A TPS2062C TPS2066 TPS2066A TPS2066C TPS2060C TPS2064C TPS2002C TPS2003C
Power distribution switch | D16 () | TPS2043B TPS2053B TPS2044B TPS2054B TPS2043 TPS2044 TPS2053 TPS2054
Power multiplexer | PW8 () | TPS2110 TPS2111 TPS2112 TPS2113 TPS2114 TPS2115 TPS2110A TPS2111A TPS2112A TPS2113A TPS2114A TPS2115A
Power multiplexer | DRB () | TPS2113A TPS2115A
Power multiplexer | DRL8 () | TPS2116 LM66200
Power-over-Ethernet powered device | PW8 D8 () | TPS2375 TPS2376 TPS2377
Power-over-Ethernet powered device | DDA () | TPS2378 TPS2379 TPS2376-H
Power-over-Ethernet powered device with controller | PW14 () | TPS23753 TPS23753A
Power-over-Ethernet powered device with controller | PWP20 () | TPS23754 TPS23756 TPS23757 TPS23754-1
Hot-swap controller | DGS10 () | TPS2490 TPS2491 TPS24720
ORing controller | PW14 () | TPS2410 TPS2411
ORing controller | PW8 () | TPS2412 TPS2413
Overvoltage protection controller | DBV5 () | TPS2400
USB charging port controller | DBV6 () | TPS2513 TPS2513A TPS2514 TPS2514A
USB charging port controller | DGN () | TPS2511
USB charging port controller | RTE () | TPS2540 TPS2540A TPS2541 TPS2543 TPS2544 TPS2546
Current-limited power switch | DBV6 DRV () | TPS2550 TPS2551 TPS2552 TPS2553 TPS25221 TPS2553D TPS2554 TPS2555
Current-limited power switch | DRB () | TPS2556 TPS2557
Current-limited power switch | DRC () | TPS2560 TPS2561 TPS2560A TPS2561A
Current-limited power switch | DRV () | TPS25200
Electronic fuse | RSA () | TPS2590
Electronic fuse | DRC () | TPS2592AA TPS2592AL TPS2592BA TPS2592BL TPS2592ZA TPS2662{0,1,2,3,4,5} TPS25926{1,2,3}
Electronic fuse | D8 () | TPS25921A TPS25921L
Electronic fuse | RVC () | TPS25940A TPS25940L TPS25942A TPS25942L TPS25944A TPS25944L TPS25810
USB C power switch and source controller | DSS () | TPS25820 TPS25821
Electronic fuse | DSG () | TPS2595{01,02,03,11,12,13,21,22,23,31,32,33,41,42,43,51,52,53}
Electronic fuse | PWP16 () | TPS26600 TPS26601 TPS26602
Current-limited high-side switch | PWP14 (A,B,) | TPS1H100 TPS27S100
USB power delivery source controller | RGE () | TPS25740 TPS25740A TPS25740B
Ideal diode | DCK6 () | LM66100
Ideal diode controller | DBV6 DDF () | LM74700 LM74701 LM74720
Ideal diode controller | DGK () | LM74610
Supervisor | DBV5 () | TPS3820-[25=,30=,33=,50=] TPS3823-[25=,30=,33=,50=] TPS3824-[25=,30=,33=,50=] TPS3825-[33=,50=] TPS3828-[33=,50=]
Supervisor | DBV5 () | TPS3823A-[30=,33=] TPS3800 TPS3836{E,J,H,K,L}{18,25,30,33} TPS3837{E,J,H,K,L}{18,25,30,33} TPS3838{E,J,H,K,L}{18,25,30,33}
Supervisor | DBZ () | TPS3809{J25,L30,K33,I50} TPS3839{A09,E16,G12,G18,G25,G30,G33,K33,K50,L30,L33} TLV803{S,M,R,Z} TLV809{J25,L30,K33,I50} TLV810{M,S,Z,R}
Supervisor | DBV3 () | TPS3809{J25,L30,K33,I50} TLV809{J25,L30,K33,I50}
Supervisor | DCK5 () | TPS3801{E18,J25,L30,K33,I50,T50} TPS3803G15 TPS3803-01 TPS3801-01
Supervisor | DBV6 DRV () | TPS3808G{01,09,12,125,15,18,19,25,30,33,50}
Supervisor | DSE () | TPS3890{01,012,015,018,020,025,030,033} TPS3895{A,P} TPS3897{A,P}
Supervisor | D8 DGN () | TPS3305-[18=,25=,33=] TPS3307-[18=,25=,33=] TPS3707-[25=,30=,33=,50=] TPS3705-[30=,33=,50=]
Supervisor | D8 P PS PW8 (C,I) | TL7702A TL7705A TL7709A TL7712A TL7715A TL7702B TL7705B
Supervisor | D8 P PW8 (I) | TLC7701 TLC7703 TLC7705 TLC7725 TLC7733
Supervisor | DBV5 () | TPS3840{DL,PL,PH}{16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,40,42,43,44,45,46,49}
Supervisor | LP D8 PK (C,I) | TL7757
Power management | RSL (A,B,C,D) | TPS65217
Power management | RSL (A0,B1,D0) | TPS65218
Power management | RSB () | TPS65023 TPS65023B TPS65020 TPS65021 TPS65022
Power management | RSL () | TPS65070 TPS65072 TPS65073 TPS650732 TPS65910A
Transformer driver | DBV5 () | SN6501
Transformer driver | DBV6 () | SN6505A SN6505B
`,
  driver: `
Gate driver | YFF6 () | LMG1020
Stepper motor driver | RGE PWP28 () | DRV8434 DRV8434S DRV8434E DRV8424 DRV8424E DRV8426 DRV8426E
Half-bridge gate driver | D8 DDA DPR () | UCC27200 UCC27201 UCC27200A UCC27201A UCC27210 UCC27211 UCC27211A UCC27212
Gate driver | DBV6 () | UCC27511 UCC27511A UCC27531 UCC27512
Gate driver | DBV5 () | UCC27517 UCC27517A UCC27516 UCC27518 UCC27519 TPS2828 TPS2829
Dual gate driver | D8 DGN P () | UCC2742{3,4,5} UCC2732{1,2,3,4,5} UCC3732{1,2,3,4,5} UCC2752{3,4,5,6} UCC27524A UCC37321
Dual gate driver | D8 P PW8 () | TPS2811 TPS2812 TPS2813 TPS2814 TPS2815
Half-bridge gate driver | D14 () | UCC27714
Half-bridge gate driver | D8 () | UCC27712 UCC27710
Isolated dual gate driver | DW16 () | UCC21520 UCC21520A UCC21521 UCC21530 UCC21540 UCC21550A UCC21550B
Isolated dual gate driver | D16 () | UCC21220 UCC21220A UCC21222 UCC21225A
Isolated gate driver | DWY () | UCC23513 UCC23513B UCC23313 UCC23313B UCC23514
Isolated gate driver | D8 DWV (C) | UCC5310M UCC5320S UCC5350M UCC5390S UCC5320E UCC5390E UCC5350S
Isolated gate driver | DW16 () | ISO5451 ISO5452 ISO5500 ISO5851 ISO5852S UCC21750 UCC21710 UCC21732 UCC21736 UCC21759
Gate driver | DRC () | LM5108
Haptic driver | DGS10 () | DRV2605L DRV2604L
Haptic driver | YZF9 () | DRV2605 DRV2604 DRV2605L DRV2604L
Three-phase gate driver | DCA56 () | DRV8301 DRV8302
Three-phase gate driver | PHP () | DRV8305 DRV8305N
Three-phase motor driver | PWP28 RHH () | DRV8313
Three-phase gate driver | RHA () | DRV8308 DRV8306H DRV8307
Three-phase gate driver | RGZ () | DRV8323RS DRV8323RH DRV8353RS DRV8353RH
Three-phase gate driver | RTA () | DRV8323S DRV8323H DRV8353S DRV8353H
Three-phase gate driver | RTV () | DRV8320S DRV8320H DRV8350S DRV8350H
Motor driver | DDW44 () | DRV8312 DRV8332 DRV8412
Stepper motor driver | PWP28 () | DRV8811 DRV8812 DRV8813 DRV8814 DRV8818 DRV8821 DRV8824 DRV8825 DRV8828 DRV8829 DRV8802 DRV8840 DRV8841 DRV8842 DRV8843 DRV8844 DRV8880 DRV8424 DRV8434 DRV8426
Stepper motor driver | RHD () | DRV8812 DRV8824
Stepper motor driver | RGE () | DRV8834 DRV8846 DRV8424 DRV8425 DRV8426 DRV8434
Stepper motor driver | PWP24 () | DRV8834
Stepper motor gate driver | DCP38 () | DRV8711
H-bridge gate driver | RGE (E,P) | DRV8701
H-bridge motor driver | PWP16 RTY () | DRV8800 DRV8801 DRV8833 DRV8833C
H-bridge motor driver | PW16 () | DRV8833 DRV8847
H-bridge motor driver | PWP16 () | DRV8847 DRV8848 DRV8816 DRV8874 DRV8876 DRV8876N DRV8428
H-bridge motor driver | RTE () | DRV8847 DRV8428 DRV8833C
H-bridge motor driver | RGT () | DRV8874 DRV8876 DRV8876N
Low-side driver | PWP16 DW20 () | DRV8803 DRV8804 DRV8805
H-bridge motor driver | DGQ DRC () | DRV8830 DRV8832
H-bridge motor driver | DSS () | DRV8835 DRV8836 DRV8839
H-bridge motor driver | DSG () | DRV8837 DRV8837C DRV8838 DRV8210 DRV8212
H-bridge motor driver | DDA () | DRV8870 DRV8871 DRV8872 DRV8231 DRV8231A DRV8251 DRV8251A DRV8220
H-bridge motor driver | DRL6 () | DRV8210 DRV8220
Three-phase motor driver | DSC () | DRV10866
Three-phase motor driver | PWP16 PWP24 () | DRV11873 DRV10983 DRV10975 DRV10970
Solenoid driver | PW14 PW8 () | DRV110 DRV120
Relay driver | PW16 PWP16 () | DRV8860 DRV8860A
Darlington transistor array, 7 channels | D16 N16 NS16 PW16 (,I) | ULN2003A ULN2004A ULN2002A ULQ2003A ULQ2004A
Low-side driver, 7 channels | D16 PW16 () | ULN2003LV ULN2003V12 TPL7407L TPL7407LA
Darlington transistor array, 8 channels | DW18 N18 () | ULN2803A
Darlington transistor array, 4 channels | NE16 () | ULN2064B ULN2065B ULN2066B ULN2067B ULN2068B ULN2069B
Power shift register, 8 bits | DW24 NE20 () | TPIC6A595 TPIC6A596 TPIC6A259
Power shift register, 8 bits | DW20 N20 () | TPIC6B595 TPIC6B596 TPIC6595 TPIC6596
Power latch, 8 bits | DW20 N20 () | TPIC6B259 TPIC6B273 TPIC6259 TPIC6273
Power shift register, 8 bits | D16 N16 PW16 () | TPIC6C595 TPIC6C596 TLC6C598
H-bridge driver, quad half-bridge | NE16 () | SN754410 L293D L293
Dual peripheral driver | D8 P PS (B) | SN7545{1,2,3,4}
Darlington transistor array, 7 channels | D16 N16 NS16 () | SN75468 SN75469
LED driver, 16 channels | PWP28 NT28 RHB () | TLC5940
LED driver, 8 channels | D16 N16 PW16 (I) | TLC5916 TLC5917
LED driver, 16 channels | DBQ24 DW24 PW24 (I,) | TLC5926 TLC5927 TLC5928 TLC59281 TLC59282 TLC59025
LED driver, 24 channels | DAP32 RHB () | TLC5947
LED driver, 12 channels | PWP20 () | TLC59711 TLC5971
LED driver, 12 channels | RGE () | TLC5971
LED driver, 16 channels | PW28 RHB (I,FI) | TLC59116
LED driver, 8 channels | PW20 RGY20 (I) | TLC59108 TLC59108F
LED driver, boost | DRV () | TPS61160 TPS61160A TPS61161 TPS61161A TPS61165
LED driver, boost | DBV6 () | TPS61165
LED driver, boost | DCK5 () | TPS61169
LED driver, boost | DRB () | TPS61042
LED driver, step-down | DGQ () | TPS92512 TPS92510 TPS92513
LED driver | DBV6 () | TPS92200D1 TPS92200D2
LED driver, linear | PWP16 () | TPS92630 TPS92638
`,
  voltage_reference: `
Shunt voltage reference | DBZ DCK5 LP (I,Q,) | LM4040{A,B,C,D}[20=2.048,25=2.5,30=3,41=4.096,50=5,82=8.192,10=10]
Shunt voltage reference | DBZ DCK5 LP (I,) | LM4041{A,B,C,D}[12=1.225] LM4041{B,C,D}
Shunt voltage reference | DBZ (I,Q,) | LM4050{A,B,C}[20=2.048,25=2.5,41=4.096,50=5] TL4050{A,B,C}[25,41=4.096,50]
Adjustable shunt regulator | D8 DBV5 DBZ DCK6 LP P PK PS PW8 (C,I,Q) | TL431(,A,B)
Adjustable shunt regulator | DBV5 DBZ PK (C,I,Q) | TL432(,A,B)
Adjustable shunt regulator | DBV5 DBZ DCK6 LP PK D8 (C,I,Q) | TLV431(,A,B) TLVH431(,A,B) TLVH432(,A,B)
Adjustable shunt regulator | DBZ (I,Q) | ATL431(A,B) ATL432(A,B) ATL431LI(A,B) ATL432LI(A,B) TL431LI(A,B) TL432LI(A,B)
Adjustable shunt regulator, precision | D8 PW8 LP (C,) | TL1431
Voltage reference | DBZ (AI) | REF30[12=1.25,20=2.048,25=2.5,30=3,33=3.3,40=4.096] REF31[12=1.25,20=2.048,25=2.5,30=3,33=3.3,40=4.096] REF29[12=1.25,20=2.048,25=2.5,30=3,33=3.3,40=4.096]
Voltage reference | DBV6 (AI) | REF32[12=1.25,20=2.048,25=2.5,30=3,33=3.3,40=4.096]
Voltage reference | DBZ DCK3 (AI) | REF33[12=1.25,18=1.8,20=2.048,25=2.5,30=3,33=3.3]
Voltage reference | DBV6 (I) | REF34[25=2.5,30=3,33=3.3,40=4.096,45=4.5,50=5]
Voltage reference | D8 DGK (AI,I) | REF50[10=10,20=2.048,25=2.5,30=3,40=4.096,45=4.5,50=5]
Voltage reference | DGK (I) | REF60[25=2.5,30=3,33=3.3,41=4.096,45=4.5,50=5] REF61[25=2.5,30=3,33=3.3,41=4.096,45=4.5,50=5]
Dual voltage reference | DDC5 (AI) | REF2025 REF2030 REF2033 REF2041 REF1925 REF1930 REF1933 REF1941
Shunt voltage reference | DBZ (AI) | REF1112
Shunt voltage reference | D8 LP PW8 () | LM285-[12=1.235,25=2.5] LM385-[12=1.235,25=2.5] LM385B-[12=1.235,25=2.5] LM336-[25=2.5] LM336B-[25=2.5]
Current source | D8 LP PW8 () | LM334 LM234
`,
  data_converter: `
Isolated amplifier | DWV (A,B) | ISO224
Isolated amplifier | DUB DWV (S,B,) | AMC1200
ADC, SPI | DBT30 (S,SB) | ADS7950 ADS7951 ADS7954 ADS7955 ADS7958 ADS7959
Capacitance-to-digital converter | DNT () | FDC2112 FDC2212
Capacitance-to-digital converter | RGH () | FDC2114 FDC2214
Inductance-to-digital converter | DNT () | LDC1312 LDC1612
Inductance-to-digital converter | RGH () | LDC1314 LDC1614
Analog-to-digital converter | RTC () | DDC118
Digital-to-analog converter, 8 channels | RGE (S) | DAC5578 DAC6578 DAC7578
Analog-to-digital converter, 12 bits | DGS10 RUG10 (I) | ADS1013 ADS1014 ADS1015 ADS1018
Analog-to-digital converter, 16 bits | DGS10 RUG10 (I) | ADS1113 ADS1114 ADS1115 ADS1118
Analog-to-digital converter, 16 bits | DBV6 () | ADS1100A{0,1,2,3,4,5,6,7}I ADS1110A{0,1,2,3,4,5,6,7}I
Analog-to-digital converter, 16 bits | DGS10 DRC (I) | ADS1112
Analog-to-digital converter, 16 bits | PW16 RVA RTE (I) | ADS1120 ADS112C04 ADS112U04 ADS1119
Analog-to-digital converter, 24 bits | PW16 RVA RTE (I) | ADS1220 ADS122C04 ADS122U04 ADS1219
Analog-to-digital converter, 16 bits | PW16 (I) | ADS1146
Analog-to-digital converter, 16 bits | PW20 (I) | ADS1147
Analog-to-digital converter, 16 bits | PW28 (I) | ADS1148
Analog-to-digital converter, 16 bits | PBS RHB (I,BI) | ADS114S06 ADS114S08
Analog-to-digital converter, 24 bits | PBS RHB (I,BI) | ADS124S06 ADS124S08
Analog-to-digital converter, 20 bits | PW16 (I) | ADS1230
Analog-to-digital converter, 24 bits | D16 (I) | ADS1231
Analog-to-digital converter, 24 bits | PW24 (I) | ADS1232
Analog-to-digital converter, 24 bits | PW28 (I) | ADS1234 ADS1248 ADS1261 ADS1262 ADS1263 ADS1282
Analog-to-digital converter, 24 bits | PW16 (I) | ADS1246 ADS1242 ADS1271
Analog-to-digital converter, 24 bits | PW20 (I) | ADS1247 ADS1243 ADS1259
Analog-to-digital converter, 24 bits | DB20 (I) | ADS1255
Analog-to-digital converter, 24 bits | DB28 (I) | ADS1256
Analog-to-digital converter, 24 bits | RTC (I) | ADS1258
Analog-to-digital converter, 24 bits | PAP (I) | ADS1274 ADS1278
Analog front end for biopotentials | PBS RSM (I) | ADS1291 ADS1292 ADS1292R ADS1293
Analog front end for biopotentials | PAG (I) | ADS1294 ADS1294R ADS1296 ADS1296R ADS1298 ADS1298R ADS1299 ADS1299-4 ADS1299-6
Analog-to-digital converter, 24 bits | PW20 RUK (I) | ADS131M02 ADS131M03 ADS131M04
Analog-to-digital converter, 24 bits | PBS RSN (I) | ADS131M06 ADS131M08
Analog-to-digital converter, 24 bits | PBS (I) | ADS131A02 ADS131A04 ADS127L01
Analog-to-digital converter, 24 bits | PAG (I) | ADS131E04 ADS131E06 ADS131E08
Analog-to-digital converter | DCU RUG8 (I) | ADS7040 ADS7041 ADS7042 ADS7043 ADS7044
Analog-to-digital converter | RUG8 (I) | ADS7052 ADS7054 ADS7056 ADS7057 ADS7046 ADS7047 ADS7049
Analog-to-digital converter, 8 channels | RTE (I) | ADS7028 ADS7038 ADS7128 ADS7138 ADS7924 TLA2518 TLA2528
Analog-to-digital converter, 8 channels | PW16 (I) | ADS7830 
Analog-to-digital converter, 12 bits | DBV6 (I) | ADS7866 ADS7867 ADS7868
Analog-to-digital converter | DBV6 DCK6 (S) | ADS7883 ADS7884 ADS7885 ADS7886 ADS7887 ADS7888
Analog-to-digital converter | DBT30 (S) | ADS7950 ADS7951 ADS7954 ADS7955 ADS7958 ADS7959
Analog-to-digital converter | DBT38 (S) | ADS7952 ADS7953 ADS7956 ADS7957 ADS7960 ADS7961
Analog-to-digital converter, 16 bits | DGK (I,IB) | ADS8317 ADS8318 ADS8319 ADS8326 ADS8325
Analog-to-digital converter | DGS10 (I) | ADS8860 ADS8861 ADS8862 ADS8864 ADS8866 ADS8867 ADS8881 ADS8883 ADS8885 ADS8887 ADS8318 ADS8319
Analog-to-digital converter | PW16 (I) | ADS8661 ADS8665 ADS8671 ADS8675 ADS8681 ADS8685 ADS8689
Analog-to-digital converter | DBT38 (I) | ADS8664 ADS8668 ADS8674 ADS8678 ADS8684 ADS8688 ADS8684A ADS8688A ADS8694 ADS8698
Analog-to-digital converter, 16 bits | PM (IS,I) | ADS8584 ADS8586 ADS8588 ADS8598
Touch screen controller | PW16 RGV (I) | ADS7846 TSC2046 
Touch screen controller | PW16 (I) | TSC2003
Digital-to-analog converter | DCK6 (I) | DAC5311 DAC6311 DAC7311 DAC8311 DAC8411
Digital-to-analog converter | DBV6 (I) | DAC5571 DAC6571 DAC7571 DAC5573
Digital-to-analog converter, 16 bits | DGK (I,AI,IA,IB,IC) | DAC8571 DAC8550 DAC8551 DAC8531 DAC8501 DAC8560 
Dual digital-to-analog converter, 16 bits | DGK (I) | DAC8532 DAC8552
Quad digital-to-analog converter | DGS10 (I) | DAC5574 DAC6574 DAC7574 DAC7554
Quad digital-to-analog converter, 16 bits | PW16 (I,IA,IB,IC,ID) | DAC8554 DAC8574 DAC8534 DAC8564 DAC8565 DAC8555
Digital-to-analog converter, 8 channels | PW16 (S,I,IA,IB,IC,ID) | DAC5578 DAC6578 DAC7578 DAC8568 DAC7568 DAC8168 DAC7678
Dual digital-to-analog converter | DGS10 DSC (S) | DAC8562 DAC8563 DAC8162 DAC8163 DAC7562 DAC7563
Digital-to-analog converter | DGS10 (Z,M) | DAC60501 DAC70501 DAC80501
Current output digital-to-analog converter | PWP24 RHA (I) | DAC7760 DAC8760 DAC7750 DAC8750
Multiplying digital-to-analog converter | DGK DGS10 DRB (I,IB,IC) | DAC8811 DAC7811
Digital-to-analog converter | D8 P DGK (C,I) | TLC5615 
Digital-to-analog converter | D8 DGK P (C,I) | TLV5606 TLV5616 TLV5623 TLV5624 TLV5626 TLV5636 TLV5638 TLV5618A TLV5617A TLV5625 TLV5637 TLV5639
Quad digital-to-analog converter | D14 N14 (C,I) | TLC5620 TLV5620
Quad digital-to-analog converter | D16 PW16 (C,I) | TLV5614 TLV5604
Digital-to-analog converter, 8 channels | DW20 PW20 (C,I) | TLV5610 TLV5608 TLV5630 TLV5631 TLV5632
Analog-to-digital converter, 8 bits | D8 P PW8 (C,I) | TLC0831 TLC0832 TLC548 TLC549 TLC1549
Analog-to-digital converter | DW20 N20 DB20 (C,I) | TLC1543 TLC1542 TLC2543 TLC0838 TLC541 TLC542
Analog-to-digital converter, 8 bits | NS24 PW24 (I) | TLC5510 TLC5510A
Analog-to-digital converter, audio | PW14 () | PCM1808
Analog-to-digital converter, audio | DB20 () | PCM1802 PCM1803A
Analog-to-digital converter, audio | DBT30 () | PCM1860 PCM1861 PCM1862 PCM1863 PCM1864 PCM1865
Analog-to-digital converter, audio | DB28 () | PCM1804
Digital-to-analog converter, audio | PW20 () | PCM5100A PCM5101A PCM5102A PCM5100 PCM5101 PCM5102
Digital-to-analog converter, audio | PW28 () | PCM5121 PCM5122 PCM5141 PCM5142
Digital-to-analog converter, audio | DB28 () | PCM1792A PCM1794A PCM1795 PCM1796 PCM1798 PCM1791A PCM1793
Digital-to-analog converter, audio | DBQ16 () | PCM1753 PCM1754 PCM1755 PCM1780 PCM1781 PCM1742
Digital-to-analog converter, audio | PW24 () | PCM1789
Capacitance-to-digital converter | DGS10 DSC () | FDC1004
Time-to-digital converter | PW14 () | TDC7200
Digital potentiometer | DCK6 () | TPL0401A TPL0401B
Digital potentiometer | PW14 () | TPL0102
Isolated delta-sigma modulator | DWV () | AMC1304M25 AMC1303M2520 AMC1306M25 AMC1306M05 AMC1305M25 AMC1106M05
`,
  interface: `
USB C redriver and switch | RNQ (,I) | TUSB1046 TUSB1046A TUSB546 TUSB544
USB 2.0 transceiver, ULPI | RHB (,B) | TUSB1210
MIPI DSI to LVDS bridge | ZXH PAP () | SN65DSI83 SN65DSI84 SN65DSI85
MIPI DSI to embedded DisplayPort bridge | PAP (I,) | SN65DSI86
Digital isolator with power | DWE () | ISOW7840 ISOW7841 ISOW7842 ISOW7843 ISOW7844 ISOW7841A
RS-232 transceiver | PW16 DB16 (I,C) | TRSF3221E
USB Type-C port controller with switch | RNH () | HD3SS3220
Serializer for cameras | RHB (T) | DS90UB953 DS90UB935
Deserializer for cameras | RGZ (T) | DS90UB954 DS90UB936
I2C bus buffer | DGK () | TCA9800 TCA9801 TCA9802 TCA9803
Digital isolator, 4 channels | DW16 () | ISO7340FC ISO7341FC ISO7342FC ISO7330FC ISO7331FC
RS-422 driver, quad | D16 N16 NS16 () | MC3486 MC3487
RS-232 transceiver, dual | D16 DW16 N16 NS16 (,I) | MAX232
RS-232 transceiver, dual | D16 DW16 N16 PW16 (C,I) | MAX232E MAX202 TRS232 TRS232E TRS202E
RS-232 transceiver | DB16 PW16 (C,I) | MAX3221 MAX3221E MAX3227 MAX3227E TRS3221 TRS3221E
RS-232 transceiver, dual | DB20 DW20 PW20 (C,I) | MAX3222 MAX3222E MAX3223 MAX3223E TRS3222 TRS3222E TRS3223 TRS3223E
RS-232 transceiver, dual | D16 DB16 DW16 PW16 (C,I) | MAX3232 MAX3232E TRS3232 TRS3232E
RS-232 transceiver, dual | D16 DB16 DW16 PW16 () | SN65C3232 SN75C3232 SN65C3232E SN75C3232E
RS-232 transceiver | DB28 DW28 PW28 (C,I) | MAX3243 MAX3243E MAX3237 MAX3237E MAX3238 MAX3238E MAX211 MAX213 TRS3243 TRS3243E TRS3237E
RS-232 transceiver | DB20 DW20 N20 PW20 () | SN75185 GD75232 GD65232
RS-232 driver, quad | D14 N14 NS14 DB14 () | SN75188 MC1488 SN75C188
RS-232 receiver, quad | D14 N14 NS14 DB14 (,A) | SN75189 MC1489 SN75C189
RS-422 driver, quad | D16 N16 NS16 PW16 DB16 (C,I) | AM26C31 AM26LS31 AM26LV31 AM26LV31E
RS-422 receiver, quad | D16 N16 NS16 PW16 DB16 (C,I,AC) | AM26C32 AM26LS32 AM26LV32 AM26LV32E AM26LS33
RS-422 driver, dual | D8 P PS () | SN75158 SN75157 SN75179B UA9638C UA9637AC
RS-485 transceiver | D8 P PS () | SN75176A SN75176B SN65176B SN75ALS176 SN65ALS176 SN75LBC176 SN65LBC176 SN65LBC176A SN75LBC176A SN65LBC184 SN75LBC184 SN65LBC179 SN75LBC179
RS-485 transceiver | D8 P () | SN65HVD05 SN65HVD06 SN65HVD07 SN65HVD08 SN65HVD10 SN65HVD11 SN65HVD12 SN65HVD1176 SN65HVD20 SN65HVD21 SN65HVD22 SN65HVD23 SN65HVD24 SN75HVD10 SN75HVD11 SN75HVD12
RS-485 transceiver | D8 DGK P () | SN65HVD3082E SN65HVD3085E SN65HVD3088E SN65HVD485E SN75HVD3082E SN65HVD82 SN65HVD72 SN65HVD75 SN65HVD78
RS-485 transceiver | DRB () | SN65HVD72 SN65HVD75 SN65HVD78
RS-485 transceiver | D8 () | SN65HVD30 SN65HVD31 SN65HVD32 SN65HVD50 SN65HVD51 SN65HVD52
RS-485 transceiver | D14 () | SN65HVD33 SN65HVD34 SN65HVD35 SN65HVD53 SN65HVD54 SN65HVD55 SN65HVD1786A
RS-485 transceiver | DGS10 D14 () | SN65HVD3080E SN65HVD3083E SN65HVD3086E SN65HVD71 SN65HVD74 SN65HVD77
RS-485 transceiver | D8 P () | SN65HVD1780 SN65HVD1781 SN65HVD1782 SN65HVD1785 SN65HVD1786 SN65HVD1787
RS-485 transceiver | D8 () | SN65HVD888 SN65HVD1792 SN65HVD96
RS-485 transceiver | D8 DGK DRB () | THVD1400 THVD1406 THVD1410 THVD1420 THVD1426 THVD1429 THVD1450 THVD1500 THVD1505 THVD1510 THVD1550 THVD8000 THVD1419 THVD2410 THVD2450
RS-485 transceiver | D8 DRB () | THVD1451
RS-485 transceiver | D14 () | THVD1452 THVD1512 THVD1552 THVD2442 THVD2452
CAN transceiver | D8 () | SN65HVD230 SN65HVD231 SN65HVD232 SN65HVD233 SN65HVD234 SN65HVD235 SN65HVD255 SN65HVD256 SN65HVD257 SN65HVD1050 SN65HVD1040 SN65HVD1050A SN65HVD1040A
CAN transceiver | D8 P () | SN65HVD251
CAN transceiver | D8 () | SN65HVDA1040A SN65HVDA1050A SN65HVDA540 SN65HVDA541
CAN transceiver | D8 DCN () | TCAN330 TCAN330G TCAN332 TCAN332G TCAN334 TCAN334G TCAN337 TCAN337G
CAN FD transceiver | D8 DRB DDF () | TCAN1042 TCAN1042{H,V,HV,G,GV,HG,HGV} TCAN1051 TCAN1051{H,V,HV,G,GV,HG,HGV} TCAN1044 TCAN1044{V,A,AV,EV} TCAN1057 TCAN1057{A,AV,AEV,V} TCAN1462 TCAN1462V TCAN3413 TCAN3414
CAN FD transceiver | D14 () | TCAN1043 TCAN1043{H,G,HG,A}
CAN FD controller with transceiver | RGY20 () | TCAN4550
LIN transceiver | D8 DRB () | TLIN1029 TLIN1029A TLIN2029 TLIN2029A TLIN1028 SN65HVDA195 TPIC1021 TPIC1021A
LVDS driver | D8 DBV5 () | SN65LVDS1
LVDS receiver | D8 DBV5 () | SN65LVDS2 SN65LVDT2
LVDS driver, quad | D16 PW16 NS16 () | SN65LVDS31 SN65LVDS047 SN65LVDS3487
LVDS receiver, quad | D16 PW16 NS16 () | SN65LVDS32 SN65LVDS048A SN65LVDT32 SN65LVDS33 SN65LVDS3486
LVDS driver, dual | D8 DGK () | SN65LVDS9638 SN65LVDS100 SN65LVDS101 SN65LVDS179 SN65LVDT100 SN65LVDT101
LVDS receiver, dual | D8 DGK () | SN65LVDS9637 SN65LVDT9637
M-LVDS transceiver | D8 () | SN65MLVD200A SN65MLVD201 SN65MLVD204A SN65MLVD206
Flat-panel transmitter | DGG56 () | SN75LVDS83 SN75LVDS83A SN75LVDS83B SN65LVDS93 SN65LVDS93A
Digital isolator, 1 channel | D8 () | ISO721 ISO721M ISO722 ISO722M ISO7310C ISO7310FC
Digital isolator, 2 channels | D8 () | ISO7220A ISO7220B ISO7220C ISO7220M ISO7221A ISO7221B ISO7221C ISO7221M ISO7320C ISO7320FC ISO7321C ISO7321FC ISO7420 ISO7420E ISO7421 ISO7421E ISO7420FE ISO7421FE ISO6720B ISO6721B
Digital isolator, 4 channels | DW16 () | ISO7240A ISO7240C ISO7240CF ISO7240M ISO7241A ISO7241C ISO7241M ISO7242A ISO7242C ISO7242M ISO7340C ISO7341C ISO7342C ISO7640FM ISO7641FC ISO7641FM
Digital isolator, 3 channels | DW16 () | ISO7230A ISO7230C ISO7230M ISO7231A ISO7231C ISO7231M ISO7330C ISO7331C ISO7631FC ISO7631FM
Digital isolator, 1 channel | D8 DW16 (,F) | ISO7710
Digital isolator, 2 channels | D8 DW16 DWV (,F) | ISO7720 ISO7721
Digital isolator, 3 channels | DW16 DBQ16 (,F) | ISO7730 ISO7731
Digital isolator, 4 channels | DW16 DBQ16 (,F) | ISO7740 ISO7741 ISO7742
Digital isolator, 6 channels | DW16 DBQ16 (,F) | ISO7760 ISO7761 ISO7762 ISO7763
Digital isolator, reinforced | DW16 (,F) | ISO7810 ISO7820 ISO7821 ISO7830 ISO7831 ISO7840 ISO7841 ISO7842 ISO6740 ISO6741 ISO6742 ISO6730 ISO6731
Isolated CAN transceiver | DUB DW16 () | ISO1050
Isolated CAN transceiver | DW16 DWV () | ISO1042 ISO1042B
Isolated CAN transceiver | D8 () | ISO1044B ISO1044
Isolated RS-485 transceiver | DW16 () | ISO3080 ISO3082 ISO3086 ISO3088 ISO1176 ISO35 ISO15 ISO1410 ISO1412 ISO1430 ISO1432 ISO1450 ISO1452 ISO1410B
Isolated I2C bus interface | D8 () | ISO1540 ISO1541 ISO1640B ISO1641B
Isolated digital input | D8 DBQ16 () | ISO1211 ISO1212
USB hub controller | VF () | TUSB2036 TUSB2046B TUSB2046BI TUSB2046I
USB hub controller | PHP () | TUSB4020B TUSB4020BI TUSB8020B TUSB8020BI
USB hub controller | PAP () | TUSB4041 TUSB4041I
USB hub controller | RGC () | TUSB8041 TUSB8041I TUSB8041A TUSB8041AI TUSB8042 TUSB8042A TUSB8042I TUSB8043 TUSB8044
USB 3.0 host controller, PCIe | RKM () | TUSB7320 TUSB7340
USB to serial converter | VF RHB () | TUSB3410 TUSB3410I
USB transceiver | RHB () | TUSB1210
USB Type-C port controller | RWB (I,) | TUSB320 TUSB320L TUSB320LA TUSB320HA TUSB321 TUSB321A TUSB322 
Ethernet transceiver | RHB (I,) | DP83822HF DP83822H DP83822IF DP83822 DP83826E TLK105 TLK105L TLK106 TLK106L DP83826
Gigabit Ethernet transceiver | PAP (R) | DP83867I DP83867C
Gigabit Ethernet transceiver | RGZ () | DP83867IR DP83867CR DP83867IS DP83867CS DP83867E DP83869HM
I2C expander, 8 bits | DW16 PW16 DB16 DGV16 DBQ16 (,A) | TCA9554 PCA9554 PCA9534 TCA9534 PCA9538 TCA9538
I2C expander, 16 bits | DB24 DBQ24 DW24 PW24 DGV24 (,A) | TCA9555 PCA9555 TCA9535 PCA9535 TCA9539 PCA9539
I2C expander, 16 bits | RTW RGE () | TCA9555 TCA9535 TCA9539 PCA9555 PCA9535 PCA9539
I2C expander, 4 bits | D8 DGK () | PCA9536 TCA9536
I2C expander, 8 bits | D16 PW16 RGV () | PCA9557 TCA9557
I2C expander, 8 bits | PW16 RGT RSV () | TCA6408A TCA6408 PCA6408
I2C expander, 16 bits | PW24 RTW () | TCA6416A TCA6416
Keypad scanner and expander | RTW () | TCA8418 TCA8418E
I2C expander, 8 bits | DW16 N16 PW20 DGV20 RGY20 RGT () | PCF8574 PCF8574A
I2C expander, 16 bits | DB24 DBQ24 DW24 PW24 RGE () | PCF8575 PCF8575C
I2C switch, 8 channels | PW24 DW24 DB24 DGV24 RGE () | TCA9548A PCA9548A
I2C switch, 4 channels | D16 PW16 DW16 RGV () | TCA9546A PCA9546A
I2C switch, 4 channels | PW20 DW20 DB20 RGY20 () | TCA9545A PCA9545A TCA9544A PCA9544A
I2C switch, 2 channels | D14 PW14 () | TCA9543A PCA9543A
I2C bus buffer | D8 DGK () | TCA9517 TCA9517A TCA9517B PCA9517 PCA9515A PCA9515B TCA9509 TCA4311A TCA4307 TCA9511A TCA9617A TCA9617B
I2C bus buffer | D8 P PW8 DGK () | P82B96 P82B715
DVI receiver | PZP () | TFP401 TFP401A TFP403 TFP501
DVI transmitter | PAP () | TFP410 TFP510
HDMI companion | DGG24 PW24 () | TPD12S015 TPD12S016
Serial interface bridge | PAP () | SN65DSI83 SN65DSI84 SN65DSI85
`,
  logic: `
Voltage translator, 1 bit, bidirectional | DBV6 DCK6 DRL6 () | TXB0101 TXS0101
Voltage translator, 2 bits, bidirectional | DCT DCU () | TXB0102 TXS0102 PCA9306 LSF0102
Voltage translator, 4 bits, bidirectional | D14 PW14 RGY14 RUT () | TXB0104 TXS0104E
Voltage translator, 4 bits, bidirectional | RUT RSV () | TXB0304
Voltage translator, 4 bits | PW14 RGY14 RUT (,D) | LSF0204
Voltage translator, 6 bits, bidirectional | PW16 RGY16 () | TXB0106
Voltage translator, 8 bits, bidirectional | PW20 RGY20 DGS20 () | TXB0108 TXS0108E LSF0108
Voltage translator, unidirectional | PW14 RUT () | TXU0104 TXU0204 TXU0304
Voltage translator, unidirectional | DCK6 DBV6 () | TXU0101 TXU0102
`,
  analog_switch: `
Quad analog switch, SPDT | PW16 RSV DYY16 () | TMUX1574
High-speed differential switch | RKS () | HD3SS3212
High-speed differential switch | RUA () | HD3SS3415 TS3DV642
Dual analog switch, SPDT | DGS10 DRC () | TS3A24159
Analog multiplexer, 6 channels 2:1 | PW24 RTW () | TS3A27518E
Dual USB 2.0 switch | DRC RSE10 (,A,E) | TS3USB221
USB 2.0 switch | DGS10 RSW () | TS3USB30 TS3USB30E TS3USB31 TS3USB31E
Analog switch, SPDT | DBV6 DCK6 () | TS5A3159 TS5A3159A TS5A3160 TS5A3157 TS5A3153 TS5A4624 TS5A63157 TS5A9411 TS5A6542 TMUX1219 TMUX4157N TMUX1247 TMUX1237
Analog switch, SPST | DBV5 DCK5 () | TS5A3166 TS5A3167 TS5A4594 TS5A4595 TS5A4596 TS5A4597 TS5A1066 TS5A2066
Dual analog switch, SPDT | DGS10 RSE10 () | TS5A23157 TS5A23159 TS5A23160 TS5A22362 TS5A22364 TS5A23166
Dual analog switch, SPDT | DCU RSE8 () | TS5A21366
Analog switch, SP3T | DCU DCT () | TS5A3359 TS5A3357
Analog multiplexer, dual 4:1 | D16 PW16 RGY16 RSV DBQ16 () | TS3A5017 TS3A5018
Quad analog switch, SPST | D14 PW14 () | TS3A4751 TS3A4741 TS12A4514
Video switch | D16 DBQ16 PW16 RGY16 () | TS3V330 TS5V330 TS5V330C
Analog multiplexer, 8:1 | D16 PW16 DYY16 RSV () | TMUX4051 TMUX1108 TMUX1208 TMUX6208 TMUX7208 TMUX1308
Analog multiplexer, dual 4:1 | D16 PW16 DYY16 RSV () | TMUX4052 TMUX1109 TMUX1209 TMUX7209 TMUX6209 TMUX1309
Triple analog switch, SPDT | D16 PW16 DYY16 RSV () | TMUX4053 TMUX1133
Quad analog switch, SPST | PW16 RSV () | TMUX1111 TMUX1112 TMUX1113 TMUX6111 TMUX6112 TMUX6113 TMUX7211 TMUX7212 TMUX7213 TMUX1511
Analog switch, SPST | DCK5 DBV5 () | TMUX1101 TMUX1102
Analog multiplexer, 4:1 | DGS10 DQA () | TMUX1104 TMUX1204
Dual analog switch, SPDT | DGS10 RSE10 () | TMUX1136 TMUX136 TMUX154E
`,
  esd_protection: `
ESD protection, 1 channel | DPY () | TPD1E10B06 TPD1E10B09 TPD1E05U06 TPD1E1B04 ESD321 ESD351
ESD protection, 1 channel | DPL () | TPD1E6B06 TPD1E0B04 TPD1E04U04 TPD1E01B04 ESD401
ESD protection, 1 channel | DPY () | TPD1E0B04 TPD1E01B04 TPD1E04U04
ESD protection, 2 channels | DRL5 () | TPD2E001 TPD2E2U06 TPD2E1B06
ESD protection, 2 channels | DCK3 () | TPD2E2U06 TPD2E007 ESD2CAN24
ESD protection, 2 channels | DBZ () | TPD2E009 ESD2CAN24 ESD2CANFD24 ESD752 ESD762
ESD protection, 2 channels | DRT () | TPD2EUSB30 TPD2EUSB30A TPD2E009
USB protection | DBV6 () | TPD2S017 TPD3S014 TPD3S044 SN65220 
ESD protection, 3 channels | DRL5 DRY () | TPD3E001
ESD protection, 4 channels | DBV6 DCK6 DRL6 () | TPD4E001 TPD4E1B06
ESD protection, 4 channels | DBV6 DCK6 () | TPD4E1U06 TPD4S009
ESD protection, 4 channels | DGS10 () | TPD4S009
ESD protection, 4 channels | DRY () | TPD4E004 TPD4S009 TPD4S012
ESD protection, 4 channels | DRL5 () | TPD4E002
ESD protection, 4 channels | DQA () | TPD4E02B04 TPD4E05U06 TPD4EUSB30 TPD4S010 TPD4E110
USB port protection | DSQ () | TPD4S014
ESD protection | DSS () | TPD5S115 TPD5S116
ESD protection, 6 channels | RSE10 () | TPD6E001
ESD protection, 4 channels | DBV5 () | ESDS304 ESDS314
USB port transient suppressor | P PW8 () | SN65240 SN75240
USB Type-C port protection | RUK () | TPD6S300 TPD6S300A TPD8S300 TPD8S300A
`,
  tvs_diode: `
Flat-clamp surge protection | DRV () | TVS0500 TVS1400 TVS1800 TVS2200 TVS2700 TVS3300
Bidirectional flat-clamp surge protection | DRB () | TVS0701 TVS1401 TVS1801 TVS2201 TVS2701 TVS3301
`,
  sensor: `
Humidity sensor | YPA6 () | HDC2010
Humidity sensor | YPA8 () | HDC1010
Inductance to digital converter | DRC () | LDC1101
Temperature sensor, digital | D8 DGK DSG () | TMP1075
Temperature sensor, digital | DRL6 () | TMP102AI TMP112AI TMP112BI TMP112DI TMP102
Temperature sensor, digital | D8 DGK () | TMP75AI TMP75BI TMP75CI TMP175AI TMP75 TMP175 TMP275AI TMP275
Temperature sensor, digital | DBV6 () | TMP100 TMP101 TMP121AI TMP123AI TMP125AI TMP122AI
Temperature sensor, digital | D8 () | TMP124AI TMP122AI TMP107BI
Temperature sensor, digital | DRV (AI,MAI,NAI) | TMP116 TMP117 TMP119
Temperature sensor, remote | D8 DGK (AI,BI,CI,AD) | TMP401 TMP411
Temperature sensor, remote | DCN (AI) | TMP421 TMP422 TMP423 TMP441 TMP442
Temperature sensor, analogue output | DBZ DCK5 () | TMP235A2 TMP235A4 TMP236A2 TMP236A4
Temperature sensor, analogue output | DCK5 DRL6 (AI) | TMP20
Temperature sensor, analogue output | DCK5 () | LMT84 LMT85 LMT86 LMT87 LMT88 LMT89
Temperature sensor, analogue output | LP LPG () | LMT84 LMT85 LMT86 LMT87
Temperature sensor, analogue output | DBZ () | LMT90
Temperature sensor, pulse output | LPG2 () | LMT01
Humidity and temperature sensor | DMB () | HDC1080 HDC2080
Ambient light sensor | DNP () | OPT3001 OPT3002 OPT3004
Ambient light sensor | DTS () | OPT4001 OPT4048 OPT3005
Hall sensor, linear | DBZ LPG (Q,) | DRV5055A{1,2,3,4,5,6} DRV5055Z{1,2,3,4} DRV5056A{1,2,3,4,6} DRV5053{VA,OA,CA,EA,RA,PA}
Hall switch | DBZ LPG (Q,) | DRV5023{AJ,BI,FA,FI,AI} DRV5013{AD,AG,BC,FA,ND} DRV5033{AJ,FA} DRV5015A{1,2,3}
Hall switch | DBZ () | DRV5032{FA,FB,FC,FD,ZE,AJ,DU} DRV5011AD DRV5012AE DRV5021A{1,2,3} TMAG5123{B,C,D}{1,2}C TMAG5231{A,B,C,H}{1,2,3}D
Hall switch | LPG () | DRV5032{FA,FB,FC,FD,ZE,AJ,DU} DRV5011AD
Magnetic field sensor, three axes | DBV6 () | TMAG5273{A,B,C,D}{1,2}
Current sensor, Hall effect | D8 () | TMCS1100A{1,2,3,4} TMCS1101A{1,2,3,4}{B,U} TMCS1107A{1,2,3,4}{B,U} TMCS1108A{1,2,3,4}{B,U}
`,
  clock_and_timing: `
Frequency synthesizer | NJK () | LMX2571
Dual timer | D14 N14 () | NA556 SE556
Timer | D8 P PS () | NA555
Clock buffer | RGT () | CDCLVP1102 CDCLVP1204 LMK1D1204 CDCLVP1204
Timer | D8 P PS PW8 () | NE555 SA555 SE555
Dual timer | D14 N14 NS14 DB14 () | NE556 SA556
Timer, CMOS | D8 P PS PW8 (C,I,Q,) | TLC555 TLC551
Dual timer, CMOS | D14 N14 (C,I) | TLC556 TLC552
Nano-power timer | DDC6 () | TPL5010 TPL5110 TPL5111
Clock generator | PW14 () | CDCE913 CDCEL913
Clock generator | PW16 () | CDCE925 CDCEL925
Clock generator | PW20 () | CDCE937 CDCEL937 CDCE706 CDCE906
Clock generator | PW24 () | CDCE949 CDCEL949
Clock buffer | PW8 () | CDCLVC1102 CDCLVC1103 CDCLVC1104 LMK1C1102 LMK1C1103 LMK1C1104 CDCV304
Clock buffer | PW14 () | CDCLVC1106 LMK1C1106
Clock buffer | PW16 () | CDCLVC1108 LMK1C1108
Clock buffer | D8 PW8 () | CDCVF2505
Clock buffer | D16 PW16 () | CDCVF25081
Clock generator | RGE () | CDCI6214
Clock generator | RGZ () | CDCE62005 CDCM6208
Real-time clock | D8 () | BQ32000 BQ32002
Radio-frequency synthesizer | RHA () | LMX2594 LMX2595 LMX2572 LMX2592 LMX2582 LMX2615
`,
  audio: `
Audio codec | PW28 () | PCM3060
Audio amplifier | YFP36 () | TAS2562
Audio amplifier | YZF16 () | TPA2028D1
Audio codec | PW28 RHD (I,) | TLV320AIC23B
Audio codec | RHB (I) | TLV320AIC3101 TLV320AIC3104 TLV320AIC3204 TLV320AIC3254 TLV320AIC3100 TLV320AIC3110 TLV320AIC3111 TLV320AIC3120 TLV320DAC3100 TLV320DAC3101 TLV320DAC3120
Audio codec | RGZ (I) | TLV320AIC3106
Audio codec, analog-to-digital | RGE (I) | TLV320ADC3101
Audio codec, analog-to-digital | RTW (I) | TLV320ADC3140 TLV320ADC5140 TLV320ADC6140
USB audio interface | DB28 (C,B,E,) | PCM2704 PCM2705 PCM2706 PCM2707 PCM2900 PCM2901 PCM2902 PCM2903
Audio power amplifier, class D | DGN DRB () | TPA2005D1
Audio power amplifier, class D | DRB () | TPA2006D1
Audio power amplifier, class D | YZF9 () | TPA2010D1
Audio power amplifier, class D | RTJ () | TPA2012D2 TPA2016D2
Audio power amplifier, class D | PWP24 () | TPA2008D2
Audio power amplifier, class D | PWP28 () | TPA3110D2 TPA3111D1 TPA3112D1 TPA3113D2 TPA3136D2 TPA3136AD2 TPA3137D2 TPA3138D2
Audio power amplifier, class D | DAD32 () | TPA3116D2 TPA3244
Audio power amplifier, class D | DAP32 () | TPA3118D2 TPA3128D2 TPA3130D2 TPA3129D2
Audio power amplifier, class D | DDV44 () | TPA3255 TPA3251 TPA3250 TPA3245
Audio power amplifier, class D | PWP24 () | TPA3121D2 TPA3123D2 TPA3125D2
Headphone amplifier | DWP RGY14 () | TPA6120A2
Headphone amplifier | RTJ () | TPA6130A2 TPA6133A2
Headphone amplifier | RTE () | TPA6132A2
Headphone amplifier | DGN D8 () | TPA6110A2 TPA6111A2 TPA6102A2 TPA6100A2 TPA6112A2
Headphone amplifier | PW14 () | TPA6138A2 DRV602 DRV632 TPA6139A2 DRV603
Audio power amplifier | D8 DGN () | TPA701 TPA711 TPA721 TPA731 TPA741 TPA751 TPA301 TPA311 TPA321 TPA341
Audio power amplifier | DGN DRB () | TPA6203A1 TPA6204A1 TPA6205A1 TPA6211A1
Digital audio amplifier | PHP () | TAS5711 TAS5713 TAS5707 TAS5709 TAS5717 TAS5719 TAS5721 TAS5731M TAS5727 TAS5733L
Digital audio amplifier | PWP28 () | TAS5805M TAS5806M
Digital audio amplifier | RHB () | TAS5825M TAS5825P
Digital audio interface | PW28 () | DIR9001 SRC4190 
`,
  rf: `
Wi-Fi network processor | RGC () | CC3100R11M
Sub-1 GHz transceiver | RGP () | CC1101 CC110L CC113L CC115L CC2500 CC2550 CC1100 CC1100E
2.4 GHz transceiver | RHD () | CC2520
Sub-1 GHz transceiver | RHB () | CC1120 CC1121 CC1125 CC1175 CC1200 CC1201
RF front end | RGV () | CC1190 CC2590 CC2591 CC2592 CC2595
RFID transceiver | RHB () | TRF7960 TRF7960A TRF7961 TRF7963A TRF7970A
`,
};
