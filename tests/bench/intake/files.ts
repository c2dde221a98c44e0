/**
 * How many of a folder's files come in right, as they are: every line's number, manufacturer, quantity, designators,
 * do-not-place and alternates, no line more or less, without a question.
 */
import { openFile } from '../../../shared/bom/open.ts';
import { type Preview, previewOpened } from '../../../shared/bom/preview.ts';
import type { BenchResult, Figure } from '../figure.ts';
import { type FileScore, KEY_FIELDS, OTHER_FIELDS, type ScoredField, scoreFile } from './score.ts';
import { type Expected, readExpected, readTruth, type TrueLine } from './truth.ts';

export interface ScoreOptions {
  /** Holds the files, EXPECTED.tsv and, where their lines are known, `truth/`. */
  readonly folder: string;
  /** Where to write what was read, as JSON lines. */
  readonly lines: string | null;
}

interface ScoredFile {
  readonly file: string;
  readonly preview: Preview | null;
  readonly error: string | null;
  readonly score: FileScore | null;
  /** What EXPECTED.tsv says of the file and was not found, in words. */
  readonly unexpected: readonly string[];
  readonly outcome: 'right' | 'asked' | 'wrong';
  readonly isSilent: boolean;
}

export async function scoreFolder({ folder, lines }: ScoreOptions): Promise<BenchResult> {
  const expected = readExpected(await Deno.readTextFile(`${folder}/EXPECTED.tsv`));
  const scored: ScoredFile[] = [];
  for (const row of expected) scored.push(await scoreOne(folder, row));
  for (const file of scored) report(file);
  if (lines !== null) await Deno.writeTextFile(lines, scored.flatMap(jsonLines).join(''));
  return summary(scored);
}

async function scoreOne(folder: string, row: Expected): Promise<ScoredFile> {
  const file = row.file!;
  const truth = await truthOf(folder, file);
  try {
    const preview = previewOpened(await openFile(await Deno.readFile(`${folder}/${file}`)), {});
    const said = new Set(preview.issues.flatMap(({ row }) => row ?? []));
    const score = truth && scoreFile(preview.lines, truth, said);
    const unexpected = differences(preview, row, truth !== null);
    const isRight = score ? score.right === score.lines && score.surplus === 0 : unexpected.length === 0;
    return {
      file,
      preview,
      error: null,
      score,
      unexpected,
      outcome: preview.questions.length > 0 ? 'asked' : isRight ? 'right' : 'wrong',
      isSilent: score?.wrong.some(({ isSilent }) => isSilent) ?? false,
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      file,
      preview: null,
      error: said,
      score: null,
      unexpected: [],
      outcome: 'wrong',
      isSilent: false,
    };
  }
}

