/** `bomstream preview`: how a file would be read. */
import type { Command } from 'commander';
import { accessOf, describe, outputOf } from '../command.ts';
import { organizationOf } from '../connect.ts';
import { EXIT } from '../exit-codes.ts';
import { howRead } from '../import-file.ts';
import { readLocalFile } from '../local-file.ts';
import { oneLine, say, table } from '../output.ts';

export default function define(command: Command): void {
  describe(command, [
    ['bomstream preview board.csv', 'what each column holds, what is left out, and what is asked'],
    ['bomstream preview board.xlsx --output json', 'the mapping that import would use, for programs'],
  ])
    .argument('<file>', 'the file; nothing of it is stored')
    .option('--organization <id>', 'as this organization has read such files before')
    .action(async (path: string, { organization }: { organization?: string }, command: Command) => {
      const file = await readLocalFile(path);
      const access = await accessOf(command);
      const preview = await access.api.call('POST /boms/preview', {
        query: { organization_id: await organizationOf(access, organization) },
        form: { file: new File([file.bytes], file.name) },
      });
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
