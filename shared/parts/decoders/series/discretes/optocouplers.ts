/** Optocouplers: how the leads are formed, the rank of the current transfer ratio and the packing stand behind the type. */
import type { Statements } from '../../../finding.ts';
import type { Forms, SeriesTable } from '../../table.ts';
import { COMMON } from './common.ts';
import { ends, form, type Numbers, of, pick, REEL } from './numbers.ts';

const OPTO = { category: 'optocoupler', description: 'Optocoupler', series: 'Optocouplers' } as const;

/** Each of `first` with each of `second` behind it. */
function joined(first: Numbers, second: Numbers): Numbers {
  return Object.fromEntries(
    Object.entries(first).flatMap(([a, said]) =>
      Object.entries(second).map(([b, more]): [string, Statements] => [a + b, { ...said, ...more }])
    ),
  );
}

const NOTHING: Numbers = { '': {} };
const TRIACS = 'MOC3020 MOC3021 MOC3022 MOC3023 MOC3041 MOC3042 MOC3043 MOC3061 MOC3062 MOC3063';
const DIP6 = `4N25 4N26 4N27 4N28 4N33 4N35 4N36 4N37 ${TRIACS}`;
const CNY17 = 'CNY17-1 CNY17-2 CNY17-3 CNY17-4';
const HIGH_SPEED = '6N135 6N136 6N137 6N138 6N139';

export const liteOnOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'liteon-optocouplers',
  manufacturer: 'Lite-On',
  reference: {
    title: 'LTV-817 series data sheet',
    url: 'https://optoelectronics.liteon.com/upload/download/DS-70-96-0016/LTV-8X7%20series%20201610%20.pdf',
  },
  forms: () => [
    form({ ...ends('-A -B -C -D'), ...ends('-TA -TA1 -TA1-A -TA1-B -TA1-C -TA1-D') }, [
      of('optocoupler', 'SMD-4', 'LTV-817S LTV-816S LTV-814S LTV-815S'),
      of('optocoupler', 'DIP-4', 'LTV-817M LTV-816M LTV-814M LTV-815M'),
      of('optocoupler', 'SMD-8', 'LTV-827S LTV-826S LTV-824S'),
      of('optocoupler', 'SMD-16', 'LTV-847S LTV-846S LTV-844S'),
    ]),
    form(
      ends('-A -B -C -D'),
      [
        of('optocoupler', 'DIP-4', 'LTV-817 LTV-816 LTV-814 LTV-815'),
        of('optocoupler', 'DIP-8', 'LTV-827 LTV-826 LTV-824 LTV-825'),
        of('optocoupler', 'DIP-16', 'LTV-847 LTV-846 LTV-844'),
      ],
    ),
    form(
      { ...ends('-A-G -B-G -C-G -D-G -V-G -G'), ...ends('-TP1-G -TP1-A-G -TP1-B-G -TP1-C-G -TP1-V-G') },
      [of('optocoupler', 'SOP-4', 'LTV-217 LTV-214 LTV-352T LTV-354T LTV-355T LTV-356T LTV-357T')],
    ),
    form({ ...ends('-A -B -C -D'), ...ends('-TP1') }, [of('optocoupler', 'SOP-16', 'LTV-247')]),
    form({ ...ends('M'), ...ends('S S-TA1', { package: 'SMD-6' }) }, [
      { ...pick(COMMON(), `${DIP6} ${CNY17}`), ...of('optocoupler', 'DIP-6', 'MOC3051 MOC3052') },
    ]),
    form({ ...ends('M'), ...ends('S S-TA1', { package: 'SMD-8' }) }, [pick(COMMON(), HIGH_SPEED)]),
  ],
};

const EVERLIGHT_END = joined(
  joined({ ...NOTHING, ...ends('(A) (B) (C) (D)') }, { ...NOTHING, ...ends('(TA) (TB) (TU) (TD)') }),
  { ...NOTHING, ...ends('-V -F -G -VG -FV') },
);

