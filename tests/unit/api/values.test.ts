import { describe, expect, it } from 'vitest';
import { id } from '../../../shared/api/values.ts';

describe('an id in an address', () => {
  const uuid = '0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d';

  it('is a UUID in any case', () => {
    expect(id('bom_id').parse(uuid)).toBe(uuid);
    expect(id('bom_id').parse(uuid.toUpperCase())).toBe(uuid);
  });

  it.each(['', 'bom-1', uuid.slice(1), `${uuid} `, uuid.replaceAll('-', ''), `${uuid}'; drop table boms`])(
    'is refused when it is none: %j',
    (given) => {
      expect(id('bom_id').safeParse(given).error?.issues).toMatchObject([{
        params: { code: 'invalid_id' },
        message: expect.stringContaining('bom_id'),
      }]);
    },
  );
});
