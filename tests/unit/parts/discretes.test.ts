import { describe, expect, it } from 'vitest';
import { decoder } from '../../../shared/parts/decoders/source.ts';
import { of, pick, segment } from '../../../shared/parts/decoders/series/discretes/numbers.ts';

const manufacturersOf = (mpn: string) => decoder.decode(mpn).map(({ manufacturer }) => manufacturer);

describe('numbers of discretes', () => {
  it('say the voltage that a Zener diode keeps and the one that a rectifier stands', () => {
    expect(of('zener', 'DO-41', '1N4733A=5.1')['1N4733A']).toMatchObject({
      nominal_voltage: 5.1,
      package: 'DO-41',
    });
    expect(of('rectifier', null, '1N4007=1000/1')['1N4007']).toEqual({
      category: 'rectifier',
      description: 'Rectifier',
      voltage_rating: 1000,
      current_rating: 1,
    });
  });

  it('are found by their search key and written as the manufacturer does', () => {
    expect(segment('number', of('esd', null, 'USBLC6-2SC6 SMF05C'))).toMatchObject({
      codes: { USBLC62SC6: {}, SMF05C: {} },
      spelt: { USBLC62SC6: 'USBLC6-2SC6' },
    });
  });

  it('are picked only where something is said of them', () => {
    expect(() => pick({}, 'BAV99')).toThrow(RangeError);
  });
});

it('an anti-sulphur resistor is another part than the one without', () => {
  const feature = (mpn: string) => decoder.decode(mpn)[0]?.fields.feature?.value;
  expect(feature('RK73H1ERTTP10R0F')).toBe('anti-sulphur');
  expect(feature('RK73H1ETTP10R0F')).toBeUndefined();
});

describe('numbers of two transistors', () => {
  it.each(['BUK7K6R8-40E', 'BUK9K12-60EX', 'BUK7V4R2-40H'])('%s', (mpn) => {
    const [finding] = decoder.decode(mpn);
    expect(finding?.fields.description?.value).toBe('Dual N-channel MOSFET');
    expect(finding?.fields.package?.value).toBe('LFPAK56D');
  });
});

describe('numbers that several manufacturers make', () => {
  it.each([
    'BC847B',
    'BAV99',
    'BAT54C',
    'BC817-25',
    'BSS138',
    'BSS84',
    'SS14',
    '1N4148',
    '1N4007',
    'MMBT3904',
    'SMBJ24A',
  ])(
    '%s is read for each of them',
    (mpn) => {
      const manufacturers = manufacturersOf(mpn);
      expect(manufacturers.length).toBeGreaterThan(2);
      expect(new Set(manufacturers).size).toBe(manufacturers.length);
    },
  );

  it.each([
    ['D45H11', 'onsemi', 'STMicroelectronics'],
    ['LM555CN', 'Texas Instruments', 'onsemi'],
    ['LM555CM', 'Texas Instruments', 'onsemi'],
    ['BCP52', 'Nexperia', 'Diodes Incorporated'],
    ['BC558C', 'onsemi', 'Diotec Semiconductor'],
    ['BC547', 'onsemi', 'Diotec Semiconductor'],
    ['1N4003GP', 'Vishay', 'Micro Commercial Components'],
    ['1N4007GP', 'Vishay', 'Micro Commercial Components'],
    ['1N4007G', 'onsemi', 'Taiwan Semiconductor'],
    ['1N5408G', 'onsemi', 'Taiwan Semiconductor'],
    ['BZX55C3V3', 'Vishay', 'Taiwan Semiconductor'],
    ['BZX79C5V1', 'onsemi', 'Taiwan Semiconductor'],
    ['MUR460', 'onsemi', 'Vishay'],
    ['MBR20100CT', 'onsemi', 'Taiwan Semiconductor'],
    ['SM15T33A', 'STMicroelectronics', 'Vishay'],
    ['SM6T6V8A', 'STMicroelectronics', 'Vishay'],
    ['P6KE33A', 'Littelfuse', 'STMicroelectronics'],
    ['PN2222', 'onsemi', 'Central Semiconductor'],
    ['2N5460', 'onsemi', 'Central Semiconductor'],
    ['MPSA06', 'onsemi', 'Central Semiconductor'],
    ['TLP521-1', 'Toshiba', 'ISOCOM'],
    ['MOC3051', 'Lite-On', 'onsemi'],
    ['H11B1', 'onsemi', 'ISOCOM'],
    ['MC33063AD', 'Texas Instruments', 'onsemi'],
    ['TL494CN', 'Texas Instruments', 'onsemi'],
    ['UC3842BN', 'onsemi', 'STMicroelectronics'],
    ['LM2576', 'Texas Instruments', 'onsemi'],
    ['LM833N', 'Texas Instruments', 'STMicroelectronics'],
    ['LF353N', 'Texas Instruments', 'STMicroelectronics'],
    ['NE556N', 'Texas Instruments', 'STMicroelectronics'],
    ['LM7905CT', 'Texas Instruments', 'onsemi'],
    ['MC1458P', 'Texas Instruments', 'onsemi'],
  ])('%s is read for %s as well as for %s', (mpn, one, another) => {
    expect(manufacturersOf(mpn)).toEqual(expect.arrayContaining([one, another]));
  });

  it.each([
    ['BC847B,215', 'Nexperia'],
    ['BC847BLT1G', 'onsemi'],
    ['BAT54C-7-F', 'Diodes Incorporated'],
    ['BAT54C-E3-08', 'Vishay'],
    ['BAV99E6327HTSA1', 'Infineon Technologies'],
    ['BAT54CFILM', 'STMicroelectronics'],
    ['BAT54C-TP', 'Micro Commercial Components'],
  ])('%s has the packing or finish of %s alone', (mpn, manufacturer) => {
    expect(manufacturersOf(mpn)).toEqual([manufacturer]);
  });
});

describe('another packing', () => {
  it.each([
    ['MMBT3904LT1G', ['MMBT3904LT3G']],
    ['SI2301CDS-T1-GE3', []],
    ['BAT54C-7-F', []],
    ['EL817(B)(TA)', []],
    ['PS2501-1-F3-A', []],
  ])('of %s has the same finish and rank', (mpn, others) => {
    expect(decoder.otherPackings(mpn).map((other) => other.mpn)).toEqual(others);
  });
});