export const everlightOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'everlight-optocouplers',
  manufacturer: 'Everlight Electronics',
  reference: {
    title: 'EL817 series data sheet, order information',
    url: 'https://everlightamericas.com/index.php?controller=attachment&id_attachment=2757',
  },
  forms: () => [
    form(EVERLIGHT_END, [
      of('optocoupler', 'DIP-4', 'EL817 EL816 EL814 EL817M EL815'),
      of('optocoupler', 'SMD-4', 'EL817S EL817S1 EL816S1 EL814S1 EL815S1 EL817S2'),
      of('optocoupler', 'DIP-8', 'EL827 EL2630 EL2631'),
      of('optocoupler', 'DIP-16', 'EL847'),
      of(
        'optocoupler',
        'SOP-4',
        'EL357N EL354N EL3H7 EL3H4 EL1017 EL1018 EL1019 ELM3052 ELM3053 ELM3062 ELM3063',
      ),
      of('optocoupler', 'SOP-8', 'EL205 EL206 EL207 EL211 EL213 EL217 EL0600 EL0601 EL0611 EL0631 EL0630'),
      of(
        'optocoupler',
        'DIP-6',
        'EL3020 EL3021 EL3022 EL3023 EL3041 EL3042 EL3043 EL3051 EL3052 EL3053 EL3061 EL3062 EL3063 EL3081 EL3082 EL3083',
      ),
    ], 'always'),
    form(ends('S1(TA)', { ...REEL, package: 'SMD-6' }), [
      of('optocoupler', null, 'EL3021 EL3022 EL3023 EL3041 EL3043 EL3052 EL3053 EL3061 EL3062 EL3063 EL3083'),
    ], 'always'),
    form(ends('M'), [pick(COMMON(), `4N25 4N26 4N27 4N28 4N35 4N36 4N37 ${HIGH_SPEED} ${CNY17}`)]),
    form({ ...ends('S1(TA) S1(TB)', { ...REEL, package: 'SMD-8' }), ...ends('S S1', { package: 'SMD-8' }) }, [
      of('optocoupler', null, HIGH_SPEED),
    ], 'always'),
    form({ ...ends('S1(TA) S1(TB)', { ...REEL, package: 'SMD-6' }), ...ends('S S1', { package: 'SMD-6' }) }, [
      of('optocoupler', null, '4N25 4N35 4N36 4N37'),
    ], 'always'),
  ],
};

