/**
 * Contradictions that somebody planted from the rules alone, each beside a twin that says the same as people write it:
 * `contradictions.tsv`, with the severity that the rules ask for and why.
 */
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import type { Figure } from '../figure.ts';
import { checkRow } from './check.ts';

const FOUND = 0.95;
const ALARMS = 0.01;

/** Where the planted lines stand. */
export const PLANTED = new URL('./contradictions.tsv', import.meta.url);

export interface PlantedLine {
  readonly id: string;
  /** What the rules say of the line. */
  readonly expected: string;
  /** What the product says of it. */
  readonly said: string;
  /** Null where the line has no number. */
  readonly isKnown: boolean | null;
}

const isAlarm = (severity: string) => severity === 'error' || severity === 'warning';

/** @param text of the table */
export function plantedLines(text: string): readonly PlantedLine[] {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const names = header.split('\t');
  return rows.map((line) => {
    const cells = line.split('\t');
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    const { mpn = '', manufacturer = '' } = row;
    const resolution = resolvePart({ mpn, manufacturer: manufacturer || null });
    return {
      id: row['id'] ?? '',
      expected: row['severity'] ?? '',
      said: checkRow(row).severity,
      isKnown: mpn === '' ? null : resolution?.doubt === null && 'category' in resolution.component.fields,
    };
  });
}

export function scorePlanted(lines: readonly PlantedLine[]): Figure[] {
  const planted = lines.filter(({ expected }) => isAlarm(expected));
  const twins = lines.filter(({ expected }) => !isAlarm(expected));
  const missed = planted.filter(({ said }) => !isAlarm(said));
  const unknown = missed.filter(({ isKnown }) => isKnown === false);
  const alarming = twins.filter(({ said }) => isAlarm(said));
  const other = lines.filter(({ expected, said }) => expected !== said);
  const found = planted.length - missed.length;
  return [
    {
      figure: 'planted contradictions that are found',
      value: `${share(found, planted.length)}; missed${
        named(missed)
      }; ${unknown.length} of a part that nobody knows`,
      target: `≥ ${100 * FOUND} %`,
      met: found >= FOUND * planted.length,
    },
    {
      figure: 'harmless twins that alarm',
      value: `${share(alarming.length, twins.length)}${named(alarming)}`,
      target: `≤ ${100 * ALARMS} %`,
      met: alarming.length <= ALARMS * twins.length,
    },
    {
      figure: 'planted lines and twins with another severity than the rules ask for',
      value: `${share(other.length, lines.length)}${named(other)}`,
      target: '',
      met: null,
    },
  ];
}

const share = (part: number, whole: number) => `${part} of ${whole} (${(100 * part / whole).toFixed(1)} %)`;
const named = (lines: readonly PlantedLine[]) =>
  lines.length === 0 ? ' none' : `: ${lines.map(({ id, said }) => `${id} (${said})`).join(' ')}`;
