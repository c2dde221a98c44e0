/** Which BOM an import of the same file leads to, as the database finds it. */
import { describe, expect, it } from 'vitest';
import { existingOf } from '../../../web/src/import/existing.ts';

describe('a file that is here already', () => {
  const boms = [{ bom_id: 'in-project', project_id: 'p1' }, { bom_id: 'without', project_id: null }];
  const first = { bom_id: 'first', project_id: null, revision_of: null, same_mapping: true };
  const inProject = { bom_id: 'second', project_id: 'p1', revision_of: null, same_mapping: true };
  const revision = { bom_id: 'third', project_id: 'p1', revision_of: 'in-project', same_mapping: true };
  const existing = [first, inProject, revision];

  it('is that of the project that was chosen', () => {
    expect(existingOf(existing, boms, '', '')).toBe(first);
    expect(existingOf(existing, boms, 'p1', '')).toBe(inProject);
    expect(existingOf(existing, boms, 'p2', '')).toBeUndefined();
  });

  it('is the one that was read in the same way, though another one is newer', () => {
    const other = { ...first, bom_id: 'newer', same_mapping: false };
    expect(existingOf([other, ...existing], boms, '', '')).toBe(first);
    expect(existingOf([other, { ...other, bom_id: 'older' }], boms, '', '')).toBe(other);
  });

  it('is, of a revision, that of the project of what it revises, unless another one is chosen', () => {
    expect(existingOf(existing, boms, '', 'in-project')).toBe(revision);
    expect(existingOf(existing, boms, 'p1', 'in-project')).toBe(revision);
    expect(existingOf(existing, boms, 'p2', 'in-project')).toBeUndefined();
    expect(existingOf(existing, boms, '', 'without')).toBeUndefined();
  });
});