export const vishayOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'vishay-optocouplers',
  manufacturer: 'Vishay',
  reference: { title: 'Optocouplers', url: 'https://www.vishay.com/en/optocouplers/' },
  forms: () => [
    form({
      ...ends('-X001 -X006 -X016'),
      ...ends('-X007 -X009', { package: 'SMD-6' }),
      ...ends('-X007T -X009T -X017T -X019T', { ...REEL, package: 'SMD-6' }),
    }, [
      pick(COMMON(), `4N25 4N26 4N27 4N28 4N33 4N35 4N36 4N37 ${CNY17}`),
      of(
        'optocoupler',
        'DIP-6',
        'CNY17F-1 CNY17F-2 CNY17F-3 CNY17F-4 H11A1 H11AA1 IL1 IL2 IL5 IL74 IL250 IL252 MCT2 MCT2E IL4208 IL4218 IL410 IL420 IL440 VO3052 VO3053 VO3062 VO3063 SFH600-1 SFH600-2 SFH600-3 SFH601-1 SFH601-2 SFH601-3 K3010P K3020P',
      ),
    ]),
    form({
      ...ends('-X001 -X006 -X016'),
      ...ends('-X007 -X009', { package: 'SMD-4' }),
      ...ends('-X007T -X009T -X017T -X019T X007T X009T', { ...REEL, package: 'SMD-4' }),
    }, [
      of(
        'optocoupler',
        'DIP-4',
        'SFH610A-1 SFH610A-2 SFH610A-3 SFH610A-4 SFH615A-1 SFH615A-2 SFH615A-3 SFH615A-4 SFH617A-1 SFH617A-2 SFH617A-3 SFH617A-4 SFH618A-2 SFH618A-3 SFH618A-4 SFH618A-5 SFH620A-1 SFH620A-2 SFH620A-3 SFH628A-2 SFH628A-3 SFH628A-4 VO610A-1 VO610A-2 VO610A-3 VO610A-4 VO615A VO615A-1 VO615A-2 VO615A-3 VO615A-4 VO617A VO617A-1 VO617A-2 VO617A-3 VO617A-4 VO618A VO618A-2 VO618A-3 VO618A-4 K817P K817P1 K817P2 K817P3 K817P4 TCET1100 TCET1101 TCET1102 TCET1103 TCET1104 TCET1106 TCET1107 TCET1108 TCET1109',
      ),
    ]),
    form(ends('T', REEL), [
      of(
        'optocoupler',
        'SOP-4',
        'SFH690A SFH690B SFH690C SFH690AB VOM617A-1 VOM617A-2 VOM617A-3 VOM617A-4 VOM618A-2 VOM618A-3 VOM618A-4 VOL617A-1 VOL617A-2 VOL617A-3 VOL617A-4',
      ),
      of(
        'optocoupler',
        'SMD-4',
        'SFH6106-1 SFH6106-2 SFH6106-3 SFH6106-4 SFH6156-1 SFH6156-2 SFH6156-3 SFH6156-4 SFH6186-2 SFH6186-3 SFH6186-4 SFH6206-1 SFH6206-2 SFH6206-3',
      ),
      of(
        'optocoupler',
        'SOP-8',
        'ILD205 ILD206 ILD207 ILD211 ILD213 ILD217 IL205A IL206A IL207A IL211A IL212A IL213A IL217A VO0600 VO0601 VO0611 VO0630 VO0631 VO0661',
      ),
    ]),
    form(ends('T'), [
      of(
        'optocoupler',
        'SOP-4',
        'TCMT1100 TCMT1101 TCMT1102 TCMT1103 TCMT1104 TCMT1105 TCMT1106 TCMT1107 TCMT1108 TCMT1109 TCMT1600',
      ),
    ]),
    form({}, [
      of('optocoupler', 'SOP-16', 'TCMT4100 TCMT4106 TCMT4600 TCMT4606'),
      of(
        'optocoupler',
        'SOP-6',
        'TCLT1000 TCLT1001 TCLT1002 TCLT1003 TCLT1005 TCLT1006 TCLT1007 TCLT1008 TCLT1009',
      ),
      of('optocoupler', 'DIP-4', 'CNY65 CNY65A CNY65B CNY64 CNY64A CNY64B'),
      of(
        'optocoupler',
        'DIP-8',
        'ILD1 ILD2 ILD5 ILD30 ILD55 ILD74 ILD610-1 ILD610-2 ILD610-3 ILD615-1 ILD615-2 ILD615-3 ILD615-4 ILCT6 MCT6 MCT61 MCT62 MCT66 VO2601 VO2611 VO2630 VO2631 VO4661 VO3120 VO3150A IL300 SFH6345 SFH6135 SFH6136 SFH6138 SFH6139',
      ),
      of(
        'optocoupler',
        'DIP-16',
        'ILQ1 ILQ2 ILQ5 ILQ30 ILQ55 ILQ74 ILQ615-1 ILQ615-2 ILQ615-3 ILQ615-4 K847P K847PH',
      ),
    ]),
    form({ ...ends('-X007T -X009T', { ...REEL, package: 'SMD-8' }), ...ends('-X006') }, [
      pick(COMMON(), HIGH_SPEED),
    ]),
  ],
};

