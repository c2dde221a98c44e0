/** A file that becomes a BOM: previewed, asked about where it is unsure, stored. */
import type { Answer } from '../client/client.ts';
import { withAnswer } from '../client/mapping-answers.ts';
import { type OfferedTable, tableLabel } from '../client/offered-tables.ts';
import type { Api } from './api-client.ts';
import type { Asker } from './ask.ts';
import { Misuse } from './exit-codes.ts';
import type { LocalFile } from './local-file.ts';

type Imported = Answer<'POST /boms'>;
type Preview = Answer<'POST /boms/preview'>;

export interface ImportOptions {
  /** Null: nobody answers, and a file that asks something is refused. */
  readonly choose: Asker | null;
  /** For the person who imports it, beside the answer. */
  readonly say: (line: string) => void;
  readonly name?: string | undefined;
  readonly revisionOf?: string | undefined;
  /** Imports the file once more, though there is a BOM of it. */
  readonly again?: boolean;
  /** Which of the tables that the file's preview lists becomes the BOM, from 1; none: the one that is taken or asked about. */
  readonly table?: number | undefined;
}

/** Remarks shown of a file; the page shows all. */
const SHOWN_ISSUES = 20;

/**
 * Imports the file, and says how it was read.
 * @throws Error with the file's questions, where nobody can answer them; RefusedCall as the API says
 */
export async function importFile(
  api: Api,
  organizationId: string,
  { name, bytes }: LocalFile,
  { choose, say, name: bomName, revisionOf, again = false, table }: ImportOptions,
): Promise<Imported> {
  const query = { organization_id: organizationId };
  const file = new File([bytes], name);
  const preview = await previewFile(api, organizationId, file, table);
  say(`${name}: ${howRead(preview)}`);
  for (const { severity, detail } of preview.issues.slice(0, SHOWN_ISSUES)) {
    say(`  ${severity}: ${detail}`);
  }
  if (preview.issues.length > SHOWN_ISSUES) {
    say(`  and ${preview.issues.length - SHOWN_ISSUES} more remarks`);
  }
  // Only what a person has answered is sent: it is remembered as confirmed.
  const isChosen = table !== undefined || preview.questions.length > 0;
  let mapping = isChosen ? await answered(preview, choose) : null;
  if (mapping && preview.questions.some(({ code }) => code === 'which_table')) {
    // What its columns leave open is asked of the table that was chosen.
    const table = await api.call('POST /boms/preview', {
      query,
      form: { file, mapping: JSON.stringify(mapping) },
    });
    say(`${name}: ${howRead(table)}`);
    mapping = await answered(table, choose);
  }
  const bom = await api.call('POST /boms', {
    query,
    form: {
      file,
      mapping: mapping ? JSON.stringify(mapping) : undefined,
      name: bomName,
      revision_of: revisionOf,
      again: again ? 'true' : undefined,
    },
  });
  if (bom.existing) say(`  This file is there already: it is the BOM "${bom.name}".`);
  if (bom.revision) {
    const { unchanged, changed, added, removed } = bom.revision;
    say(
      `  Revision: ${unchanged} unchanged, ${changed} changed, ${added} added, ${removed} removed.`,
    );
  }
  return bom;
}

/**
 * How a file would be read.
 * @param number which of its tables, from 1 in the order of a preview without it
 * @throws Misuse where it has fewer
 */
export async function previewFile(
  api: Api,
  organizationId: string,
  file: File,
  number: number | undefined,
): Promise<Preview> {
  const preview = (of?: OfferedTable) =>
    api.call('POST /boms/preview', {
      query: { organization_id: organizationId },
      form: { file, ...(of ? { table: `${of.table}`, part: `${of.part}` } : {}) },
    });
  const first = await preview();
  if (number === undefined) return first;
  const { tables } = first;
  const chosen = tables[number - 1];
  if (chosen) {
    return {
      ...await preview(chosen),
      tables: [chosen, ...tables.filter((one) => one !== chosen)],
    };
  }
  throw new Misuse(
    `--table ${number} is not among the tables of ${file.name}. ${tablesOf(first).join(' · ')}`,
  );
}

/** The tables of a file, by the numbers that `--table` takes. */
export const tablesOf = ({ tables }: Preview): string[] =>
  tables.map((table, i) => `${i + 1}: ${tableLabel(table, tables)}`);

/** The mapping with what a person answers. One question may change what the next one is about. */
async function answered(
  { mapping, questions }: Preview,
  choose: Asker | null,
): Promise<Preview['mapping']> {
  if (questions.length === 0) return mapping;
  if (!choose) {
    const asked = questions.map(({ detail, options }) =>
      `  ${detail} (${options.map(({ label }, i) => `${i + 1}: ${label}`).join(' · ')})`
    );
    throw new Error(
      `The file can be read in several ways, and nobody is here to ask:\n${
        asked.join('\n')
      }\nImport it in a terminal or on the page, or say which answer holds, once for each question: bomstream import --answer NUMBER`,
    );
  }
  let answer = mapping;
  for (const { detail, options } of questions) {
    const chosen = options[await choose(detail, options.map(({ label }) => label))]!;
    answer = withAnswer(answer, mapping, chosen.mapping);
  }
  return answer;
}

export function howRead({ file: { container, encoding }, mapping, tables, line_count }: Preview): string {
  const kind = encoding ? `${container}, ${encoding}` : container;
  const chosen = tables[0]?.name;
  const columns = mapping.columns.filter(({ role }) => role !== 'extra' && role !== 'item').map((
    { name, role },
  ) =>
    name ? `${role.replaceAll('_', ' ')} from "${name.replaceAll(/\s+/g, ' ')}"` : role.replaceAll('_', ' ')
  );
  return `${line_count} ${line_count === 1 ? 'line' : 'lines'} (${kind}${
    chosen ? `, sheet "${chosen}"` : ''
  })${columns.length > 0 ? `: ${columns.join(', ')}` : ''}.`;
}
