/** A list of one's own that is refused halfway: what was kept before is said. */
import { expect, it } from 'vitest';
import { MAX_OWN_COMPONENTS } from '../../../shared/domain/limits.ts';
import type { Api } from '../../../web/src/lib/api.ts';
import { uploadOwnData } from '../../../web/src/settings/own-data-upload.ts';

const LIST = new File(
  [
    [
      'MPN,Manufacturer,Quantity',
      ...Array.from({ length: MAX_OWN_COMPONENTS + 3 }, (_, i) => `P-${i},Yageo,5`),
    ]
      .join('\n'),
  ],
  'stock.csv',
);
const upload = (answers: readonly (object | Error)[]) => {
  const left = [...answers];
  const call = () => {
    const answer = left.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return uploadOwnData({ call } as unknown as Api, 'o', 'stock', LIST, null);
};
const KEPT = { created: MAX_OWN_COMPONENTS - 2, updated: 2, unchanged: 0, refused: [] };

it('says which rows were kept, why the others were not, and how to go on', async () => {
  const refusal = new Error('The organization keeps too many rows.');
  await expect(upload([KEPT, refusal])).rejects.toThrow(
    `Only the rows before row ${MAX_OWN_COMPONENTS + 2} were kept: 498 new, 2 changed, 0 as before. ` +
      'The organization keeps too many rows. Upload the list again',
  );
});

it('says no more than the refusal where nothing was kept, and counts all where nothing was refused', async () => {
  await expect(upload([new Error('No.')])).rejects.toThrow(/^No\.$/);
  expect(await upload([KEPT, { ...KEPT, created: 3, updated: 0 }])).toMatchObject({
    created: MAX_OWN_COMPONENTS + 1,
    updated: 2,
  });
});