export const onsemiOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'onsemi-optocouplers',
  manufacturer: 'onsemi',
  reference: {
    title: '4N35M data sheet, ordering information',
    url: 'https://www.onsemi.com/pdf/datasheet/4n38m-d.pdf',
  },
  forms: () => [
    // With onsemi's own M at the end alone: the H11L series was renamed with it.
    form(
      {
        ...ends('M TM TVM VM'),
        ...ends('SM SVM', { package: 'SMD-6' }),
        ...ends('SR2M SR2VM', { ...REEL, package: 'SMD-6' }),
      },
      [pick(COMMON(), 'H11L1'), of('optocoupler', 'DIP-6', 'H11L2 H11L3')],
    ),
    form(
      {
        ...ends('S', { package: 'SMD-6' }),
        ...ends('SR2 SR2V', { ...REEL, package: 'SMD-6' }),
        ...ends('SV', { package: 'SMD-6' }),
        ...ends('TV V T'),
        ...ends('M TM TVM VM'),
        ...ends('SM SVM', { package: 'SMD-6' }),
        ...ends('SR2M SR2VM', { ...REEL, package: 'SMD-6' }),
      },
      [
        pick(COMMON(), DIP6),
        of(
          'optocoupler',
          'DIP-6',
          'CNY171 CNY172 CNY173 CNY174 CNY17F1 CNY17F2 CNY17F3 CNY17F4 H11A1 H11AA1 H11AA4 H11AG1 H11B1 H11D1 H11F1 H11F3 H11N1 MCT2 MCT2E MOC3010 MOC3011 MOC3012 MOC3031 MOC3032 MOC3033 MOC3051 MOC3052 MOC3081 MOC3082 MOC3083 MOC3162 MOC3163 MOC8101 MOC8104 MOC8106 MOC8204 TIL111 TIL117 4N29 4N30 4N31 4N32 4N38',
        ),
      ],
    ),
    form(
      {
        ...ends('S SV', { package: 'SMD-8' }),
        ...ends('SD SDV', { ...REEL, package: 'SMD-8' }),
        ...ends('V W WV'),
        ...ends('M VM'),
        ...ends('SM SVM', { package: 'SMD-8' }),
        ...ends('SDM SDVM', { ...REEL, package: 'SMD-8' }),
      },
      [
        pick(COMMON(), HIGH_SPEED),
        of(
          'optocoupler',
          'DIP-8',
          'HCPL2503 HCPL2530 HCPL2531 HCPL2601 HCPL2611 HCPL2630 HCPL2631 HCPL2730 HCPL2731 FOD3120 FOD3150 FOD3180 FOD3182 FOD3184 FOD2200 FOD260L MCT6 MCT61 MCT62',
        ),
      ],
    ),
    form(
      {
        ...ends('300 300W'),
        ...ends('S', { package: 'SMD-4' }),
        ...ends('SD 3SD', { ...REEL, package: 'SMD-4' }),
      },
      [of('optocoupler', 'DIP-4', 'FOD817 FOD817A FOD817B FOD817C FOD817D FOD814 FOD814A FOD852')],
    ),
    form(
      { ...ends('R2 R2V'), ...ends('V') },
      [
        of(
          'optocoupler',
          'SOP-4',
          'FODM121 FODM121A FODM121B FODM121C FODM121D FODM124 FODM217A FODM217B FODM217C FODM217D FODM3011 FODM3012 FODM3022 FODM3023 FODM3052 FODM3053 FODM3062 FODM3063 FODM3083 HMHA281 HMHA2801 HMHA2801A HMHA2801B HMHA2801C HMA121A HMA121B HMA124',
        ),
        of(
          'optocoupler',
          'SOIC-8',
          'HCPL0500 HCPL0501 HCPL0530 HCPL0531 HCPL0600 HCPL0601 HCPL0611 HCPL0630 HCPL0631 HCPL0637 HCPL0638 HCPL0639 HCPL0700 HCPL0701 HCPL0730 HCPL0731 HCPL062N',
        ),
        of('optocoupler', 'SOIC-6', 'FOD8343 FOD8342 FOD8314'),
      ],
    ),
    form(ends('R2M R2VM'), [
      of(
        'optocoupler',
        'SOIC-8',
        'MOC205 MOC206 MOC207 MOC208 MOC211 MOC212 MOC213 MOC215 MOC216 MOC217 MOC223 MOCD207 MOCD208 MOCD211 MOCD213 MOCD217 MOCD223',
      ),
    ], 'always'),
    form(ends('M'), [
      of(
        'optocoupler',
        'SOIC-8',
        'MOC205 MOC206 MOC207 MOC208 MOC211 MOC212 MOC213 MOC215 MOC216 MOC217 MOC223 MOCD207 MOCD208 MOCD211 MOCD213 MOCD217 MOCD223',
      ),
    ]),
    form(ends('TR2 TR2V'), [of('optocoupler', 'SOIC-6', 'FOD8343 FOD8342 FOD8314')], 'always'),
  ],
};

