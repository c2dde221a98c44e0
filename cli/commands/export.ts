/** `bomstream export`: a BOM as a file, put together here of the pages that the API gives out. */
import { extname } from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, type ExportPage } from '../../shared/api/export.ts';
import { DEFAULT_BOARDS } from '../../shared/domain/judging.ts';
import { MAX_BOARDS } from '../../shared/domain/limits.ts';
import { writeExport } from '../../shared/bom/export/write.ts';
import type { Api } from '../api-client.ts';
import { accessOf, BOM, describe, numberUpTo, oneOf, outputOf } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { userPath } from '../local-file.ts';
import { say } from '../output.ts';
import { write } from '../standard-output.ts';
import { writeFileOf } from '../write-file.ts';

interface Options {
  readonly format?: ExportFormat;
  readonly file?: string;
  readonly boards?: number;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream export BOM_ID --file board.xlsx', 'a workbook: summary, lines, offers, sources, issues'],
    ['bomstream export BOM_ID --file board.csv --boards 25', 'its lines, with prices for 25 boards'],
    ['bomstream export BOM_ID --format json', 'all that is known, on standard output'],
  ])
    .argument(...BOM)
    .addOption(
      oneOf('--format <format>', "what to write; without it, what the file's name ends with", EXPORT_FORMATS),
    )
    .option('--file <path>', 'where to; without it, standard output')
    .option(
      '--boards <number>',
      `how many boards prices are for; without it, as many as the BOM is meant for, or ${DEFAULT_BOARDS}`,
      numberUpTo(MAX_BOARDS),
    )
    .action(async (bomId: string, options: Options, command: Command) => {
      const format = formatOf(options);
      if (format === 'xlsx' && !options.file && process.stdout.isTTY) {
        throw new Misuse('A workbook is nothing for a terminal. Say where to with --file.');
      }
      const { api } = await accessOf(command);
      let boards = options.boards ?? null;
      const told = async function* () {
        for await (const page of pages(api, bomId)) {
          boards ??= page.boards ?? DEFAULT_BOARDS;
          yield page;
        }
      };
      const bytes = writeExport(format, told(), boards);
      if (!options.file) {
        for await (const chunk of bytes) if (!await write(chunk)) return;
        return;
      }
      const file = userPath(options.file);
      await writeFileOf(file, bytes);
      if (PRICED.has(format)) say(`Prices are for ${boards} ${boards === 1 ? 'board' : 'boards'}.`);
      outputOf(command).value({ bom_id: bomId, format, file }, () => file);
    });
}

/** Those that say what so many boards take. */
const PRICED: ReadonlySet<ExportFormat> = new Set(['csv', 'xlsx']);

/** What a file's name ends with, and nothing else, says what it is to be. */
function formatOf({ format, file }: Options): ExportFormat {
  if (format) return format;
  const extension = file === undefined ? 'csv' : extname(file).slice(1).toLowerCase();
  const found = EXPORT_FORMATS.find((each) => each === extension);
  if (!found) throw new Misuse(`Say with --format what ${file} is to be: ${EXPORT_FORMATS.join(', ')}.`);
  return found;
}

async function* pages(api: Api, bomId: string): AsyncGenerator<ExportPage> {
  let after: number | null = 0;
  let lines = 0;
  do {
    const page: ExportPage = await api.call('GET /boms/:bom_id/export/pages', {
      params: { bom_id: bomId },
      query: { after: `${after}` },
    });
    yield page;
    lines += page.lines.length;
    after = page.next;
    if (after !== null) say(`  ${lines} lines`);
  } while (after !== null);
}
