import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manufacturerNames } from '../../../shared/parts/manufacturer-names.ts';
import { agreesWith, resolveManufacturer } from '../../../shared/parts/manufacturers.ts';
import { namesInCode, namesInMigrations, unmergedNames } from '../../upgrade/manufacturers.ts';
import { MIGRATIONS } from '../../upgrade/released.ts';

describe('resolveManufacturer', () => {
  it.each([
    ['Texas Instruments', 'Texas Instruments', 'exact'],
    ['TI', 'Texas Instruments', 'alias'],
    ['TI(德州仪器)', 'Texas Instruments', 'alias'],
    ['Murata Electronics', 'Murata', 'alias'],
    ['MURATA ELECTRONICS (VA)', 'Murata', 'alias'],
    ['Murata Manufacturing Co., Ltd.', 'Murata', 'alias'],
    ['\u200eYageo\u200e', 'Yageo', 'exact'],
    ['Yageo\u2122', 'Yageo', 'exact'],
    ['Bourns ((VA)', 'Bourns', 'exact'],
    ['YAGEO (PHYCOMP)', 'Yageo', 'alias'],
    ['Wurth Elektronik', 'Würth Elektronik', 'exact'],
    ['Würth Elektronik GmbH & Co. KG', 'Würth Elektronik', 'exact'],
    ['Diodes, Inc.', 'Diodes Incorporated', 'exact'],
    ['STMicroelectronics N.V.', 'STMicroelectronics', 'exact'],
    ['J.S.T.', 'JST', 'exact'],
    ['Panasonic - ECG', 'Panasonic', 'alias'],
    ['Littlefuse', 'Littelfuse', 'alias'],
    ['Atmel', 'Microchip Technology', 'legacy'],
    ['Linear Technology', 'Analog Devices', 'legacy'],
    ['Analog Devices inc./maxim Integrated', 'Analog Devices', 'legacy'],
    ['Intersil(Renesas Electronics)', 'Renesas Electronics', 'legacy'],
    ['IDT, Integrated Device Technology Inc', 'Renesas Electronics', 'legacy'],
    ['C&K', 'C&K', 'exact'],
    ['Altera', 'Altera', 'exact'],
    ['Alpha & Omega Semicon', 'Alpha & Omega Semiconductor', 'alias'],
    ['Uniroyal Elec', 'UNI-ROYAL', 'alias'],
    ['UNI-ROYAL(Uniroyal Elec)', 'UNI-ROYAL', 'alias'],
    ['fh(Guangdong Fenghua Advanced tech)', 'Fenghua', 'alias'],
    ['Changjiang Electronics Tech (CJ)', 'JSCJ', 'alias'],
    ['MDD（Microdiode Electronics）', 'MDD', 'alias'],
    ['Foshan NationStar Optoelectronics', 'NationStar', 'alias'],
    ['Holtek Semicon', 'Holtek', 'alias'],
    ['Raychem', 'TE Connectivity', 'legacy'],
    ['Zetex', 'Diodes Incorporated', 'legacy'],
    ['Telefunken', 'Vishay', 'legacy'],
    ['Lite-On Semiconductor', 'Diodes Incorporated', 'legacy'],
  ])('takes %s for %s (%s)', (text, name, kind) => {
    expect(resolveManufacturer(text)).toMatchObject({ name, kind });
  });

  it.each(['ON', 'IR', 'LT', 'AD', 'TE', 'WE', 'ST', 'CK', 'FH', 'AMS', 'SMC', 'VCC', 'PTC'])(
    'does not decide on %s alone',
    (text) => {
      expect(resolveManufacturer(text)).toBeNull();
    },
  );

  it.each(['Samsung Electronics', 'Texas Electronics', 'ST Electronics', 'Northwind Instruments', '', '???'])(
    'does not know %j',
    (text) => {
      expect(resolveManufacturer(text)).toBeNull();
    },
  );

  it('is less sure of a brand that was taken over than of another spelling', () => {
    const [exact, alias, legacy] = ['onsemi', 'ON Semiconductor', 'Fairchild'].map(resolveManufacturer);
    expect(exact?.confidence).toBe(1);
    expect(alias?.confidence).toBeLessThan(1);
    expect(legacy?.confidence).toBeLessThan(alias?.confidence ?? 0);
  });

  it('finds every manufacturer by its canonical name in any case and with a legal form', () => {
    const manufacturer = fc.constantFrom(...manufacturerNames.map(({ name }) => name));
    const form = fc.constantFrom('', ' Inc.', ', Inc', ' Ltd.', ' Co., Ltd', ' LLC', ' GmbH', ' Corporation');
    fc.assert(fc.property(manufacturer, form, fc.boolean(), (name, legal, upper) => {
      const text = name + legal;
      expect(resolveManufacturer(upper ? text.toUpperCase() : text)).toMatchObject({ name, kind: 'exact' });
    }));
  });
});

