import type { Forms, SeriesTable } from '../../table.ts';
import { alike, type Family, family, listed } from './pattern.ts';

/** The mark of parts without lead. */
const END = '[|(LF)(SN)|(LF)(SN)(P)|(LF)(SN)(N)]';

const HEADER = 'Wire-to-board header, shrouded';
const HOUSING = { description: 'Crimp housing, receptacle', mounting: 'cable housing' } as const;
const TOP = { description: HEADER, orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { description: HEADER, orientation: 'right angle', mounting: 'through-hole' } as const;
const TOP_SMD = { ...TOP, mounting: 'surface mount' } as const;
const SIDE_SMD = { ...SIDE, mounting: 'surface mount' } as const;

/** The forms of a series: numbers of its headers and housings, each with the kind of part it is. */
function series(
  shared: Family,
  patterns: readonly (readonly [string, Partial<Family>])[],
): Forms {
  return patterns.map(([pattern, own]) =>
    family(own === HOUSING ? pattern : pattern + END, { ...shared, ...own })
  );
}

const CONTACT = { description: 'Crimp contact', package: 'crimp contact' };

export const jst: SeriesTable = {
  id: 'jst-connectors',
  manufacturer: 'JST',
  category: 'wire_to_board_connector',
  series: 'Crimp style connectors',
  description: HEADER,
  reference: {
    title: 'Wire-to-board connectors, crimp style',
    url: 'https://www.jst.com/product-category/crimp/',
  },
  forms: () => [
    ...series({ series: 'PH', pitch: 2, from: 2, to: 16 }, [
      ['B#B-PH-K-S', TOP],
      ['S#B-PH-K-S', SIDE],
      ['B#B-PH-SM4-[TB|TBT]', TOP_SMD],
      ['S#B-PH-SM4-[TB|K-TB]', SIDE_SMD],
      ['PHR-#', HOUSING],
    ]),
    ...series({ series: 'XH', pitch: 2.5, from: 2, to: 16 }, [
      ['B#B-XH-[A|AM]', TOP],
      ['S#B-XH-[A|A-1]', SIDE],
      ['XHP-#', HOUSING],
    ]),
    ...series({ series: 'EH', pitch: 2.5, from: 2, to: 15 }, [
      ['B#B-EH-A', TOP],
      ['S#B-EH', SIDE],
      ['EHR-#', HOUSING],
    ]),
    ...series({ series: 'ZH', pitch: 1.5, from: 2, to: 13 }, [
      ['B#B-ZR', TOP],
      ['S#B-ZR', SIDE],
      ['B#B-ZR-SM4-TF', TOP_SMD],
      ['S#B-ZR-SM4A-TF', SIDE_SMD],
      ['ZHR-#', HOUSING],
    ]),
    ...series({ series: 'SH', pitch: 1, from: 2, to: 20 }, [
      ['BM##B-SRSS-[TB|TBT]', TOP_SMD],
      ['SM##B-SRSS-TB', SIDE_SMD],
      ['SHR-##V-[S|S-B]', HOUSING],
    ]),
    ...series({ series: 'GH', pitch: 1.25, from: 2, to: 15 }, [
      ['BM##B-GHS-TBT', TOP_SMD],
      ['SM##B-GHS-TB', SIDE_SMD],
      ['GHR-##V-S', HOUSING],
    ]),
    ...series({ series: 'ZE', pitch: 1.5, from: 2, to: 16 }, [
      ['B##B-ZESK-1D', TOP],
      ['S##B-ZESK-2D', SIDE],
      ['BM##B-ZESS-TBT', TOP_SMD],
      ['SM##B-ZESS-TB', SIDE_SMD],
      ['ZER-##V-S', HOUSING],
    ]),
    ...series({ series: 'PA', pitch: 2, from: 2, to: 16 }, [
      ['B##B-PASK[-1|]', TOP],
      ['S##B-PASK-2', SIDE],
      ['PAP-##V-S', HOUSING],
    ]),
    ...series({ series: 'PHD', pitch: 2, rows: 2, from: 8, to: 34, step: 2, counts: 'all' }, [
      ['B#B-PHDSS', TOP],
      ['S#B-PHDSS', SIDE],
      ['PHDR-##VS', HOUSING],
    ]),
    ...series({ series: 'PUD', pitch: 2, rows: 2, from: 8, to: 40, step: 2, counts: 'all' }, [
      ['B##B-PUDSS', TOP],
      ['S##B-PUDSS-1', SIDE],
      ['PUDP-##V-S', HOUSING],
    ]),
    ...series({ series: 'VH', pitch: 3.96, from: 2, to: 11 }, [
      ['B#P-VH', TOP],
      ['B#P-VH-B', TOP],
      ['B#P-VH-FB-B', TOP],
      ['B#PS-VH', SIDE],
      ['S#P-VH', SIDE],
      ['VHR-#N', HOUSING],
    ]),
    ...series({ series: 'NV', pitch: 5, from: 2, to: 4 }, [['B##P-NV', TOP]]),
    ...series({ series: 'XA', pitch: 2.5, from: 2, to: 20 }, [
      ['B##B-XASK-[1|1-A]', TOP],
      ['S##B-XASK-1', SIDE],
      ['XAP-##V-1', HOUSING],
    ]),
    ...series({ series: 'ACH', pitch: 1.2, from: 2, to: 6 }, [
      ['BM##B-ACHSS-[GAN-ETF|A-GAN-ETF]', TOP_SMD],
      ['ACHR-##V-S', HOUSING],
    ]),
    ...series({ series: 'SUR', pitch: 0.8, from: 2, to: 22 }, [
      ['BM##B-SURS-TF', TOP_SMD],
      ['SM##B-SURS-TF', SIDE_SMD],
    ]),
    ...series({ series: 'SHL', pitch: 1, from: 2, to: 30 }, [
      ['SM##B-SHLS-TF', SIDE_SMD],
      ['SHLP-##V-[S|S-B]', HOUSING],
    ]),
    ...series({ series: 'NSH', pitch: 1, from: 2, to: 15 }, [
      ['BM##B-NSHSS-TBT', TOP_SMD],
      ['SM##B-NSHSS-TB', SIDE_SMD],
      ['NSHR-##V-S', HOUSING],
    ]),
    ...series({ series: 'SHF', pitch: 2.5, from: 2, to: 12 }, [
      ['B#P-SHF-1AA', TOP],
      ['BS#P-SHF-1AA', SIDE],
    ]),
    ...series({ series: 'SM', pitch: 2.5, from: 2, to: 16 }, [
      ['SMP-##V-[BC|NC]', { ...HOUSING, description: 'Crimp housing, plug, wire to wire' }],
      ['SMR-##V-[B|N]', { ...HOUSING, description: 'Crimp housing, receptacle, wire to wire' }],
    ]),
    listed({
      ...alike('SPH-001T-P0.5L SPH-002T-P0.5L SPH-002T-P0.5S SPH-004T-P0.5S BPH-002T-P0.5S', {
        ...CONTACT,
        series: 'PH',
      }),
      ...alike('SXH-001T-P0.6 SXH-001T-P0.6N SXH-002T-P0.6 BXH-001T-P0.6', { ...CONTACT, series: 'XH' }),
      ...alike('SEH-001T-P0.6 SEH-001T-P0.6L SEH-003T-P0.6', { ...CONTACT, series: 'EH' }),
      ...alike('SZH-002T-P0.5 SZH-003T-P0.5', { ...CONTACT, series: 'ZH' }),
      ...alike('SSH-003T-P0.2 SSH-003T-P0.2-H SSH-003GA-P0.2', { ...CONTACT, series: 'SH' }),
      ...alike('SSHL-002T-P0.2 SSHL-003T-P0.2', { ...CONTACT, series: 'GH' }),
      ...alike('SPHD-001T-P0.5 SPHD-002T-P0.5', { ...CONTACT, series: 'PHD, PA' }),
      ...alike('SVH-21T-P1.1 SVH-41T-P1.1 BVH-21T-P1.1 BVH-41T-P1.1', { ...CONTACT, series: 'VH' }),
      ...alike('SXA-001T-P0.6 SXA-01T-P0.6', { ...CONTACT, series: 'XA' }),
      ...alike('SHF-001T-0.8BS SHF-01T-0.8BS SYM-001T-P0.6 SYM-01T-P0.5A', { ...CONTACT, series: 'SM' }),
    }),
  ],
};