/** What stands behind Broadcom's numbers where it says nothing of the leads, and where it does. */
const BROADCOM_PLAIN: Numbers = ends('-000E -020E -060E -600E -400E');
const BROADCOM_FORMED: Numbers = ends('-300E -320E -360E');
const BROADCOM_REEL: Numbers = ends('-500E -520E -560E -50AE -50BE -50CE -56AE -56BE -56CE', REEL);

const BROADCOM_OPTION: Numbers = { ...BROADCOM_PLAIN, ...BROADCOM_FORMED, ...BROADCOM_REEL };

/** Of a part in DIP, options 3xx have gull-wing leads, and 5xx have them on a reel. */
const broadcomDip = (pins: number): Numbers => ({
  ...BROADCOM_PLAIN,
  ...joined({ ...BROADCOM_FORMED, ...BROADCOM_REEL }, { '': { package: `SMD-${pins}` } }),
});

export const broadcomOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'broadcom-optocouplers',
  manufacturer: 'Broadcom',
  reference: {
    title: '6N137, HCPL-26xx, HCPL-06xx data sheet, ordering information',
    url: 'https://docs.broadcom.com/doc/AV02-0940EN',
  },
  forms: () => [
    form(broadcomDip(8), [
      pick(COMMON(), HIGH_SPEED),
      of(
        'optocoupler',
        'DIP-8',
        'HCPL-2200 HCPL-2201 HCPL-2202 HCPL-2211 HCPL-2212 HCPL-2219 HCPL-2231 HCPL-2232 HCPL-2300 HCPL-2400 HCPL-2430 HCPL-2502 HCPL-2503 HCPL-2530 HCPL-2531 HCPL-2601 HCPL-2602 HCPL-2611 HCPL-2612 HCPL-2630 HCPL-2631 HCPL-2730 HCPL-2731 HCPL-3101 HCPL-3120 HCPL-3140 HCPL-3150 HCPL-3180 HCPL-3700 HCPL-3760 HCPL-4100 HCPL-4200 HCPL-4502 HCPL-4503 HCPL-4504 HCPL-4506 HCPL-4534 HCPL-4562 HCPL-4661 HCPL-4701 HCPL-7510 HCPL-7520 HCPL-7710 HCPL-7720 HCPL-7721 HCPL-7723 HCPL-7800 HCPL-7800A HCPL-7840 ACPL-T350 ACPL-3130 ACNW3190 HCNR200 HCNR201 HCNW137 HCNW2601 HCNW2611 HCNW3120 HCNW4503 HCNW4506',
      ),
    ]),
    form(BROADCOM_OPTION, [
      of(
        'optocoupler',
        'SOIC-8',
        'HCPL-0201 HCPL-0211 HCPL-0300 HCPL-0302 HCPL-0314 HCPL-0370 HCPL-0452 HCPL-0453 HCPL-0454 HCPL-0466 HCPL-0500 HCPL-0501 HCPL-0530 HCPL-0531 HCPL-0534 HCPL-0600 HCPL-0601 HCPL-0611 HCPL-0630 HCPL-0631 HCPL-0661 HCPL-060L HCPL-063L HCPL-0700 HCPL-0701 HCPL-0708 HCPL-0710 HCPL-0720 HCPL-0721 HCPL-0723 HCPL-0730 HCPL-0731 HCPL-0738 HCPL-073L HCPL-070L',
      ),
      of(
        'optocoupler',
        'SO-5',
        'ACPL-M21L ACPL-M43T ACPL-M49T ACPL-M50L ACPL-M51L ACPL-M60L ACPL-M61L ACPL-M61U ACPL-M62L ACPL-M62T ACPL-M71T ACPL-M71U ACPL-M72T ACPL-M75L ACPL-M452 ACPL-M453 ACPL-M454 ACPL-M456 ACPL-M700 ACPL-M701 HCPL-M452 HCPL-M453 HCPL-M454 HCPL-M456 HCPL-M600 HCPL-M601 HCPL-M611 HCPL-M700 HCPL-M701',
      ),
      of('optocoupler', 'SOP-4', 'ACPL-217 ACPL-214 HCPL-181 HCPL-354'),
      of(
        'optocoupler',
        'SO-16',
        'ACPL-244 ACPL-247 ACPL-331J ACPL-332J ACPL-333J ACPL-336J ACPL-337J ACPL-339J HCPL-316J HCPL-314J HCPL-315J HCPL-788J HCPL-786J ACPL-796J ACPL-38JT',
      ),
      of(
        'optocoupler',
        'SSO-6',
        'ACPL-P302 ACPL-P314 ACPL-P340 ACPL-P341 ACPL-P343 ACPL-P345 ACPL-P346 ACPL-P347 ACPL-P349 ACPL-P454 ACPL-P456 ACPL-P480 ACPL-P481 ACPL-P484 ACPL-W302 ACPL-W314 ACPL-W340 ACPL-W341 ACPL-W343 ACPL-W345 ACPL-W346 ACPL-W349 ACPL-W454 ACPL-W456 ACPL-W480 ACPL-W483 ACPL-W484 ACPL-W60L ACPL-W61L ACPL-W70L ACPL-P611 ACPL-W611',
      ),
    ]),
    form(broadcomDip(4), [of('optocoupler', 'DIP-4', 'HCPL-817 HCPL-814')]),
    form(broadcomDip(6), [of('optocoupler', 'DIP-6', 'CNY17-1 CNY17-2 CNY17-3 CNY17-4 4N25 4N35')]),
  ],
};

