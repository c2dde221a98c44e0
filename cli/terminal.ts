/** What a person sees of work that goes on: a bar that moves, or plain lines where there is no terminal. */
import process from 'node:process';
import type { EventEnvelope, RunState } from '../shared/domain/event.ts';
import { waitInWords } from '../shared/domain/wait.ts';

const BAR_CELLS = 30;

/** Where it is shown. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  show(event: EventEnvelope): void;
  end(): void;
}

export function createProgress(screen: Screen): Progress {
  if (!isLive(screen)) {
    return {
      show: ({ event_id, event_type, state }) =>
        void screen.write(`${event_id}  ${event_type}  ${counts(state)}\n`),
      end: () => {},
    };
  }
  return {
    show: ({ state }) => redraw(screen, `${bar(state.percent_complete / 100)}${counts(state)}`),
    end: () => void screen.write('\n'),
  };
}

/** What a person sees of rows that are sent. */
export interface RowProgress {
  show(done: number): void;
  end(): void;
}

/** Lines that are written of one list where there is no terminal. */
const LINES_OF_A_LIST = 20;

export function createRowProgress(total: number, screen: Screen): RowProgress {
  const text = (done: number) => `${inWords(done)} of ${inWords(total)} entries`;
  if (isLive(screen)) {
    return {
      show: (done) => redraw(screen, `${bar(done / total)}${text(done)}`),
      end: () => void screen.write('\n'),
    };
  }
  let next = 0;
  return {
    show(done) {
      if (done < next && done < total) return;
      next = done + total / LINES_OF_A_LIST;
      screen.write(`  ${text(done)}\n`);
    },
    end: () => {},
  };
}

/** Whether a line there can be written over. */
const isLive = ({ isTTY }: Screen): boolean => isTTY === true && process.env.TERM !== 'dumb';

/** One line, however narrow the terminal is: of one that wraps only the last row would be written over. */
function redraw(screen: Screen, line: string): void {
  screen.write(`\r\x1b[2K${line.slice(0, (screen.columns || Infinity) - 1)}`);
}

/** A count as people write it: 100,000. */
export const inWords = (count: number): string => count.toLocaleString('en-GB');

function bar(share: number): string {
  const filled = Math.round(share * BAR_CELLS);
  return `  ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} `;
}

function counts(state: RunState): string {
  const settled = state.enriched_items + state.not_found_items + state.failed_items;
  const of = state.total_items - state.skipped_items;
  return `${state.percent_complete.toFixed(1).padStart(5)} %  ${settled}/${of} lines${
    unasked(state)
  }  batch ${state.current_batch}/${state.total_batches}  ${
    state.waiting_for ? waitInWords(state.waiting_for) : state.status
  }`;
}

/** Why fewer lines are counted than the run has: parts that are not placed, holes, fiducials. */
const unasked = ({ skipped_items }: RunState): string =>
  skipped_items === 0
    ? ''
    : ` (${inWords(skipped_items)} more ${skipped_items === 1 ? 'needs' : 'need'} no lookup)`;

/** What became of each line of a BOM; together they are all of them, also where a run took some. */
export function countsOf(state: RunState, lines: number): readonly (readonly [string, string | number])[] {
  const others = lines - state.total_items;
  return [
    ['enriched', state.enriched_items],
    ['not found', state.not_found_items],
    ['failed', state.failed_items],
    ['skipped', state.skipped_items],
    ...(others > 0
      ? [['not in run', `${inWords(others)}, with nothing to look up, or looked up before`] as const]
      : []),
  ];
}

/**
 * @param lines of the BOM
 * @param elapsedMs from the start request to the last event
 */
export function summary(state: RunState, lines: number, elapsedMs: number): string {
  const settled = state.enriched_items + state.not_found_items + state.failed_items;
  const rows: (readonly [string, string | number])[] = [
    ['status', state.status],
    ...countsOf(state, lines),
    ['time', `${(elapsedMs / 1000).toFixed(2)} s`],
    ['lines per second', (settled / (elapsedMs / 1000)).toFixed(1)],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(17)} ${value}`).join('\n');
}
