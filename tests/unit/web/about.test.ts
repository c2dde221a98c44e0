/** What is sent of a BOM's name, project and schedule. */
import { expect, it } from 'vitest';
import { aboutChanges } from '../../../web/src/bom/about.ts';

const BOM = { name: 'Motor driver', project_id: '6f0c6c5e-0000-4000-8000-000000000001', schedule: null };

it.each(
  [
    ['nothing', {}, {}],
    ['only a name', { name: 'Motor driver B' }, { name: 'Motor driver B' }],
    ['that it is of no project', { project_id: null }, { project_id: null }],
    ['a schedule and a name', { schedule: 'weekly', name: 'B' }, { schedule: 'weekly', name: 'B' }],
  ] as const,
)('is %s where no more was changed', (_what, said, sent) => {
  expect(aboutChanges(BOM, { ...BOM, ...said })).toEqual(sent);
});

it('is not the ending that its file had, which nobody was shown', () => {
  const bom = { ...BOM, name: 'Motor driver.csv' };
  expect(aboutChanges(bom, { ...bom, name: 'Motor driver' })).toEqual({});
});
