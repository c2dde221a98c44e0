/** Diodes and transistors of manufacturers with a table each that is short. */
import type { DocumentLink } from '../../../finding.ts';
import { onFirstUse } from '../../once.ts';
import { codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { COMMON } from './common.ts';
import {
  AEC_Q101,
  AMMO,
  BULK,
  DPAK,
  each,
  ends,
  form,
  type Numbers,
  of,
  pick,
  REEL,
  REEL_13,
  REEL_7,
  segment,
  SMA,
  SMB,
  SMC,
  TUBE,
  TVS_BREAKDOWN,
  TVS_BREAKDOWN_V,
  TVS_STAND_OFF,
  volts,
  ZENER_47XX,
  ZENER_52XX,
  ZENER_VOLTS,
  ZENER_VOLTS_75,
} from './numbers.ts';

function table(
  id: string,
  manufacturer: string,
  reference: DocumentLink,
  forms: SeriesTable['forms'],
): SeriesTable {
  return {
    id: `${id}-discretes`,
    manufacturer,
    category: 'diode',
    series: 'Diodes and transistors',
    description: 'Discrete semiconductor',
    reference,
    forms,
  };
}

const SCHOTTKY_SMB = onFirstUse(() =>
  of(
    'schottky',
    SMB,
    'SS22=20/2 SS23=30/2 SS24=40/2 SS25=50/2 SS26=60/2 SS28=80/2 SS210=100/2',
  )
);
const SCHOTTKY_SMC = onFirstUse(() =>
  of(
    'schottky',
    SMC,
    'SS32=20/3 SS33=30/3 SS34=40/3 SS35=50/3 SS36=60/3 SS38=80/3 SS310=100/3 SS54=40/5 SS56=60/5 SS510=100/5',
  )
);
/** Types that some sell in SMA and others in SMC: the number alone does not say. */
const SCHOTTKY_OPEN = onFirstUse(() =>
  of(
    'schottky',
    null,
    'SS22=20/2 SS23=30/2 SS24=40/2 SS25=50/2 SS26=60/2 SS28=80/2 SS210=100/2 SS32=20/3 SS33=30/3 SS34=40/3 SS35=50/3 SS36=60/3 SS38=80/3 SS310=100/3 SS54=40/5 SS56=60/5 SS510=100/5',
  )
);
const SMALL_RECTIFIERS =
  'S1A S1B S1D S1G S1J S1K S1M US1A US1B US1D US1G US1J US1K US1M RS1A RS1B RS1D RS1G RS1J RS1K RS1M ES1A ES1B ES1C ES1D ES1E ES1G ES1J SS12 SS13 SS14 SS15 SS16 SS18 SS110';
const M_SERIES = 'M1 M2 M3 M4 M5 M6 M7';
const AXIAL =
  '1N4148 1N4001 1N4002 1N4003 1N4004 1N4005 1N4006 1N4007 1N5400 1N5401 1N5402 1N5404 1N5406 1N5407 1N5408 1N5817 1N5818 1N5819 1N5820 1N5821 1N5822 UF4001 UF4002 UF4003 UF4004 UF4005 UF4006 UF4007 FR101 FR102 FR103 FR104 FR105 FR106 FR107 HER101 HER102 HER103 HER104 HER105 HER106 HER107 HER108';
const SMALL_DIODES =
  '1N5817W 1N5818W 1N5819W 1N5817WS 1N5818WS 1N5819WS SS14FL SS16FL SS24FL SS26FL SS34FL SS36FL 2N7002KW LL4148 1N4148W 1N4148WS 1N4148WT BAV19W BAV20W BAV21W BAS16 BAS21 BAV70 BAV99 BAW56 BAT54 BAT54A BAT54C BAT54S BAS40 BAS40-04 BAS40-05 BAS40-06 BAS70 BAS70-04 BAS70-05 BAS70-06 BAV70W BAV99W BAW56W BAT54W BAT54AW BAT54CW BAT54SW SD103AW SD101AW SD103AWS SD101AWS BAT46W BAT54WS B5817W B5818W B5819W B5817WS B5818WS B5819WS MMBD4148 BAT43W BAT42W BAV21WS';
const SMALL_TRANSISTORS =
  'MMBT2222A MMBT2907A MMBT3904 MMBT3906 MMBT4401 MMBT4403 MMBT5401 MMBT5551 MMBTA42 MMBTA92 MMBTA06 MMBTA56 MMBTA13 MMBTA14 MMBTA44 BC807-16 BC807-25 BC807-40 BC817-16 BC817-25 BC817-40 BC846A BC846B BC847A BC847B BC847C BC848A BC848B BC848C BC856A BC856B BC857A BC857B BC857C BC858A BC858B BC858C BC847BW BC857BW BC846BW BC856BW BC817-40W BC807-40W MMDT3904 MMDT3906 MMDT3946 2N7002 2N7002K 2N7002W 2N7002DW BSS138 BSS123 BSS84 BSS138W BSS84W BSS138DW BCX56-16 BCX53-16 BCX56-10 BCP56-16 BCP53-16';

const bare = (...numbers: Numbers[]): readonly Segment[] => [segment('number', ...numbers)];

export const aosDiscretes = table('aos', 'Alpha & Omega Semiconductor', {
  title: 'MOSFETs',
  url: 'https://www.aosmd.com/products/mosfets',
}, () => [bare(
  of(
    'nmos',
    'SOT-23',
    'AO3400 AO3400A AO3402 AO3404 AO3404A AO3406 AO3414 AO3416 AO3418 AO3420 AO3422 AO3424 AO3434 AO3434A AO3438 AO3442 AO3460 AO3480 AO3480C',
  ),
  of(
    'pmos',
    'SOT-23',
    'AO3401 AO3401A AO3403 AO3405 AO3407 AO3407A AO3409 AO3413 AO3415 AO3415A AO3419 AO3421 AO3421E AO3423 AO3435',
  ),
  of('nmos', 'TSOP-6', 'AO6400 AO6402 AO6402A AO6404 AO6408 AO6420 AO6424'),
  of('pmos', 'TSOP-6', 'AO6401 AO6401A AO6403 AO6405 AO6407 AO6409 AO6415'),
  of('nmosPair', 'TSOP-6', 'AO6800 AO6802 AO6808'),
  of('pmosPair', 'TSOP-6', 'AO6801 AO6801A AO6803'),
  of('complementary', 'TSOP-6', 'AO6601 AO6602 AO6604 AO6608'),
  of(
    'nmos',
    'SOIC-8',
    'AO4402 AO4402G AO4404B AO4406 AO4406A AO4408 AO4410 AO4420 AO4420A AO4422 AO4422A AO4430 AO4438 AO4440 AO4442 AO4446 AO4448 AO4450 AO4452 AO4454 AO4456 AO4466 AO4468 AO4470 AO4476A AO4480 AO4482 AO4484 AO4264E AO4266E AO4292E AO4294 AO4296 AO4498',
  ),
  of(
    'pmos',
    'SOIC-8',
    'AO4403 AO4405 AO4407 AO4407A AO4407C AO4409 AO4411 AO4413 AO4415 AO4419 AO4421 AO4423 AO4425 AO4427 AO4429 AO4431 AO4433 AO4435 AO4437 AO4441 AO4443 AO4447A AO4449 AO4453 AO4455 AO4459 AO4459A AO4485',
  ),
  of(
    'nmosPair',
    'SOIC-8',
    'AO4800 AO4800B AO4802 AO4804 AO4806 AO4808 AO4810 AO4812 AO4818B AO4822 AO4822A AO4826 AO4828 AO4832 AO4840 AO4842 AO4850 AO4854 AO4862 AO4882 AO4884 AO4886 AO4892 AO4912 AO4916 AO4932',
  ),
  of(
    'pmosPair',
    'SOIC-8',
    'AO4801 AO4801A AO4803 AO4803A AO4805 AO4807 AO4813 AO4815 AO4817 AO4821 AO4823 AO4827',
  ),
  of(
    'complementary',
    'SOIC-8',
    'AO4600 AO4601 AO4604 AO4606 AO4606C AO4609 AO4611 AO4612 AO4614 AO4614B AO4616 AO4618 AO4619 AO4620 AO4622 AO4629',
  ),
  of('nmosPair', 'TSSOP-8', 'AO8810 AO8814 AO8820 AO8822'),
  of(
    'nmos',
    DPAK,
    'AOD2910 AOD2916 AOD2922 AOD240 AOD254 AOD256 AOD2610 AOD2810 AOD296A AOD4126 AOD4130 AOD4132 AOD4136 AOD4184 AOD4184A AOD4186 AOD4454 AOD458 AOD464 AOD472 AOD478 AOD480 AOD482 AOD484 AOD496 AOD500 AOD508 AOD510 AOD514 AOD516 AOD518 AOD522P AOD536 AOD538 AOD558 AOD66616 AOD66406',
  ),
  of(
    'pmos',
    DPAK,
    'AOD403 AOD405 AOD407 AOD409 AOD413 AOD413A AOD4141 AOD4185 AOD4189 AOD417 AOD421 AOD423 AOD425 AOD21357',
  ),
  of('complementary', 'TO-252-4', 'AOD603A AOD607 AOD609'),
  of(
    'nmos',
    'DFN-8 (5 x 6 mm)',
    'AON6200 AON6220 AON6222 AON6226 AON6228 AON6230 AON6232 AON6236 AON6240 AON6242 AON6244 AON6246 AON6250 AON6260 AON6262E AON6264E AON6266E AON6268 AON6280 AON6282 AON6284 AON6290 AON6298 AON6314 AON6354 AON6358 AON6360 AON6362 AON6366E AON6370 AON6380 AON6382 AON6384 AON6404 AON6406 AON6408 AON6410 AON6414A AON6418 AON6426 AON6428 AON6444 AON6448 AON6450 AON6454 AON6458 AON6482 AON6484 AON6500 AON6502 AON6504 AON6508 AON6512 AON6520 AON6522 AON6524 AON6526 AON6528 AON6538 AON6542 AON6544 AON6552 AON6554 AON6556 AON6560 AON6566 AON6572 AON6590 AON6594',
  ),
  of('pmos', 'DFN-8 (5 x 6 mm)', 'AON6403 AON6405 AON6407 AON6409 AON6411 AON6413 AON6415 AON6435'),
  of(
    'nmos',
    'DFN-8 (3 x 3 mm)',
    'AON7200 AON7202 AON7220 AON7232 AON7240 AON7242 AON7244 AON7246 AON7246E AON7250 AON7254 AON7262E AON7264E AON7280 AON7290 AON7292 AON7296 AON7318 AON7400A AON7400B AON7402 AON7406 AON7408 AON7410 AON7414 AON7416 AON7418 AON7422E AON7422 AON7424 AON7426 AON7430 AON7434 AON7448 AON7452 AON7458 AON7500 AON7502 AON7504 AON7506 AON7508 AON7510 AON7514 AON7516 AON7520 AON7522E AON7524 AON7528 AON7532E AON7534 AON7544 AON7548 AON7556 AON7758',
  ),
  of(
    'pmos',
    'DFN-8 (3 x 3 mm)',
    'AON7401 AON7403 AON7405 AON7407 AON7409 AON7411 AON7413 AON7415 AON7419 AON7421 AON7423 AON7425 AON7435',
  ),
  of('nmosPair', 'DFN-8 (3 x 3 mm)', 'AON7804 AON7810 AON7826'),
  of(
    'nmos',
    'DFN-6 (2 x 2 mm)',
    'AON2400 AON2402 AON2406 AON2408 AON2410 AON2420 AON2422 AON2260 AON2290 AON2392',
  ),
  of('pmos', 'DFN-6 (2 x 2 mm)', 'AON2401 AON2403 AON2405 AON2407 AON2409 AON2411 AON2421'),
  of('nmosPair', 'DFN-6 (2 x 2 mm)', 'AON2800 AON2802 AON2810 AON2812 AON2816'),
  of('pmosPair', 'DFN-6 (2 x 2 mm)', 'AON2801 AON2803 AON2809'),
)]);

const ST_SMALL = onFirstUse((): Numbers => ({
  ...of('esd', 'SOT-23-6', 'USBLC6-2SC6=5.25 USBLC6-4SC6=5.25 ESDA6V1-5SC6 ESDA5V3SC6 DVIULC6-4SC6'),
  ...of('esd', 'SOT-666', 'USBLC6-2P6=5.25 DVIULC6-2P6 ESDALC6V1P6 ESDA6V1-5P6'),
  ...of(
    'esd',
    'SOT-23',
    'ESDA6V1L ESDA5V3L ESDA14V2L ESDA25L ESDCAN24-2BLY ESDCAN01-2BLY ESDCAN02-2BLY ESDCAN03-2BLY',
  ),
  ...of('esd', 'SOT-23-5', 'ESDA6V1SC5'),
  ...of('esd', 'SOD-882', 'ESDALC6V1-1M2 ESDALC6V1-1BM2 ESDA8V2-1MX2 ESDALC14V2-1U2'),
  ...of('esd', '0201 (0603 metric)', 'ESDZV5-1BF4 ESDALC6V1-1BT2 ESDAVLC6-1BF4'),
  ...of('schottky', '0201 (0603 metric)', 'BAT30F4'),
  ...of('schottky', 'SOT-23', 'BAT54FILM', REEL),
  ...of(
    'schottkyPair',
    'SOT-23',
    'BAT54AFILM BAT54CFILM BAT54SFILM BAS70-04FILM BAS70-05FILM BAS70-06FILM',
    REEL,
  ),
  ...of('schottkyPair', 'SOT-323', 'BAT54CWFILM BAT54SWFILM BAT54AWFILM', REEL),
  ...of('schottky', 'SOD-323', 'BAT54JFILM BAT46JFILM BAS70JFILM BAT20JFILM BAT60JFILM', REEL),
  ...of('schottky', 'SOD-523', 'BAT54KFILM BAT30KFILM BAT41KFILM BAS70KFILM', REEL),
  ...of(
    'schottky',
    'SOD-123',
    'BAT46ZFILM BAT54ZFILM BAT48ZFILM BAT41ZFILM STPS0520Z=20/0.5 STPS0530Z=30/0.5 STPS0540Z=40/0.5 STPS0560Z=60/0.5',
  ),
  ...pick(
    COMMON(),
    'BAT41 BAT42 BAT43 BAT46 BAT48 BAT85 BAT86 1N5711 1N6263 1N5817 1N5818 1N5819 1N5820 1N5821 1N5822 BAT54 BAT54A BAT54C BAT54S',
  ),
  ...of(
    'schottky',
    SMA,
    'STPS1L30A=30/1 STPS1L40A=40/1 STPS1L60A=60/1 STPS140A=40/1 STPS160A=60/1 STPS1H100A=100/1 STPS1150A=150/1 STPS2L30A=30/2 STPS2L60A=60/2 STPS2H100A=100/2 STPS2150A=150/2',
  ),
  ...of(
    'schottky',
    SMB,
    'STPS130U=30/1 STPS140U=40/1 STPS160U=60/1 STPS1L30U=30/1 STPS1L40U=40/1 STPS1H100U=100/1 STPS2L25U=25/2 STPS2L40U=40/2 STPS2H100U=100/2 STPS340U=40/3 STPS3L60U=60/3 STPS3H100U=100/3 STPS3150U=150/3',
  ),
  ...of('schottky', SMC, 'STPS340S=40/3 STPS3L40S=40/3 STPS3L60S=60/3 STPS5L40S=40/5'),
  ...of(
    'fast',
    SMA,
    'STTH102A=200/1 STTH1R02A=200/1.5 STTH110A=1000/1 STTH1L06A=600/1 STTH1R06A=600/1 STTH112A=1200/1 STTH108A=800/1 STTH2R02A=200/2 STTH1R04A=400/1 STTH2R06A=600/2',
  ),
  ...of(
    'fast',
    SMB,
    'STTH1L06U=600/1 STTH1R06U=600/1 STTH112U=1200/1 STTH2R02U=200/2 STTH2L06U=600/2 STTH2R06U=600/2 STTH212U=1200/2',
  ),
  ...of(
    'fast',
    SMC,
    'STTH3R02S=200/3 STTH3R04S=400/3 STTH3R06S=600/3 STTH3L06S=600/3 STTH4R02S=200/4 STTH310S=1000/3 STTH312S=1200/3 STTH212S=1200/2',
  ),
  ...of('fast', 'DO-41', 'STTH1L06=600/1 STTH1R06=600/1 STTH102=200/1 STTH110=1000/1 STTH112=1200/1'),
}));
const ST_POWER = onFirstUse((): Numbers => ({
  ...pick(
    COMMON(),
    'TIP29C TIP30C TIP31A TIP31C TIP32A TIP32C TIP41A TIP41C TIP42A TIP42C TIP102 TIP107 TIP110 TIP112 TIP115 TIP117 TIP120 TIP121 TIP122 TIP125 TIP126 TIP127 BD135 BD135-10 BD135-16 BD136 BD136-16 BD137 BD137-16 BD138 BD139 BD139-10 BD139-16 BD140 BD140-10 BD140-16 2N3055 MJ2955 MJE340 MJE350 MJE3055T MJE2955T 2N2222A 2N2907A 2N3019 2N3439 2N3440 2N5415 2N5416 BDX53C BDX54C BD241C BD242C BD243C BD244C',
  ),
  ...of('npn', 'TO-220', 'D44H8 D44H11'),
  ...of('pnp', 'TO-220', 'D45H8 D45H11'),
  ...of('npn', 'TO-247', 'TIP35C TIP35CW TIP3055'),
  ...of('pnp', 'TO-247', 'TIP36C TIP36CW TIP2955'),
  ...of(
    'nmos',
    'TO-220',
    'STP55NF06 STP55NF06L STP60NF06 STP60NF06L STP75NF75 STP80NF10 STP80NF55-06 STP36NF06 STP36NF06L STP16NF06 STP16NF06L STP20NF06 STP20NF06L STP30NF10 STP40NF10 STP40NF10L STP14NF10 STP24NF10 STP100N10F7 STP110N10F7 STP150N10F7 STP160N75F3 STP140NF75 STP120NF10 STP10NK60Z STP11NK50Z STP4NK60Z STP5NK80Z STP6NK60Z STP7NK80Z STP9NK50Z STP3NK60Z STP20NM60 STP11NM60 STP12NM50 STP140N6F7 STP310N10F7 STP270N8F7 STP240N10F7 STP200NF04 STP28N60M2 STP15N80K5 STP22NF03L STP35NF10',
    TUBE,
  ),
  ...of('pmos', 'TO-220', 'STP12PF06 STP80PF55 STP10P6F6', TUBE),
}));
const ST_REELED = onFirstUse((): Numbers => ({
  ...of(
    'nmos',
    DPAK,
    'STD12NF06 STD12NF06L STD16NF06 STD16NF06L STD17NF03L STD20NF06 STD20NF06L STD20NF10 STD30NF06 STD30NF06L STD35NF06L STD40NF10 STD60NF06 STD60NF55L STD6NF10 STD10NF10 STD1NK60 STD2NK60Z STD3NK60Z STD3NK80Z STD4NK60Z STD5NK50Z STD7NM60N STD80N10F7 STD60NF3LL STD95N04 STD100N10F7 STD86N3LH5 STD11N65M5 STD18NF25',
  ),
  ...of('pmos', DPAK, 'STD10PF06 STD10P6F6 STD26P3LLH6 STD35P6LLF6 STD45P4LLF6'),
  ...of(
    'nmos',
    'SOT-223',
    'STN3NF06 STN3NF06L STN4NF03L STN1NK60Z STN1HNK60 STN4NF20L STN1NF10 STN2NF10 STN3N40K3 STN6N60M2 STN4NF06L',
  ),
  ...of('pmos', 'SOT-223', 'STN3PF06 STN3P6F6 STN5PF02V'),
  ...of(
    'nmos',
    'SOIC-8',
    'STS4NF100 STS5NF60L STS8NF30L STS10NF30L STS12NF30L STS14N3LLH5 STS9NF30L STS7NF60L STS6NF20V STS11NF30L STS25NH3LL',
  ),
  ...of('pmos', 'SOIC-8', 'STS5PF30L STS10P4LLF6 STS7PF30L STS6P3LLH6'),
  ...of('nmosPair', 'SOIC-8', 'STS4DNF60L STS8DNF3LL STS7DNF30L STS5DNF20V STS9D8NH3LL STS8DN3LLH5'),
  ...of('pmosPair', 'SOIC-8', 'STS4DPF30L'),
  ...of('complementary', 'SOIC-8', 'STS4C3F60L STS8C5H30L'),
  ...of('npn', DPAK, 'MJD31C MJD44H11 MJD340 MJD3055'),
  ...of('pnp', DPAK, 'MJD32C MJD45H11 MJD350 MJD2955'),
  ...of('npnDarlington', DPAK, 'MJD112 MJD122'),
  ...of('pnpDarlington', DPAK, 'MJD117 MJD127'),
  ...of('npn', 'SOT-223', 'STN851 STN83003'),
  ...of('pnp', 'SOT-223', 'STN951 STN93003'),
}));
const ST_TVS = onFirstUse((): Numbers => ({
  ...each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
  ...each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
  ...each(
    'tvs',
    SMA,
    'SMA6J',
    '5.0A=5 5.0CA=5 6.0A=6 6.5A=6.5 8.5A=8.5 10A=10 12A=12 12CA=12 13A=13 15A=15 18A=18 20A=20 24A=24 24CA=24 26A=26 28A=28 30A=30 33A=33 33CA=33 40A=40 48A=48 58A=58 70A=70'
      .split(' '),
  ),
  ...each(
    'tvs',
    SMB,
    'SMB6J',
    '5.0A=5 6.0A=6 6.5A=6.5 8.5A=8.5 10A=10 12A=12 13A=13 15A=15 18A=18 20A=20 24A=24 26A=26 28A=28 30A=30 33A=33 40A=40 48A=48 58A=58 70A=70'
      .split(' '),
  ),
  ...each('tvs', SMA, 'SM4T', TVS_BREAKDOWN_V),
  ...each('tvs', SMB, 'SM6T', TVS_BREAKDOWN_V),
  ...each('tvs', SMC, 'SM15T', TVS_BREAKDOWN_V),
}));
export const stDiscretes = table('st', 'STMicroelectronics', {
  title: 'USBLC6-2 data sheet, ordering information',
  url: 'https://www.st.com/resource/en/datasheet/usblc6-2.pdf',
}, () => [
  bare(
    ST_SMALL(),
    each('tvs', 'DO-15', 'P6KE', TVS_BREAKDOWN_V),
    each('tvs', 'DO-201', '1.5KE', TVS_BREAKDOWN_V),
  ),
  bare(ST_POWER()),
  [segment('number', ST_REELED()), segment('packing', { '': {} }, ends('T4', REEL))],
  [segment('number', ST_TVS()), segment('packing', { '': {} }, ends('-TR', REEL))],
  bare(
    of(
      'triac',
      'TO-220',
      'BTA06-600B BTA06-600C BTA06-600SW BTA06-600TW BTA08-600B BTA08-600C BTA08-600BW BTA08-600CW BTA08-600SW BTA10-600B BTA10-600BW BTA10-600C BTA10-600CW BTA12-600B BTA12-600BW BTA12-600C BTA12-600CW BTA12-600SW BTA16-600B BTA16-600BW BTA16-600C BTA16-600CW BTA16-600SW BTA16-800B BTA16-800BW BTA20-600BW BTA24-600BW BTA24-600CW BTA24-800BW BTB06-600C BTB08-600C BTB12-600B BTB12-600BW BTB16-600B BTB16-600BW BTB16-600C BTB24-600B',
    ),
  ),
  bare(
    of('triac', 'TO-92', 'Z0103MA Z0103NA Z0107MA Z0107NA Z0109MA Z0109NA'),
    of('triac', 'SOT-223', 'Z0103MN Z0103NN Z0107MN Z0107NN Z0109MN Z0109NN'),
  ),
  bare(
    of('scr', 'TO-220', 'TYN612 TYN616 TYN625 TYN812 TYN816 TYN825 TYN1225'),
    of('scr', 'TO-92', 'X0202MA X0202NA X0205MA P0102DA P0102MA P0118MA'),
  ),
]);

export const rohmDiscretes = table('rohm', 'ROHM Semiconductor', {
  title: 'Packaging specifications of discrete semiconductors',
  url: 'https://www.rohm.com/package',
}, () => [
  form(ends('TE61', REEL), [
    of('schottky', 'SOD-523', 'RB520S-30 RB521S-30 RB751S-40 RB520S-40 RB521S-40'),
    of('schottky', 'SOD-123FL', 'RB160MM-30 RB160MM-40 RB160MM-60 RB060MM-30 RB070MM-30 RB160MM-90'),
  ]),
  form(ends('TE-17', REEL), [
    of('schottky', 'SOD-323', 'RB501V-40 RB551V-30 RB751V-40 RB500V-40'),
    of('switching', 'SOD-323', '1SS355'),
  ]),
  form(ends('TR', REEL), [
    of('schottky', 'SOD-123FL', 'RB160M-30 RB160M-40 RB160M-60 RB160M-90 RB060M-30 RB060M-40 RB060M-60'),
  ], 'always'),
  form(ends('TE25', REEL), [
    of(
      'schottky',
      'DO-214AC (SMA)',
      'RB050L-40 RB055L-30 RB055L-40 RB060L-40 RB160L-40 RB160L-60 RB160L-90 RB050L-60',
    ),
  ]),
  form(ends('T146', REEL), [
    of('schottkyPair', 'SC-59', 'RB411D RB421D RB491D RB400D RB425D RB495D'),
    of('npn', 'SC-59', '2SC2412K 2SC2411K 2SD1484K 2SD2114K 2SC3837K'),
    of('pnp', 'SC-59', '2SA1037AK 2SA1036K 2SB1197K'),
    each(
      'npnDigital',
      'SC-59',
      'DTC',
      '114EKA 124EKA 144EKA 114YKA 114TKA 143EKA 143TKA 143ZKA 123JKA 143XKA 123YKA 115EKA'.split(' '),
    ),
    each(
      'pnpDigital',
      'SC-59',
      'DTA',
      '114EKA 124EKA 144EKA 114YKA 114TKA 143EKA 143TKA 143ZKA 123JKA 143XKA 123YKA 115EKA'.split(' '),
    ),
  ]),
  form(ends('T106', REEL), [
    of('npn', 'SOT-323', '2SC4081 2SC4081U3 2SC4097 2SC4102'),
    of('pnp', 'SOT-323', '2SA1576A 2SA1576U3 2SA1577 2SA1579'),
    of('nmos', 'SOT-323', 'RHU002N06 2SK3018'),
    each(
      'npnDigital',
      'SOT-323',
      'DTC',
      '114EUA 124EUA 144EUA 114YUA 114TUA 143EUA 143TUA 143ZUA 123JUA 143XUA 115EUA'.split(' '),
    ),
    each(
      'pnpDigital',
      'SOT-323',
      'DTA',
      '114EUA 124EUA 144EUA 114YUA 114TUA 143EUA 143TUA 143ZUA 123JUA 143XUA 115EUA'.split(' '),
    ),
  ]),
  form(ends('TL', REEL), [
    of('npn', 'SOT-416', '2SC4617 2SC4617EB'),
    of('pnp', 'SOT-416', '2SA1774 2SA1774EB'),
    of('nmos', 'SOT-416', 'RE1C002UN RE1C001UN RE1J002YN RE1L002SN 2SK3019'),
    of('pmos', 'SOT-416', 'RE1C002ZP RE1E002SP'),
    each(
      'npnDigital',
      'SOT-416',
      'DTC',
      '114EE 124EE 144EE 114YE 114TE 143EE 143TE 143ZE 123JE 115EE'.split(' '),
    ),
    each(
      'pnpDigital',
      'SOT-416',
      'DTA',
      '114EE 124EE 144EE 114YE 114TE 143EE 143TE 143ZE 123JE 115EE'.split(' '),
    ),
    of('nmos', 'TSMT-3', 'RTR025N03 RTR020N05 RTR040N03 RSR025N03 RSR030N06'),
    of('pmos', 'TSMT-3', 'RTR025P02 RTR030P02 RSR020P03 RSR025P03'),
  ]),
  form(ends('T2R T2L', REEL), [of('nmos', 'SOT-723', 'RUM001L02 RUM002N02 RUM002N05 RUM003N02')]),
  form(ends('TN', REEL), [
    of('npnDigitalPair', 'SOT-363', 'UMH1N UMH2N UMH3N UMH9N UMH10N UMH11N'),
    of('pnpDigitalPair', 'SOT-363', 'UMB1N UMB2N UMB3N UMB9N UMB10N UMB11N'),
    of('digitalPair', 'SOT-363', 'UMD2N UMD3N UMD6N UMD9N UMD12N UMD22N'),
    of('npnPair', 'SOT-363', 'UMX1N UMX2N UMX3N'),
    of('pnpPair', 'SOT-363', 'UMT1N UMT2N'),
    of('npnPnp', 'SOT-363', 'UMZ1N UMZ2N'),
  ]),
  form(ends('T116', REEL), [
    of('nmos', 'SOT-23', 'RK7002B RK7002BM RK7002A'),
    of('nmos', 'SOT-23', 'RK7002'),
  ]),
]);

const TOSHIBA_LF = ',LF ,LM ,L3F ,LXHF ,LF(T ,LM(T ,L3F(T';
export const toshibaDiscretes = table('toshiba', 'Toshiba', {
  title: 'Small-signal transistors, MOSFETs and diodes',
  url: 'https://toshiba.semicon-storage.com/ap-en/semiconductor/product/mosfets.html',
}, () => [
  form(ends(`${TOSHIBA_LF} ,F (TE85L,F) (TE85L) (T5L,F,T) (TPH3,F) (TPL3)`), [
    of('switching', 'SOD-323', '1SS352'),
    of('switching', 'SOD-523', '1SS387'),
    of('switchingPair', 'SOT-323', '1SS300 1SS301 1SS302'),
    of('switchingPair', 'SC-59', '1SS181 1SS184 1SS187 1SS190 1SS193 1SS196 1SS226'),
    of('switchingPair', 'SOT-416', '1SS360 1SS361 1SS362'),
    of('schottky', 'SOD-523', '1SS389'),
    of(
      'schottky',
      'SOD-323',
      'CUS08F30 CUS10F30 CUS10F40 CUS10I30A CUS10I40A CUS10S30 CUS10S40 CUS15F30 CUS15S30 CUS15S40 CUS05F30 CUS05F40 CUS05S30 CUS05S40 CUS520 CUS521 CUS357',
    ),
    of(
      'schottky',
      'S-FLAT (SOD-123FL)',
      'CRS01 CRS03 CRS04 CRS05 CRS06 CRS08 CRS09 CRS10I30A CRS10I30B CRS10I40A CRS12 CRS13 CRS14 CRS15 CRS15I30A CRS15I40A CRS20I30A CRS20I40A',
    ),
    of(
      'schottky',
      'M-FLAT',
      'CMS01 CMS02 CMS03 CMS04 CMS05 CMS06 CMS07 CMS08 CMS09 CMS10 CMS11 CMS14 CMS15 CMS16',
    ),
    of('npn', 'SC-59', '2SC2712 2SC2713 2SC3325 2SC3326 2SC2859 2SC3324 2SC2714'),
    of('pnp', 'SC-59', '2SA1162 2SA1163 2SA1313 2SA1312 2SA1182'),
    of('npn', 'SOT-323', '2SC4116 2SC4117 2SC4118 2SC4213'),
    of('pnp', 'SOT-323', '2SA1586 2SA1587 2SA1588'),
    of('npn', 'SOT-89', '2SC2873 2SC2881 2SC2883 2SC2884'),
    of('pnp', 'SOT-89', '2SA1201 2SA1202 2SA1203 2SA1204 2SA1213'),
    each(
      'npnDigital',
      'SC-59',
      'RN14',
      '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 21 22 23 24 25 26 27'.split(' '),
    ),
    each(
      'pnpDigital',
      'SC-59',
      'RN24',
      '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 21 22 23 24 25 26 27'.split(' '),
    ),
    each('npnDigital', 'SOT-323', 'RN13', '01 02 03 04 05 06 07 08 09 10 11'.split(' ')),
    each('pnpDigital', 'SOT-323', 'RN23', '01 02 03 04 05 06 07 08 09 10 11'.split(' ')),
    of(
      'nmos',
      'SOT-23',
      'SSM3K329R SSM3K333R SSM3K335R SSM3K337R SSM3K339R SSM3K341R SSM3K344R SSM3K345R SSM3K347R SSM3K357R SSM3K361R SSM3K376R SSM3K318R SSM3K324R T2N7002AK T2N7002BK',
    ),
    of(
      'pmos',
      'SOT-23',
      'SSM3J327R SSM3J328R SSM3J331R SSM3J332R SSM3J334R SSM3J338R SSM3J340R SSM3J351R SSM3J355R SSM3J356R SSM3J358R SSM3J372R SSM3J374R SSM3J371R SSM3J378R',
    ),
    of('nmos', 'SOT-323', 'SSM3K7002CFU SSM3K7002BFU SSM3K7002KFU SSM3K15AFU SSM3K16FU SSM3K09FU'),
    of('nmos', 'SOT-416', 'SSM3K15AFS SSM3K16FS SSM3K35AFS SSM3K37FS SSM3K44FS SSM3K56FS'),
    of('pmos', 'SOT-323', 'SSM3J15FU SSM3J16FU SSM3J09FU'),
    of(
      'nmosPair',
      'SOT-363',
      'SSM6N7002CFU SSM6N7002BFU SSM6N7002KFU SSM6N15AFU SSM6N35AFU SSM6N16FU SSM6N43FU SSM6N44FU SSM6N37FU',
    ),
    of('pmosPair', 'SOT-363', 'SSM6P15FU SSM6P35AFU'),
    of('complementary', 'SOT-363', 'SSM6L35FU SSM6L09FU'),
  ]),
]);

export const mccDiscretes = table('mcc', 'Micro Commercial Components', {
  title: 'Packaging codes',
  url: 'https://www.mccsemi.com/packaging',
}, () => [
  form({ ...ends('-TP', REEL), ...ends('-BP', BULK), ...ends('-AP', AMMO) }, [
    pick(
      COMMON(),
      `${AXIAL} ${SMALL_DIODES} ${SMALL_TRANSISTORS} MB1S MB2S MB4S MB6S MB8S MB10S DB107 2N3904 2N3906 2N4401 2N4403 2N5551 2N5401`,
    ),
    of(
      'rectifier',
      'DO-41',
      '1N4001GP=50/1 1N4002GP=100/1 1N4003GP=200/1 1N4004GP=400/1 1N4005GP=600/1 1N4006GP=800/1 1N4007GP=1000/1',
    ),
    of('npn', 'SOT-23', 'MMSS8050-H MMSS8050-L MMS9013-H MMS9013-L'),
    of('pnp', 'SOT-23', 'MMSS8550-H MMSS8550-L MMS9012-H MMS9012-L'),
    each('zener', 'SOD-123', 'BZT52C', ZENER_VOLTS),
    each('zener', 'SOT-23', 'BZX84C', ZENER_VOLTS),
    each('zener', 'SOD-123', 'MMSZ', ZENER_52XX.slice(0, 39)),
    each('zener', 'DO-41', '1N', ZENER_47XX),
    each('zener', 'DO-35', '1N', ZENER_52XX.slice(0, 39)),
    each('tvs', 'DO-15', 'P6KE', TVS_BREAKDOWN),
    each('tvs', 'DO-201AE', '1.5KE', TVS_BREAKDOWN),
  ]),
  // Bare, these are numbers of many manufacturers.
  form(ends('-BP', BULK), [pick(COMMON(), 'DB101 DB102 DB103 DB104 DB105 DB106')], 'always'),
  form({ ...ends('-LTP -LTPS0 -TP', REEL), ...ends('HE3-LTP HE3-TP', { ...REEL, ...AEC_Q101 }) }, [
    of('rectifier', SMA, 'GS1A=50/1 GS1B=100/1 GS1D=200/1 GS1G=400/1 GS1J=600/1 GS1K=800/1 GS1M=1000/1'),
    of(
      'schottky',
      null,
      'SK12=20/1 SK13=30/1 SK14=40/1 SK16=60/1 SK110=100/1 SK24=40/2 SK26=60/2 SK34=40/3 SK36=60/3 SK310=100/3 SK34A=40/3 SK54=40/5 SK56=60/5 SK510=100/5',
    ),
  ], 'always'),
  form(ends('-TP', REEL), [
    of('nmos', 'SOT-23', 'SI2300 SI2302 SI2304 SI2306 SI2308 SI2310 SI2312 SI2318A'),
    of('pmos', 'SOT-23', 'SI2301 SI2301A SI2303 SI2305 SI2307 SI2309 SI2319 SI2333'),
  ], 'always'),
  form({ ...ends('-LTP -LTPS0 -TP', REEL), ...ends('HE3-LTP HE3-TP', { ...REEL, ...AEC_Q101 }) }, [
    pick(COMMON(), SMALL_RECTIFIERS),
    each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
    each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
    each('tvs', SMC, 'SMCJ', TVS_STAND_OFF),
    each('tvs', 'SOD-123FL', 'SMF', TVS_STAND_OFF),
    SCHOTTKY_OPEN(),
  ]),
]);

export const comchipDiscretes = table('comchip', 'Comchip', {
  title: 'Part numbering of Schottky rectifiers',
  url: 'https://www.comchiptech.com/',
}, () => [
  form({ ...ends('-G -HF') }, [
    pick(
      COMMON(),
      `${AXIAL} ${SMALL_DIODES} MMBT3904 MMBT3906 MMBT2222A MMBT2907A MMBT4401 MMBT4403 2N7002 BSS138 BSS84 BC847B BC857B BC817-25 BC807-25`,
    ),
    each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
    each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
    each('tvs', SMC, 'SMCJ', TVS_STAND_OFF),
    of(
      'rectifier',
      SMA,
      'CGRA4001=50/1 CGRA4002=100/1 CGRA4003=200/1 CGRA4004=400/1 CGRA4005=600/1 CGRA4006=800/1 CGRA4007=1000/1',
    ),
    of(
      'rectifier',
      SMB,
      'CGRB201=50/2 CGRB202=100/2 CGRB203=200/2 CGRB204=400/2 CGRB205=600/2 CGRB206=800/2 CGRB207=1000/2',
    ),
    of(
      'rectifier',
      'SOD-123',
      'CGRM4001=50/1 CGRM4002=100/1 CGRM4003=200/1 CGRM4004=400/1 CGRM4005=600/1 CGRM4006=800/1 CGRM4007=1000/1',
    ),
    of(
      'schottky',
      SMA,
      'CDBA120=20/1 CDBA130=30/1 CDBA140=40/1 CDBA160=60/1 CDBA1100=100/1 CDBA220=20/2 CDBA230=30/2 CDBA240=40/2 CDBA260=60/2 CDBA2100=100/2 CDBA320=20/3 CDBA340=40/3 CDBA360=60/3',
    ),
    of(
      'schottky',
      SMB,
      'CDBB120=20/1 CDBB140=40/1 CDBB160=60/1 CDBB240=40/2 CDBB260=60/2 CDBB340=40/3 CDBB360=60/3 CDBB540=40/5 CDBB560=60/5',
    ),
    of(
      'schottky',
      SMC,
      'CDBC320=20/3 CDBC340=40/3 CDBC360=60/3 CDBC520=20/5 CDBC540=40/5 CDBC560=60/5 CDBC5100=100/5',
    ),
    of('schottky', 'SOD-523F', 'CDBU0240=40/0.2 CDBU0130L CDBU00340'),
    of('switching', 'SOD-523F', 'CDSU101A CDSU4148 CDSU400B'),
  ]),
]);

export const taiwanSemiDiscretes = table('taiwan-semiconductor', 'Taiwan Semiconductor', {
  title: 'Packing codes',
  url: 'https://www.taiwansemi.com/en/packing-code/',
}, () => [
  form(ends('R3G R2G M2G RVG RHG RFG RSG RRG RWG R3 R2 R0G A0G B0G R1G RTG RUG RQG RPG'), [
    pick(
      COMMON(),
      `${AXIAL} ${SMALL_RECTIFIERS} BAT54 BAT54A BAT54C BAT54S BAV70 BAV99 BAW56 BAS16 BC817-16 BC817-25 BC817-40 BC807-16 BC807-25 BC807-40 BC846A BC846B BC847A BC847B BC847C BC848B BC848C BC856B BC857A BC857B BC857C BC858B MMBT3904 MMBT3906 MMBT2222A 1N4148W 1N4148WS`,
    ),
    SCHOTTKY_SMC(),
    SCHOTTKY_SMB(),
    of(
      'rectifier',
      'DO-41',
      '1N4001G=50/1 1N4002G=100/1 1N4003G=200/1 1N4004G=400/1 1N4005G=600/1 1N4006G=800/1 1N4007G=1000/1',
    ),
    of(
      'rectifier',
      'DO-201AD',
      '1N5400G=50/3 1N5401G=100/3 1N5402G=200/3 1N5404G=400/3 1N5406G=600/3 1N5407G=800/3 1N5408G=1000/3',
    ),
    of('fast', 'DO-41', 'MUR120=200/1 MUR140=400/1 MUR160=600/1'),
    of('fast', 'DO-201AD', 'MUR420=200/4 MUR440=400/4 MUR460=600/4'),
    of('schottky', 'TO-220-2', 'MBR1045=45/10 MBR1060=60/10 MBR10100=100/10'),
    of('schottkyPair', 'TO-220', 'MBR2045CT=45 MBR2060CT=60 MBR20100CT=100 MBR20200CT=200'),
    each('tvs', 'DO-15', 'P6KE', TVS_BREAKDOWN),
    each('tvs', 'DO-201', '1.5KE', TVS_BREAKDOWN),
    each('zener', 'DO-35', 'BZX55C BZX79C', ZENER_VOLTS_75.slice(0, 36)),
    each('zener', 'DO-41', 'BZX85C', ZENER_VOLTS_75.slice(3, 36)),
    of(
      'schottky',
      'Sub SMA',
      'SS12L=20/1 SS13L=30/1 SS14L=40/1 SS15L=50/1 SS16L=60/1 SS22L=20/2 SS24L=40/2 SS26L=60/2',
    ),
    of(
      'rectifier',
      'Sub SMA',
      'S1AL=50/1 S1BL=100/1 S1DL=200/1 S1GL=400/1 S1JL=600/1 S1KL=800/1 S1ML=1000/1',
    ),
    of('rectifier', SMC, 'S3A=50/3 S3B=100/3 S3D=200/3 S3G=400/3 S3J=600/3 S3K=800/3 S3M=1000/3'),
    each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
    each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
    each('zener', 'SOD-123F', 'BZT52C', ZENER_VOLTS_75),
    each('zener', 'SOT-23', 'BZX84C', ZENER_VOLTS),
  ]),
]);

export const littelfuseDiscretes = table('littelfuse', 'Littelfuse', {
  title: 'TVS diodes: part numbering and packing options',
  url:
    'https://www.littelfuse.com/media?resourcetype=datasheets&itemid=1a3ae8ea-1a62-4d5c-a6a2-5b4f5bbb3e1c&filename=littelfuse-tvs-diode-smbj-datasheet',
}, () => [
  form({ ...ends('-T7', REEL_7), ...ends('-T13', REEL_13) }, [
    each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
    each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
    each('tvs', SMC, 'SMCJ SMDJ 5.0SMDJ', TVS_STAND_OFF),
    each('tvs', 'SOD-123FL', 'SMF', TVS_STAND_OFF),
    each('tvs', SMA, 'P4SMA', TVS_BREAKDOWN),
    each('tvs', SMB, 'P6SMB', TVS_BREAKDOWN),
    each('tvs', SMC, '1.5SMC', TVS_BREAKDOWN),
    each('tvs', SMA, 'SMA6J', TVS_STAND_OFF),
    each('tvs', SMB, '1KSMB', TVS_BREAKDOWN),
  ]),
  form({ ...ends('-B', BULK), ...ends('-T', REEL) }, [
    each('tvs', 'DO-15', 'P6KE', TVS_BREAKDOWN),
    each('tvs', 'DO-201', '1.5KE', TVS_BREAKDOWN),
    each('tvs', 'DO-15', 'SA', TVS_STAND_OFF.slice(0, 60)),
  ]),
  bare(
    of(
      'esd',
      'SOT-23',
      'SM712-02HTG SP712-02HTG SM05-02HTG=5 SM12-02HTG=12 SM15-02HTG=15 SM24-02HTG=24 SM36-02HTG=36 SM24CANA-02HTG=24 SM24CANB-02HTG=24 SP0502BAHTG=5.5 SP0502BAHT=5.5',
      REEL,
    ),
    of('esd', 'SOT-143', 'SP0503BAHTG=5.5 SP0503BAHT=5.5', REEL),
    of('esd', 'SOT-23-5', 'SP0504BAHTG=5.5 SP0504BAHT=5.5', REEL),
    of('esd', 'SOT-23-6', 'SP0505BAHTG=5.5 SRV05-4HTG SP0505BAHT=5.5 SRV05-4HTG-D', REEL),
    of('esd', 'SOIC-8', 'SP03-3.3BTG SP03-6BTG SP03A-3.3BTG SLVU2.8-4BTG SRDA05-4BTG', REEL),
    of('esd', 'uDFN-10', 'SP3012-04UTG=5 SP0524PUTG=5', REEL),
    of('esd', 'uDFN-14', 'SP3012-06UTG=5', REEL),
    of(
      'esd',
      'SOD-323',
      'SD05-01FTG=5 SD05C-01FTG=5 SD12-01FTG=12 SD12C-01FTG=12 SD15-01FTG=15 SD15C-01FTG=15 SD24-01FTG=24 SD24C-01FTG=24 SD36-01FTG=36 SD36C-01FTG=36',
      REEL,
    ),
    of('esd', 'SOD-882', 'SP3021-01ETG SP1005-01ETG SP1007-01ETG SP3022-01ETG', REEL),
  ),
]);

export const bournsDiscretes = table('bourns', 'Bourns', {
  title: 'SMBJ transient voltage suppressor diode series, how to order',
  url: 'https://www.bourns.com/docs/Product-Datasheets/SMBJ.pdf',
}, () => [
  form({}, [
    each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
    each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
    each('tvs', SMC, 'SMCJ', TVS_STAND_OFF),
    each('tvs', SMB, 'P6SMB', TVS_BREAKDOWN),
    of(
      'esd',
      'SOT-23',
      'CDSOT23-SM712 CDSOT23-T03C CDSOT23-T05C=5 CDSOT23-T08C=8 CDSOT23-T12C=12 CDSOT23-T15C=15 CDSOT23-T24C=24 CDSOT23-T24CAN=24 CDSOT23-T24CAN-Q=24 CDSOT23-T36C=36 CDSOT23-T03 CDSOT23-T05=5 CDSOT23-T12=12 CDSOT23-T15=15 CDSOT23-T24=24 CDSOT23-T24LIN',
    ),
    of('esd', 'SOT-23-6', 'CDSOT236-0504C=5'),
    of(
      'schottky',
      SMA,
      'CD214A-B120=20/1 CD214A-B130=30/1 CD214A-B140=40/1 CD214A-B160=60/1 CD214A-B340=40/3 CD214A-B340LF=40/3 CD214A-B360=60/3 CD214A-B140LF=40/1',
    ),
    of('schottky', SMB, 'CD214B-B220=20/2 CD214B-B240=40/2 CD214B-B340=40/3 CD214B-B240LF=40/2'),
    of('schottky', SMC, 'CD214C-B320=20/3 CD214C-B340=40/3 CD214C-B340LF=40/3 CD214C-B360=60/3'),
  ]),
]);

const JLC_REST = onFirstUse((): Numbers => ({
  ...of('npn', 'SOT-23', 'S8050 SS8050 S9013 S9014 S9018'),
  ...of('pnp', 'SOT-23', 'S8550 SS8550 S9012 S9015'),
  ...of('npn', 'SOT-89', 'D882'),
  ...of('pnp', 'SOT-89', 'B772'),
  ...of('rectifier', 'SOD-123FL', 'A7=1000/1 SM4001PL=50/1 SM4004PL=400/1 SM4007PL=1000/1'),
  ...of('schottky', 'SOD-123FL', 'DSK12=20/1 DSK14=40/1 DSK16=60/1 DSK24=40/2 DSK26=60/2 DSK34=40/3'),
  ...each('tvs', SMA, 'SMAJ', TVS_STAND_OFF),
  ...each('tvs', SMB, 'SMBJ', TVS_STAND_OFF),
  ...each('tvs', SMC, 'SMCJ', TVS_STAND_OFF),
  ...each('tvs', 'SOD-123FL', 'SMF', TVS_STAND_OFF),
  ...each('zener', 'SOD-123', 'BZT52C', ZENER_VOLTS_75),
  ...each('zener', 'SOD-323', 'BZT52C', ZENER_VOLTS_75.map((end) => end.replace('=', 'S='))),
  ...each('zener', 'SOT-23', 'BZX84C', ZENER_VOLTS_75),
  ...each('zener', 'SOD-123', 'MMSZ', ZENER_52XX),
  ...each('zener', 'SOD-123', 'MM1Z', ZENER_VOLTS_75),
  ...each('zener', SMA, '1SMA', ZENER_47XX),
  ...each(
    'zener',
    'SOD-80 (MiniMELF)',
    'ZMM',
    volts(
      '2V4 2V7 3V0 3V3 3V6 3V9 4V3 4V7 5V1 5V6 6V2 6V8 7V5 8V2 9V1 10 11 12 13 15 16 18 20 22 24 27 30 33 36 39',
    ),
  ),
}));
/** What nearly all of the manufacturers sell that supply the boards of JLCPCB. */
const JLC = onFirstUse((): Numbers => ({
  ...pick(
    COMMON(),
    `${AXIAL} ${SMALL_DIODES} ${SMALL_TRANSISTORS} ${SMALL_RECTIFIERS} ${M_SERIES} MB6S MB8S MB10S DB107 SRV05-4 SM712`,
  ),
  ...SCHOTTKY_OPEN(),
  ...JLC_REST(),
}));
const JLC_FORM = onFirstUse(() => bare(JLC()));
const SMA_SCHOTTKY = onFirstUse(() =>
  of(
    'schottky',
    SMA,
    'SS22=20/2 SS24=40/2 SS26=60/2 SS210=100/2 SS34=40/3 SS36=60/3 SS310=100/3 SS54=40/5 SS56=60/5 SS510=100/5',
  )
);

export const jscjDiscretes = table('jscj', 'JSCJ', {
  title: 'Diodes and transistors',
  url: 'https://www.jscj-elec.com/',
}, () => [
  JLC_FORM(),
  form(
    ends(
      '(RANGE:100-300) (RANGE:200-300) (RANGE:300-400) (RANGE:120-200) (RANGE:200-350) (RANGE:160-320) (RANGE:200-400)',
    ),
    [
      pick(
        JLC(),
        'MMBT3904 MMBT3906 MMBT5551 MMBT5401 S8050 S8550 SS8050 SS8550 S9012 S9013 S9014 S9015 D882 B772 MMBT2222A MMBT2907A',
      ),
    ],
    'always',
  ),
  bare(
    of('npn', 'SOT-23', 'S8050-J3Y'),
    of('nmos', 'SOT-23', 'CJ2302 CJ2304 CJ2306 CJ2310 CJ3400'),
    of('pmos', 'SOT-23', 'CJ2301 CJ2305 CJ2307 CJ3401 CJ3407'),
  ),
]);
export const mddDiscretes = table('mdd', 'MDD', {
  title: 'Diodes and transistors',
  url: 'https://www.microdiode.com/',
}, () => [
  bare(
    { ...JLC(), ...SMA_SCHOTTKY() },
    of('nmos', 'SOT-23', 'MDD2302 MDD3400'),
    of('pmos', 'SOT-23', 'MDD2301 MDD3401'),
    of('bridge', null, 'MB10S-50MIL'),
  ),
]);
/** What HongJiaCheng sells beside it. */
const HJC_ZENERS = onFirstUse((): Numbers => ({
  ...each('zener', 'SOD-323', 'MM3Z', ZENER_VOLTS_75),
  ...each('zener', 'SOD-523', 'MM5Z BZX584C', ZENER_VOLTS_75.slice(0, 33)),
  ...each('zener', 'SOD-123', 'BZT52B', ZENER_VOLTS_75),
  ...each('zener', 'SOD-323', 'BZT52B', ZENER_VOLTS_75.map((end) => end.replace('=', 'S='))),
  ...each('zener', 'SOD-323', 'MMSZ', ZENER_52XX.slice(0, 39).map((end) => end.replace('=', 'S='))),
  ...each('zener', 'SOD-123', 'MM1Z', ZENER_VOLTS_75.map((end) => end.replace('=', 'B='))),
  ...each('zener', 'SOD-323', 'MM3Z', ZENER_VOLTS_75.map((end) => end.replace('=', 'B='))),
  ...each('tvs', SMB, 'P6SMB', TVS_BREAKDOWN),
  ...each('tvs', SMA, 'P4SMA', TVS_BREAKDOWN),
}));
export const hongjiachengDiscretes = table('hongjiacheng', 'HongJiaCheng', {
  title: 'Diodes and transistors',
  url: 'https://www.hjcsemi.com/',
}, () => [
  bare(
    { ...JLC(), ...SMA_SCHOTTKY(), ...HJC_ZENERS() },
    of('nmos', 'SOT-23', 'HL2300 HL2304 HL3400A 2SK3018'),
    of('pmos', 'SOT-23', 'HL2301A HL2303 HL3401A'),
  ),
]);
const named = (id: string, manufacturer: string, url: string): SeriesTable =>
  table(id, manufacturer, { title: 'Diodes and transistors', url }, () => [JLC_FORM()]);
export const goodArkDiscretes = named('goodark', 'Good-Ark', 'https://www.goodarksemi.com/');
export const yangjieDiscretes = named('yangjie', 'Yangjie', 'https://www.21yangjie.com/');
export const hottechDiscretes = named('hottech', 'Guangdong Hottech', 'https://www.heketai.com/');
export const umwDiscretes = named('umw', 'UMW', 'https://www.umw-ic.com/');
export const slkorDiscretes = named('slkor', 'SLKOR', 'https://www.slkormicro.com/');
export const shikuesDiscretes = named('shikues', 'SHIKUES', 'https://www.shikues.com/');
export const techPublicDiscretes = named('tech-public', 'TECH PUBLIC', 'https://www.techpublic.com.tw/');
export const goodworkDiscretes = named('goodwork', 'Goodwork', 'https://www.goodwork.com.cn/');
export const liownDiscretes = named('liown', 'LIOWN', 'https://www.liown.com.cn/');
export const yfwDiscretes = named('yfw', 'YFW', 'https://www.yfwdiode.com/');
export const semtechDiscretes = table(
  'semtech',
  'Semtech',
  {
    title: 'RClamp0524P data sheet, ordering information',
    url: 'https://www.semtech.com/products/circuit-protection/low-capacitance/rclamp0524p',
  },
  () => [form(ends('.TCT .TC .TBT .TNT', REEL), [
    of('esd', 'SLP2510P8', 'RCLAMP0524P=5 RCLAMP0524PA=5 RCLAMP3324P=3.3'),
    of('esd', 'SLP1610P4', 'RCLAMP0522P=5'),
    of('esd', 'SOT-23-6', 'SRV05-4=5 RCLAMP0504S=5 SMS05C=5 SMS12C=12 SMS15C=15 SMS24C=24'),
    of('esd', 'SC-75', 'RCLAMP0502B=5'),
    of('esd', 'SOT-143', 'SR05=5 SR12=12'),
    of('esd', 'SOT-23', 'SM05=5 SM12=12 SM15=15 SM24=24 SM36=36 SM712'),
    of('esd', 'SOT-363', 'SMF05C=5 SMF12C=12 SMF15C=15 SMF24C=24'),
    of('esd', 'SOIC-8', 'SRDA05-4=5 SRDA3.3-4=3.3 LC03-3.3=3.3 LC03-6=6 SLVU2.8-4=2.8 SLVU2.8-8=2.8'),
    of(
      'esd',
      'SOD-323',
      'SD05=5 SD05C=5 SD12=12 SD12C=12 SD15=15 SD15C=15 SD24=24 SD24C=24 SD36=36 SD36C=36',
    ),
  ])],
);
export const protekDiscretes = table(
  'protek',
  'ProTek Devices',
  {
    title: 'PSM712-LF data sheet, ordering information',
    url: 'https://www.protekdevices.com/product/psm712-lf/',
  },
  () => [form(ends('-LF-T7 -LF-T13 -LF -T7'), [
    of('esd', 'SOT-23', 'PSM712'),
    of('esd', 'SOT-23-6', 'SRV05-4 SRV05-4-P'),
    of(
      'esd',
      'SOD-323',
      'PSD03=3.3 PSD03C=3.3 PSD05=5 PSD05C=5 PSD12=12 PSD12C=12 PSD15=15 PSD15C=15 PSD24=24 PSD24C=24 GBLC03=3.3 GBLC03C=3.3 GBLC05=5 GBLC05C=5 GBLC12=12 GBLC12C=12 GBLC15=15 GBLC15C=15 GBLC24=24 GBLC24C=24',
    ),
  ])],
);
export const weenDiscretes = table(
  'ween',
  'WeEn Semiconductors',
  { title: 'Triacs and thyristors', url: 'https://www.ween-semi.com/products/thyristors' },
  () => [
    form(ends(',127', TUBE), [
      of(
        'triac',
        'TO-220',
        'BT136-500 BT136-500E BT136-600 BT136-600D BT136-600E BT136-800E BT137-600 BT137-600D BT137-600E BT137-800E BT138-600 BT138-600D BT138-600E BT138-600F BT138-800E BT139-600 BT139-600E BT139-600F BT139-800 BT139-800E BTA204-600C BTA208-600B BTA212-600B BTA216-600B',
      ),
      of('scr', 'TO-220', 'BT151-500R BT151-650R BT151-800R BT152-400R BT152-600R BT152-800R BT145-800R'),
    ]),
    form({}, [
      of('triac', 'TO-92', 'BT131-600 BT131-600D BT131-600E BT131-800E'),
      of('scr', 'TO-92', 'BT149D BT149G BT169D BT169G'),
    ]),
  ],
);
export const diotecDiscretes = table('diotec', 'Diotec Semiconductor', {
  title: 'Diodes and transistors',
  url: 'https://diotec.com/en/',
}, () => [
  bare(
    pick(
      COMMON(),
      `${AXIAL} ${SMALL_DIODES} ${SMALL_TRANSISTORS} ${SMALL_RECTIFIERS} ${M_SERIES} BC337-16 BC337-25 BC337-40 BC327-16 BC327-25 BC327-40 BC546 BC547 BC548 BC549 BC556 BC557 BC558 BC559 BC546A BC546B BC547A BC547B BC547C BC548A BC548B BC548C BC549B BC549C BC550B BC550C BC556A BC556B BC557A BC557B BC557C BC558A BC558B BC558C BC559B BC559C BC560B BC560C`,
    ),
  ),
]);
export const lrcDiscretes = table('lrc', 'LRC', {
  title: 'Diodes and transistors',
  url: 'https://www.lrcls.com/',
}, () => [
  [
    { literal: 'L' },
    segment(
      'number',
      pick(
        COMMON(),
        'BSS84 BSS138 BSS123 2N7002 MMBT3904 MMBT3906 MMBT2222A MMBT2907A MMBT4401 MMBT4403 MMBT5551 MMBT5401 BC817-25 BC817-40 BC807-25 BC807-40 BC846B BC847B BC847C BC848B BC856B BC857B BC857C BAT54 BAT54A BAT54C BAT54S BAV70 BAV99 BAW56 BAS16 BAS21 BAS40-04 BAS70-04',
      ),
    ),
    segment('packing', ends('LT1', REEL_7), ends('LT3', REEL_13)),
    segment('finish', { '': {} }, ends('G')),
  ],
  [
    { literal: 'L' },
    segment(
      'number',
      each('zener', 'SOD-523', 'M5Z', ZENER_VOLTS),
      each('zener', 'SOD-323', 'M3Z', ZENER_VOLTS),
    ),
    segment('packing', ends('T1', REEL_7), ends('T3', REEL_13)),
    segment('finish', { '': {} }, ends('G')),
  ],
]);
/** These are written with spaces. */
const CENTRAL_ENDS: Numbers = Object.fromEntries(
  [' TR', ' BK', ' PBFREE', ' TR PBFREE', ' BK PBFREE', ' TIN/LEAD', ' TR TIN/LEAD', ' BK TIN/LEAD'].map((
    end,
  ) => [end, {}]),
);

export const centralDiscretes = table('central', 'Central Semiconductor', {
  title: 'Packaging and finish codes',
  url: 'https://www.centralsemi.com/',
}, () => [
  form(CENTRAL_ENDS, [
    of('npn', 'SOT-23', 'CMPT2222A CMPT3904 CMPT4401 CMPT5551 CMPTA06 CMPTA42 CMPT5089 CMPT5088'),
    of('pnp', 'SOT-23', 'CMPT2907A CMPT3906 CMPT4403 CMPT5401 CMPTA56 CMPTA92'),
    of('switching', 'SOT-23', 'CMPD914'),
    of('switchingPair', 'SOT-23', 'CMPD7000 CMPD2836 CMPD2838'),
    of('schottky', 'SOT-23', 'CMPSH-3 CMPSH-3A CMPSH-3C CMPSH-3S'),
    of('npn', 'SOT-223', 'CZT2222A CZT5551 CZTA42'),
    of('pnp', 'SOT-223', 'CZT2907A CZT5401 CZTA92'),
    pick(
      COMMON(),
      '2N2222A 2N2907A 2N3019 2N3904 2N3906 2N4401 2N4403 2N5551 2N5401 2N3055 1N4148 1N914 1N4448 1N5711 2N5457 2N5458 2N5459 2N3819 J111 J112 J113 PN2222 PN2222A PN2907 PN2907A 2N5087 2N5088 2N5089 MPSA05 MPSA06 MPSA42 MPSA55 MPSA56 MPSA92 MPSA13 MPSA14 2N5460 2N5461 2N5462 2N5484 2N5485 2N5486 J174 J175 J176 J177 MPF102',
    ),
  ]),
  // Bare, these are numbers of several manufacturers.
  form(CENTRAL_ENDS, [pick(COMMON(), '2N2369A 2N2219A 2N2905A 2N3053')], 'always'),
]);
export const microchipDiscretes = table('microchip', 'Microchip Technology', {
  title: 'TN0702, LND150, VN2222: ordering information',
  url:
    'https://ww1.microchip.com/downloads/en/DeviceDoc/LND150-N-Channel-Depletion-Mode-MOSFET-Data-Sheet-20005454.pdf',
}, () => [
  [
    segment(
      'number',
      of(
        'nmos',
        null,
        'LND150 DN2530 DN2535 DN2540 DN3525 DN3535 DN3545 DN3135 DN3145 LND01 TN0104 TN0106 TN0110 TN0602 TN0604 TN0606 TN0610 TN0620 TN0702 TN2106 TN2124 TN2130 TN2425 TN2435 TN2501 TN2504 TN2510 TN2524 TN2540 TN2640 TN5325 TN5335 VN0104 VN0106 VN0109 VN0300 VN0550 VN10K VN1206 VN2106 VN2110 VN2210 VN2222 VN2224 VN2406 VN2450 VN2460 VN3205 VN3515 VN4012 2N7000 2N7002 2N7008',
      ),
      of(
        'pmos',
        null,
        'TP0604 TP0606 TP0610 TP0620 TP2104 TP2424 TP2435 TP2502 TP2510 TP2520 TP2522 TP2535 TP2540 TP2635 TP2640 TP5322 TP5335 VP0104 VP0106 VP0109 VP0550 VP0808 VP2106 VP2110 VP2206 VP2450 VP3203',
      ),
    ),
    segment(
      'package',
      ends('N3', { package: 'TO-92' }),
      ends('N8', { package: 'SOT-89' }),
      ends('K1', { package: 'SOT-23' }),
      ends('K4', { package: 'TO-252 (DPAK)' }),
      ends('T', { package: 'SOT-23' }),
    ),
    segment('finish', ends('-G')),
    { optional: [segment('packing', ends('-P002 -P003 -P005 -P013 -P014'))] },
  ],
  bare(of('nmos', 'TO-92', '2N7000-G 2N7008-G'), of('nmos', 'SOT-23', '2N7002-G')),
]);

export const OTHERS: readonly SeriesTable[] = [
  stDiscretes,
  rohmDiscretes,
  toshibaDiscretes,
  aosDiscretes,
  littelfuseDiscretes,
  bournsDiscretes,
  mccDiscretes,
  comchipDiscretes,
  taiwanSemiDiscretes,
  microchipDiscretes,
  centralDiscretes,
  diotecDiscretes,
  mddDiscretes,
  jscjDiscretes,
  lrcDiscretes,
  goodArkDiscretes,
  yangjieDiscretes,
  hottechDiscretes,
  umwDiscretes,
  slkorDiscretes,
  shikuesDiscretes,
  techPublicDiscretes,
  hongjiachengDiscretes,
  goodworkDiscretes,
  liownDiscretes,
  yfwDiscretes,
  semtechDiscretes,
  protekDiscretes,
  weenDiscretes,
];

/** Stand-off voltages in two digits and a number of zeros, in tenths of a volt: `500` is 5 V, `241` is 24 V, `102` is 100 V. */
const WUERTH_VOLTS = TVS_STAND_OFF.filter((item) => !item.includes('CA')).map((item) =>
  Number(item.split('=')[1])
)
  .map((volts): [string, number] => {
    const tenths = String(Math.round(10 * volts));
    return [`${tenths.slice(0, 2)}${tenths.length - 2}`, volts];
  });

export const wuerthTvs: SeriesTable = {
  id: 'wuerth-tvsp',
  manufacturer: 'Würth Elektronik',
  category: 'tvs_diode',
  series: 'WE-TVSP',
  description: 'TVS diode',
  reference: {
    title: 'WE-TVSP power TVS diodes',
    url: 'https://www.we-online.com/en/components/products/WE-TVSP',
  },
  forms: () => [[
    { literal: '8245' },
    codes('package', 'package', { '0': SMA, '2': SMB, '4': SMC, '5': SMC }),
    codes('direction', 'description', { '0': 'TVS diode, unidirectional', '1': 'TVS diode, bidirectional' }),
    codes('voltage', 'nominal_voltage', Object.fromEntries(WUERTH_VOLTS)),
  ]],
};
