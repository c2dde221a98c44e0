/** `bomstream import`: a file on this disk becomes a BOM. */
import { terminalAsker } from './ask.ts';
import { importFile } from './import-file.ts';
import { readLocalFile } from './local-file.ts';
import { findProject } from './local-install.ts';
import { findOrganization, signIn } from './project.ts';

export interface ImportArguments {
  readonly name?: string | undefined;
  readonly organization?: string | undefined;
  readonly 'revision-of'?: string | undefined;
  readonly again?: boolean | undefined;
}

/** @returns the exit code */
export async function importBom(
  path: string,
  { name, organization, 'revision-of': revisionOf, again = false }: ImportArguments,
): Promise<number> {
  // Read before anything is asked of the server: a wrong path is the most common mistake.
  const file = await readLocalFile(path);
  const project = await findProject();
  const api = await signIn(project);
  const organizationId = organization ?? await findOrganization(api);
  if (!organizationId) {
    throw new Error(`${project.email} may edit in no organization. docs/guide.md says how to add members.`);
  }
  const { bom_id, line_count } = await importFile(api, organizationId, file, {
    ask: terminalAsker(),
    name,
    revisionOf,
    again,
  });
  console.log(`\n  BOM      ${bom_id}\n  lines    ${line_count}`);
  return 0;
}