/** Toshiba's types in DIP with 4, 6 and 8 pins, which have gull-wing leads on the reel of `TP1`. */
const TOSHIBA_DIP4 = 'TLP521-1 TLP621 TLP721 TLP785 TLP781 TLP620 TLP624 TLP627 TLP521';
const TOSHIBA_DIP6 =
  'TLP630 TLP631 TLP632 TLP3020 TLP3021 TLP3022 TLP3023 TLP3041 TLP3042 TLP3043 TLP3051 TLP3052 TLP3061 TLP3062 TLP3063 TLP3082 TLP3083';
const TOSHIBA_DIP8 =
  'TLP521-2 TLP621-2 TLP627-2 TLP250 TLP250H TLP350 TLP350H TLP351 TLP351H TLP352 TLP2200 TLP2601 TLP2630 TLP2631 TLP2530 TLP2531 TLP551 TLP552 TLP554 TLP550 TLP559 TLP557';

export const toshibaOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'toshiba-optocouplers',
  manufacturer: 'Toshiba',
  reference: {
    title: 'Photocouplers',
    url: 'https://toshiba.semicon-storage.com/ap-en/semiconductor/product/isolators-solid-state-relays.html',
  },
  forms: () => [
    form(
      {
        ...ends('(SE (E (GB,SE (GR,SE (BL,SE (Y,SE (GB,E (F)'),
        ...ends(
          '(TPL,SE (TPR,SE (GB-TPL,SE (GB-TPR,SE (GR-TPL,SE (GRL-TPL,SE (GRH-TPL,SE (BL-TPL,SE (BLL-TPL,SE (Y-TPL,SE (TPL,E (TPR,E (GB-TPL,E (GR-TPL,E (V4-TPL,E (TP,SE (GB-TP,SE (TP,E (V4GBTP,SE (V4GBTPL,SE (TPL,F (TPR,F)',
        ),
      },
      [
        of('optocoupler', 'SO-4', 'TLP290 TLP291 TLP292 TLP293'),
        of(
          'optocoupler',
          'SO-6 (4 pins)',
          'TLP181 TLP184 TLP185 TLP187 TLP188 TLP127 TLP126 TLP160G TLP160J TLP161G TLP161J TLP163J TLP265J TLP266J TLP267J TLP268J',
        ),
        of(
          'optocoupler',
          'SO-6 (5 pins)',
          'TLP109 TLP104 TLP105 TLP112A TLP113 TLP114A TLP115A TLP116A TLP117 TLP118 TLP151 TLP151A TLP152 TLP155 TLP2303 TLP2309 TLP2310 TLP2312 TLP2345 TLP2348 TLP2355 TLP2358 TLP2361 TLP2362 TLP2363 TLP2366 TLP2367 TLP2368 TLP2370 TLP2391 TLP2395 TLP2398',
        ),
        of('optocoupler', 'SOP-4', 'TLP280 TLP281 TLP383 TLP385'),
        of('optocoupler', 'SO-16', 'TLP290-4 TLP291-4 TLP292-4 TLP293-4 TLP280-4 TLP281-4'),
        of(
          'optocoupler',
          'SO-8',
          'TLP2105 TLP2108 TLP2116 TLP2118E TLP2160 TLP2161 TLP2168 TLP2403 TLP2404 TLP2405 TLP2408 TLP2409 TLP2418 TLP2451 TLP2466 TLP2468',
        ),
        of('optocoupler', 'DIP-4', TOSHIBA_DIP4),
        of(
          'optocoupler',
          'DIP-8',
          TOSHIBA_DIP8,
        ),
        of('optocoupler', 'DIP-16', 'TLP521-4 TLP621-4 TLP620-4 TLP627-4'),
        of(
          'optocoupler',
          'DIP-6',
          TOSHIBA_DIP6,
        ),
        of('optocoupler', 'SDIP-6', 'TLP701 TLP701H TLP705 TLP715 TLP716 TLP719'),
      ],
    ),
    form(
      ends('(TP1,F)', { ...REEL, package: 'SMD-4' }),
      [of('optocoupler', 'DIP-4', TOSHIBA_DIP4)],
      'always',
    ),
    form(
      ends('(TP1,F)', { ...REEL, package: 'SMD-6' }),
      [of('optocoupler', 'DIP-6', TOSHIBA_DIP6)],
      'always',
    ),
    form(
      ends('(TP1,F)', { ...REEL, package: 'SMD-8' }),
      [of('optocoupler', 'DIP-8', TOSHIBA_DIP8)],
      'always',
    ),
    form(ends('GB GR BL Y -GB -GR -BL'), [
      of('optocoupler', 'DIP-4', 'TLP521-1 TLP621 TLP785 TLP781'),
      of('optocoupler', 'DIP-8', 'TLP521-2 TLP621-2'),
      of('optocoupler', 'DIP-16', 'TLP521-4 TLP621-4'),
      of('optocoupler', 'SO-6 (4 pins)', 'TLP181 TLP185'),
      of('optocoupler', 'SOP-4', 'TLP281'),
      of('optocoupler', 'SO-4', 'TLP291'),
    ], 'always'),
  ],
};