describe('a text without end', () => {
  const LENGTH = 1_000_000;

  it.each([
    ['spaces', `Nobody${' '.repeat(LENGTH)}& Sons`],
    ['brackets', 'Nobody '.concat('('.repeat(LENGTH))],
    ['spaces and brackets', 'Nobody '.concat(' ('.repeat(LENGTH / 2), ')x')],
    ['words of the trade', `Nobody${' Electronics'.repeat(LENGTH / 10)}`],
    ['legal forms', `Nobody${' Co'.repeat(LENGTH / 3)}`],
  ])('of %s is read once, not once for each of them', (_what, text) => {
    expect(resolveManufacturer(text)).toBeNull();
    expect(agreesWith(text, 'Yageo')).toBeNull();
  });

  it('names its manufacturer all the same', () => {
    expect(resolveManufacturer(`Yageo${' '.repeat(LENGTH)}(VA)${' '.repeat(LENGTH)}`)?.name).toBe('Yageo');
    expect(resolveManufacturer(`Murata${' Electronics'.repeat(LENGTH / 10)}`)?.name).toBe('Murata');
  });
});

describe('manufacturer names', () => {
  it('covers at least seven hundred manufacturers, each once', () => {
    expect(manufacturerNames.length).toBeGreaterThanOrEqual(700);
    expect(new Set(manufacturerNames.map(({ name }) => name)).size).toBe(manufacturerNames.length);
  });

  it('links listings that there are', () => {
    const names = manufacturerNames.map(({ name }) => name);
    for (const { name, linked = [] } of manufacturerNames) {
      expect(names, name).toEqual(expect.arrayContaining([...linked]));
    }
  });

  it('gives a text one meaning, and no abbreviation that alone would have one', () => {
    for (const { name, short = [], shortLegacy = [] } of manufacturerNames) {
      for (const text of [...short, ...shortLegacy]) {
        expect(resolveManufacturer(text), text).toBeNull();
        expect(agreesWith(text, name), text).not.toBeNull();
      }
    }
  });

  it('resolves every alias and legacy brand to the manufacturer it is listed under', () => {
    for (const { name, aliases = [], legacy = [] } of manufacturerNames) {
      for (const text of aliases) expect(resolveManufacturer(text), text).toMatchObject({ name });
      for (const text of legacy) {
        expect(resolveManufacturer(text), text).toMatchObject({ name, kind: 'legacy' });
      }
    }
  });
});

describe('agreesWith', () => {
  it('lets a short abbreviation count once the part number says the same', () => {
    expect(agreesWith('ST', 'STMicroelectronics')).toMatchObject({ kind: 'alias' });
    expect(agreesWith('ON', 'onsemi')).toMatchObject({ kind: 'alias' });
    expect(agreesWith('LT', 'Analog Devices')).toMatchObject({ kind: 'legacy' });
    expect(agreesWith('IR', 'Infineon Technologies')).toMatchObject({ kind: 'legacy' });
    expect(agreesWith('WE', 'Würth Elektronik')).toMatchObject({ kind: 'alias' });
  });

  it('does not let it count for another manufacturer', () => {
    expect(agreesWith('ST', 'Texas Instruments')).toBeNull();
    expect(agreesWith('ON', 'STMicroelectronics')).toBeNull();
  });

  it('agrees on what resolves to the manufacturer, and not on what resolves to another', () => {
    expect(agreesWith('Freescale', 'NXP Semiconductors')).toMatchObject({ kind: 'legacy' });
    expect(agreesWith('Freescale', 'onsemi')).toBeNull();
    expect(agreesWith('Northwind Instruments', 'onsemi')).toBeNull();
  });

  it.each([
    ['NXP', 'Nexperia'],
    ['Philips', 'Nexperia'],
    ['Intel', 'Altera'],
    ['Littelfuse', 'C&K'],
    ['Silicon Labs', 'Skyworks Solutions'],
  ])('takes %s for a listing that parts of %s came from', (text, name) => {
    expect(agreesWith(text, name)).toMatchObject({ name, kind: 'linked' });
  });

  it('takes it so in one direction only', () => {
    expect(agreesWith('Nexperia', 'NXP Semiconductors')).toBeNull();
  });

  it('agrees on a name that is in no list when both say the same', () => {
    expect(agreesWith('Northwind Parts AG', 'Northwind Parts')).toMatchObject({ kind: 'exact' });
  });
});

describe('a release', () => {
  const released = namesInMigrations(MIGRATIONS);

  it('merges the components of every name that means another manufacturer than before', () => {
    // `npm run migrations -- names` writes them into the migration in work
    expect(unmergedNames(namesInCode(), released)).toEqual([]);
  });

  it.each([
    [
      'a name is new',
      new Map([...released, ['NORTHWIND', 'Northwind']]),
      'NORTHWIND is Northwind, and unknown',
    ],
    ['a name has changed', new Map([...released, ['OSRAM', 'OSRAM']]), 'OSRAM is OSRAM, and ams OSRAM'],
  ])('does not where %s', (_what, names, sentence) => {
    expect(unmergedNames(names, released)).toEqual([`${sentence} in the migrations`]);
  });
});
