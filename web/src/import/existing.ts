/** Whether a file was imported before to where it would go now. */
import type { BomSummary, Preview } from '../lib/api.ts';

/**
 * The BOM that this import leads to where its columns are used alike, as the import finds it.
 * @param existing those that came from the same file
 * @param boms those of which it may be a revision
 * @param projectId the project that was chosen; empty for none, and for that of the BOM that it revises
 * @param revisionOf the BOM that it revises; empty for none
 */
export function existingOf<Bom extends Pick<Preview['existing'][number], 'project_id' | 'revision_of'>>(
  existing: readonly Bom[],
  boms: readonly Pick<BomSummary, 'bom_id' | 'project_id'>[],
  projectId: string,
  revisionOf: string,
): Bom | undefined {
  const project = projectId || (boms.find(({ bom_id }) => bom_id === revisionOf)?.project_id ?? '');
  return existing.find((bom) => (bom.project_id ?? '') === project && (bom.revision_of ?? '') === revisionOf);
}