async function truthOf(folder: string, file: string): Promise<TrueLine[] | null> {
  try {
    return readTruth(await Deno.readTextFile(`${folder}/truth/${file}.tsv`));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** What EXPECTED.tsv says of a file: where its header is, its key columns, and sums. Where lines are known they decide. */
function differences({ mapping, lines }: Preview, row: Expected, hasTruth: boolean): string[] {
  const found: string[] = [];
  const check = (what: string, is: string, should: string) => {
    if (is !== should) found.push(`${what} is ${is || 'none'}, expected ${should || 'none'}`);
  };
  check('header row', String(mapping.header_rows[0] ?? 0), row.header_row ?? '0');
  const named = (text: string | undefined) =>
    (text ?? '').split(';').map((name) => name.trim().replace(/\s+/g, ' ')).filter(Boolean).toSorted().join(
      '; ',
    );
  for (
    const [column, role] of [['col_mpn', 'mpn'], ['col_quantity', 'quantity'], [
      'col_designator',
      'designators',
    ], ['col_manufacturer', 'manufacturer']] as const
  ) {
    const is = mapping.columns.filter((use) => use.role === role)
      .map(({ name, index }) => name === '' ? `#${index + 1}` : name).toSorted().join('; ');
    // A number and its manufacturer in one cell are one column here, and two there.
    if (role === 'manufacturer' && is === '' && row.col_manufacturer === row.col_mpn) continue;
    check(column, is, named(row[column]));
  }
  if (!hasTruth) {
    check('lines', String(lines.length), row.line_items ?? row.data_rows ?? '');
    check(
      'sum of quantities',
      String(lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)),
      row.sum_quantity ?? '',
    );
    const numbers = new Set(
      lines.flatMap(({ mpn, alternates }) => [mpn, ...alternates.map((part) => part.mpn)]),
    );
    numbers.delete(null);
    check('different part numbers', String(numbers.size), row.distinct_mpn ?? '');
  }
  return found;
}

function report({ file, error, score, unexpected, outcome, isSilent, preview }: ScoredFile): void {
  const count = score ? `${score.right} of ${score.lines} lines` : 'lines not known';
  const extra = [
    ...(score?.missing ? [`${score.missing} missing`] : []),
    ...(score?.surplus ? [`${score.surplus} too many`] : []),
    ...(isSilent ? ['SILENT'] : []),
  ];
  console.log(
    `${outcome.padEnd(5)} ${file}: ${[count, ...extra].join(', ')}${error === null ? '' : `: ${error}`}`,
  );
  for (const text of unexpected) console.log(`        ${text}`);
  for (const question of preview?.questions ?? []) console.log(`        asks: ${question.detail}`);
  for (const line of (score?.wrong ?? []).filter(isWrongInKey).slice(0, 10)) {
    console.log(
      `        line ${line.line}: ${line.is.slice(0, 200)}\n          should be ${line.should.slice(0, 200)}`,
    );
  }
}

const isWrongInKey = ({ wrong }: { readonly wrong: readonly ScoredField[] }) =>
  wrong.some((field) => (KEY_FIELDS as readonly string[]).includes(field));

function jsonLines({ file, preview }: ScoredFile): string[] {
  return (preview?.lines ?? []).map((line, i) =>
    `${
      JSON.stringify({
        file,
        line: i + 1,
        designators: line.designators,
        quantity: line.quantity,
        mpn: line.mpn,
        manufacturer: line.manufacturer,
        value: line.value,
        footprint: line.footprint,
        description: line.description,
        do_not_place: line.do_not_place,
        alternates: line.alternates,
        supplier_numbers: line.supplier_numbers,
        issues: preview!.issues.filter(({ row }) => row !== null && line.rows.includes(row)),
        questions: preview!.questions.map(({ code, detail, options }) => ({
          code,
          detail,
          options: options.map(({ label }) => label),
        })),
      })
    }\n`
  );
}

function summary(scored: readonly ScoredFile[]): BenchResult {
  const known = scored.flatMap(({ score }) => score ?? []);
  const lines = known.reduce((sum, score) => sum + score.lines, 0);
  const right = known.reduce((sum, score) => sum + score.right, 0);
  const of = (outcome: ScoredFile['outcome']) => scored.filter((file) => file.outcome === outcome).length;
  const silent = scored.filter((file) => file.outcome === 'wrong' && file.isSilent).length;
  const share = lines === 0 ? 0 : right / lines;
  const figures: Figure[] = [
    {
      figure: 'files right',
      value: `${of('right')} of ${scored.length}`,
      target: '≥ 85 %',
      met: of('right') >= 0.85 * scored.length,
    },
    {
      figure: 'files that ask',
      value: String(of('asked')),
      target: '≤ 10 %',
      met: of('asked') <= 0.1 * scored.length,
    },
    { figure: 'files wrong without a word', value: String(silent), target: '≤ 1', met: silent <= 1 },
    {
      figure: 'lines right',
      value: `${right} of ${lines} (${(100 * share).toFixed(1)} %)`,
      target: '≥ 98 %',
      met: lines === 0 ? null : share >= 0.98,
    },
    ...[...KEY_FIELDS, ...OTHER_FIELDS].map((field): Figure => {
      const wrong = known.reduce(
        (sum, score) => sum + score.wrong.filter((line) => line.wrong.includes(field)).length,
        0,
      );
      return { figure: `  ${field}`, value: `${lines - wrong} of ${lines}`, target: '', met: null };
    }),
  ];
  return {
    figures,
    notes: [`${of('right')} of ${scored.length} files right, ${of('asked')} asked, ${of('wrong')} wrong`],
  };
}
