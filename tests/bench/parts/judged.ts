/**
 * What the product finds wrong in lines of real BOMs, against what a reader found wrong in the same lines:
 * `real-contradictions.tsv`, a row for each contradiction of the 14 files that were read, with why it is one.
 */
import type { Figure } from '../figure.ts';
import { checkRow } from './check.ts';

const FALSE_ERRORS = 0.005;
const FALSE_WARNINGS = 0.02;

/** Where the reader's rows stand. */
export const JUDGED = new URL('./real-contradictions.tsv', import.meta.url);

/**
 * @param lines texts by column, with the `id` that the reader's table has
 * @param text of the reader's table: id of the line (file, colon, number), check, severity, why
 */
export function scoreReal(lines: readonly Readonly<Record<string, string>>[], text: string): Figure[] {
  const ids = new Set(lines.map(({ id }) => id));
  const rows = text.trimEnd().split('\n').slice(1).map((row) => row.split('\t'));
  const real = new Set(rows.flatMap(([id, check]) => ids.has(id) ? [`${id} ${check}`] : []));
  const found = lines.flatMap((line) =>
    checkRow(line).findings.map(({ check, severity, sentence }) => ({
      id: line['id'] ?? '',
      key: `${line['id']} ${check}`,
      severity,
      sentence,
    }))
  );
  const linesOf = (findings: readonly { id: string }[]) => new Set(findings.map(({ id }) => id)).size;
  const loud = found.filter(({ severity }) => severity !== 'upgrade').map(({ key }) => key);
  const missed = [...real].filter((key) => !loud.includes(key));
  const falseOnes = (wanted: 'error' | 'warning', most: number): Figure => {
    const all = found.filter(({ severity }) => severity === wanted);
    const wrong = all.filter(({ key }) => !real.has(key));
    return {
      figure: `lines of BOMs with ${wanted}s that the reader did not find`,
      value: `${(100 * linesOf(wrong) / lines.length).toFixed(1)} % of ${lines.length} (${
        linesOf(all)
      } with ${wanted}s)${wrong.map(({ key, sentence }) => `; ${key}: ${sentence}`).join('')}`,
      target: `≤ ${100 * most} %`,
      met: linesOf(wrong) <= most * lines.length,
    };
  };
  return [
    falseOnes('error', FALSE_ERRORS),
    falseOnes('warning', FALSE_WARNINGS),
    {
      figure: 'contradictions of these lines that the reader found, too',
      value: `${real.size - missed.length} of ${real.size}${
        missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''
      }`,
      target: '',
      met: null,
    },
  ];
}
