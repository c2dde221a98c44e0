/** Whether a file was imported before to where it would go now. */
import type { BomSummary, Preview } from '../lib/api.ts';

/**
 * The BOM that this import leads to, as the import finds it, or else the newest one to which other columns would have led.
 * @param existing those that came from the same file
 * @param boms those of which it may be a revision
 * @param projectId the project that was chosen; empty for none, and for that of the BOM that it revises
 * @param revisionOf the BOM that it revises; empty for none
 */
export function existingOf<
  Bom extends Pick<
    Preview['existing'][number],
    'project_id' | 'revision_of' | 'same_mapping'
  >,
>(
  existing: readonly Bom[],
  boms: readonly Pick<BomSummary, 'bom_id' | 'project_id'>[],
  projectId: string,
  revisionOf: string,
): Bom | undefined {
  const project = projectId || (boms.find(({ bom_id }) => bom_id === revisionOf)?.project_id ?? '');
  const there = existing.filter((bom) =>
    (bom.project_id ?? '') === project && (bom.revision_of ?? '') === revisionOf
  );
  return there.find(({ same_mapping }) => same_mapping) ?? there[0];
}