export const sharpOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'sharp-optocouplers',
  manufacturer: 'Sharp',
  reference: {
    title: 'PC817XxNSZ1B series data sheet, model line-up',
    url: 'https://global.sharp/products/device/lineup/data/pdf/datasheet/PC817XxNSZ1B_e.pdf',
  },
  forms: () => [
    form({}, [
      pick(COMMON(), 'PC817 PC817A PC817B PC817C PC817D'),
      of(
        'optocoupler',
        'DIP-4',
        'PC817X1 PC817X2 PC817X3 PC817X4 PC817XNSZ0F PC817X1NSZ0F PC817X2NSZ0F PC817X3NSZ0F PC817X4NSZ0F PC817X0NSZ9F PC817X1NSZ9F PC817X2NSZ9F PC817X3NSZ9F PC817X4NSZ9F PC817X2NSZ1B PC817X3NSZ1B PC814 PC814A PC815 PC816 PC123 PC123X2 PC851 PC852',
      ),
      of(
        'optocoupler',
        'SMD-4',
        'PC817X1NIP0F PC817X2NIP0F PC817X3NIP0F PC817X4NIP0F PC817X2CSP9F PC817X3CSP9F',
        REEL,
      ),
      of('optocoupler', 'DIP-8', 'PC827 PC829 PC824 PC925L PC923L'),
      of('optocoupler', 'DIP-16', 'PC847 PC849 PC844'),
      of(
        'optocoupler',
        'SOP-4',
        'PC357 PC357N PC357N1TJ00F PC357N2TJ00F PC357N3TJ00F PC357N4TJ00F PC354 PC354N PC355 PC355N PC3H7 PC3H4',
      ),
      of('optocoupler', 'DIP-6', 'PC900 PC900V PC713V PC714V PC733 PC900V0NSZXF'),
    ]),
  ],
};

