/** `bomstream preview`: how a file would be read. */
import type { Command } from 'commander';
import { accessOf, describe, outputOf, wholeNumber } from '../command.ts';
import { organizationOf } from '../connect.ts';
import { EXIT } from '../exit-codes.ts';
import { howRead, previewFile, tablesOf } from '../import-file.ts';
import { readLocalFile } from '../local-file.ts';
import { oneLine, say, table } from '../output.ts';

export default function define(command: Command): void {
  describe(command, [
    ['bomstream preview board.csv', 'what each column holds, what is left out, and what is asked'],
    ['bomstream preview board.xlsx --output json', 'the mapping that import would use, for programs'],
  ])
    .argument('<file>', 'the file; nothing of it is stored')
    .option('--organization <id>', 'as this organization has read such files before')
    .option('--table <number>', 'this table of the file, of those that are listed without it', wholeNumber)
    .action(async (
      path: string,
      { organization, table: number }: { organization?: string; table?: number },
      command: Command,
    ) => {
      const file = await readLocalFile(path);
      const access = await accessOf(command);
      const preview = await previewFile(
        access.api,
        await organizationOf(access, organization),
        new File([file.bytes], file.name),
        number,
      );
      const { rows, mapping, issues, questions } = preview;
      const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
      const roles = Array.from(
        { length: columns },
        (_, i) =>
          mapping.columns.filter(({ index }) => index === i).map(({ role }) => role).join(' ')
            .toUpperCase() || '-',
      );
      outputOf(command).value(preview, () =>
        [
          `${file.name}: ${howRead(preview)}\n`,
          table(
            ['ROW', ...roles],
            rows.map(({ row, cells }) => [`${row}`, ...roles.map((_, i) => oneLine(cells[i]))]),
          ),
          ...(number === undefined && preview.tables.length > 1
            ? [`tables, of which --table takes another: ${oneLine(tablesOf(preview).join(' · '))}`]
            : []),
          ...issues.map(({ severity, detail }) => `${severity}: ${oneLine(detail)}`),
          ...questions.map(({ detail, options }) =>
            `asked: ${oneLine(detail)} (${
              options.map(({ label }, i) => `${i + 1}: ${oneLine(label)}`).join(' · ')
            })`
          ),
        ].join('\n').trimEnd());
      if (preview.line_count === 0) {
        say('No line can be read in it.');
        process.exitCode = EXIT.failed;
      }
    });
}
