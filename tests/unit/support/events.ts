/** Events of runs, as short as a test wants to write them. */
import { formatEventId, parseEventId } from '../../../shared/domain/event-id.ts';
import type { EventEnvelope, RunState } from '../../../shared/domain/event.ts';
import type { EventType, RunStatus } from '../../../shared/domain/status.ts';
import type { StoredEvent } from '../../../shared/progress/port.ts';

export const BOM = '0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d';
export const OTHER_BOM = '5d1d9c66-3f0e-4d0f-8a51-0f6f6a1c2e77';
export const ORGANIZATION = '9a4f1c1e-52d1-4b7e-9c8e-2f9a4f1c1e52';
export const USER = 'c56a4180-65aa-42ec-a945-5fd21dec0538';
export const OTHER_USER = '3d1b6a52-9c0e-4f7a-8a3b-6c2d5e4f7a10';

const AT = '2026-01-05T12:00:00.000Z';

export interface EventSketch {
  readonly bomId?: string;
  /** Default: the first of a run starts it, the others report progress. */
  readonly type?: EventType;
  readonly state?: Partial<RunState>;
  readonly payload?: EventEnvelope['payload'];
  readonly createdAt?: string;
}

/** The whole event `id`, for example `3-17`. */
export function envelope(
  id: string,
  { bomId = BOM, type, state, payload = {}, createdAt = AT }: EventSketch = {},
): EventEnvelope {
  const parsed = parseEventId(id);
  if (!parsed) throw new TypeError(`${id} is not an event id`);
  const event_type = type ?? (parsed.seq === 1 ? 'enrichment.started' : 'enrichment.progress');
  return {
    schema_version: 1,
    event_id: id,
    event_type,
    bom_id: bomId,
    organization_id: ORGANIZATION,
    project_id: null,
    user_id: USER,
    source: 'user',
    run_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    ...parsed,
    state: { ...runState(statusAfter(event_type)), ...state },
    payload,
    created_at: createdAt,
  };
}

/** The same as a store hands it out. */
export function stored(id: string, sketch: EventSketch = {}): StoredEvent {
  const event = envelope(id, sketch);
  return {
    id: parseEventId(id)!,
    type: event.event_type,
    status: event.state.status,
    at: Date.parse(event.created_at),
    json: JSON.stringify(event),
  };
}

/** All events of a run: started, progress, and its end where `end` says so. */
export function runOf(
  { run = 1, length, end, bomId = BOM }: {
    run?: number;
    length: number;
    end?: 'completed' | 'failed' | 'cancelled';
    bomId?: string;
  },
): StoredEvent[] {
  return Array.from({ length }, (_, i) => {
    const isEnd = end !== undefined && i === length - 1;
    return stored(`${run}-${i + 1}`, { bomId, ...(isEnd ? { type: `enrichment.${end}` } : {}) });
  });
}

/** Ids as text, for comparing at a glance. */
export function idsOf(events: Iterable<Pick<StoredEvent, 'id'>>): string[] {
  return [...events].map(({ id }) => formatEventId(id));
}

function statusAfter(type: EventType): RunStatus {
  if (type === 'enrichment.started') return 'queued';
  if (type === 'enrichment.progress' || type === 'enrichment.resumed') return 'enriching';
  return type.slice('enrichment.'.length) as RunStatus;
}

function runState(status: RunStatus): RunState {
  const ended = status === 'completed' || status === 'failed' || status === 'cancelled';
  return {
    status,
    total_items: 10,
    enriched_items: 4,
    not_found_items: 1,
    failed_items: 0,
    skipped_items: 0,
    pending_items: 5,
    current_batch: 1,
    total_batches: 2,
    percent_complete: 50,
    items_per_second: null,
    eta_seconds: null,
    started_at: AT,
    last_update: AT,
    completed_at: ended ? AT : null,
  };
}
