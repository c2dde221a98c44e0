/** What a person sees of a run in the terminal: a bar that moves, or plain lines where there is no terminal. */
import process from 'node:process';
import type { EventEnvelope, RunState } from '../shared/domain/event.ts';
import { waitInWords } from '../shared/domain/wait.ts';

const BAR_CELLS = 30;

export interface Progress {
  show(event: EventEnvelope): void;
  end(): void;
}

export function createProgress(): Progress {
  if (!process.stdout.isTTY) {
    return {
      show: ({ event_id, event_type, state }) => console.log(`${event_id}  ${event_type}  ${counts(state)}`),
      end: () => {},
    };
  }
  return {
    show: ({ state }) => void process.stdout.write(`\r\x1b[2K${bar(state)}`),
    end: () => console.log(),
  };
}

function bar(state: RunState): string {
  const filled = Math.round(state.percent_complete / 100 * BAR_CELLS);
  return `  ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${counts(state)}`;
}

function counts(state: RunState): string {
  const settled = state.enriched_items + state.not_found_items + state.failed_items;
  const of = state.total_items - state.skipped_items;
  return `${
    state.percent_complete.toFixed(1).padStart(5)
  } %  ${settled}/${of} lines  batch ${state.current_batch}/${state.total_batches}  ${
    state.waiting_for ? waitInWords(state.waiting_for) : state.status
  }`;
}

/** @param elapsedMs from the start request to the last event */
export function summary(state: RunState, elapsedMs: number): string {
  const settled = state.enriched_items + state.not_found_items + state.failed_items;
  const rows: [string, string | number][] = [
    ['status', state.status],
    ['enriched', state.enriched_items],
    ['not found', state.not_found_items],
    ['failed', state.failed_items],
    ['skipped', state.skipped_items],
    ['time', `${(elapsedMs / 1000).toFixed(2)} s`],
    ['lines per second', (settled / (elapsedMs / 1000)).toFixed(1)],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(17)} ${value}`).join('\n');
}