export const renesasOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'renesas-optocouplers',
  manufacturer: 'Renesas Electronics',
  reference: {
    title: 'Photocouplers',
    url: 'https://www.renesas.com/en/products/interface/optocouplers-photocouplers',
  },
  forms: () => [
    form(
      { ...ends('-A'), ...ends('-F3-A -F3'), ...ends('-1-A -1-F3-A') },
      [
        of(
          'optocoupler',
          'DIP-4',
          'PS2501-1 PS2505-1 PS2506-1 PS2521-1 PS2561-1 PS2561A-1 PS2561B-1 PS2561D-1 PS2562-1 PS2565-1 PS2532-1 PS2533-1',
        ),
        of(
          'optocoupler',
          'SMD-4',
          'PS2501L-1 PS2505L-1 PS2506L-1 PS2561L-1 PS2561AL-1 PS2561BL-1 PS2561DL-1 PS2562L-1 PS2565L-1 PS2532L-1 PS2533L-1',
        ),
        of('optocoupler', 'DIP-8', 'PS2501-2 PS2505-2 PS2561-2 PS2562-2'),
        of('optocoupler', 'DIP-16', 'PS2501-4 PS2505-4 PS2502-4'),
        of(
          'optocoupler',
          'SOP-4',
          'PS2701-1 PS2701A-1 PS2702-1 PS2703-1 PS2705-1 PS2705A-1 PS2706-1 PS2707-1 PS2711-1 PS2715-1 PS2721-1 PS2732-1 PS2733-1 PS2761-1 PS2761B-1 PS2762-1 PS2765-1',
        ),
        of(
          'optocoupler',
          'SSOP-4',
          'PS2801-1 PS2801A-1 PS2801C-1 PS2802-1 PS2805-1 PS2805C-1 PS2811-1 PS2815-1 PS2821-1 PS2832-1 PS2833-1',
        ),
        of(
          'optocoupler',
          'SSOP-16',
          'PS2801-4 PS2801C-4 PS2802-4 PS2805-4 PS2805C-4 PS2811-4 PS2815-4 PS2832-4 PS2833-4',
        ),
        of(
          'optocoupler',
          'SOP-5',
          'PS8101 PS9113 PS9114 PS9115 PS9117 PS9121 PS9122 PS9123 PS9124 PS8103',
        ),
      ],
    ),
  ],
};

/** `X` is an approval, `SM` leads for surface mounting. */
function isocomForms(pins: number, numbers: Numbers): Forms {
  const surface = { package: `SMD-${pins}` };
  return [form({ ...ends('X XG G'), ...ends('SM XSM SMT/R XSMT/R', surface) }, [numbers])];
}

export const isocomOptocouplers: SeriesTable = {
  ...OPTO,
  id: 'isocom-optocouplers',
  manufacturer: 'ISOCOM',
  reference: {
    title: 'Phototransistor optocouplers',
    url: 'https://isocom.com/product-category/optocouplers/',
  },
  forms: () => [
    ...isocomForms(
      4,
      of(
        'optocoupler',
        'DIP-4',
        'TLP521-1 TLP621 TLP627 ISP817 ISP814 ISP815 ISP816 SFH617A-1 SFH617A-2 SFH617A-3 SFH617A-4 SFH615A-1 SFH615A-2 SFH615A-3 SFH615A-4 ' +
          'SFH610A-1 SFH610A-2 SFH610A-3 SFH610A-4 SFH618A-2 SFH618A-3 SFH618A-4',
      ),
    ),
    ...isocomForms(6, {
      ...pick(COMMON(), `${DIP6} ${CNY17} H11L1`),
      ...of('optocoupler', 'DIP-6', 'H11A1 H11B1 H11D1 MOC3051 MOC3052'),
    }),
    ...isocomForms(8, {
      ...pick(COMMON(), HIGH_SPEED),
      ...of(
        'optocoupler',
        'DIP-8',
        'TLP521-2 ISP827 MCT6 ICPL2601 ICPL2611 ICPL2630 ICPL2631 ICPL2530 ICPL2531 ICPL3120',
      ),
    }),
    ...isocomForms(16, of('optocoupler', 'DIP-16', 'TLP521-4 ISP847')),
  ],
};
