/** Starts a small run, follows it over the stream as a page does, and clears it away. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '../../shared/database/port.ts';
import type { EventEnvelope } from '../../shared/domain/event.ts';
import { isTerminal } from '../../shared/domain/status.ts';
import { waitInWords } from '../../shared/domain/wait.ts';
import { orderableKey } from '../../shared/parts/part-number.ts';
import { type Api, messageOf } from '../api-client.ts';
import { fail, type Finding, ok, warn } from './finding.ts';
import { listen, type Listener } from './listen.ts';
import type { Member } from './member.ts';

/** How long is waited for what. */
const PATIENCE = {
  /** A cold isolate answers within some seconds, and says at once that it is connected. */
  connectedMs: 10_000,
  /** A healthy run takes a second; one that cron has to start takes ten more. */
  runMs: 30_000,
  /** With Redis away, or behind, events come from the table within 15 s. */
  silentMs: 20_000,
};
const LOOK_MS = 500;

const PROXY_MEND =
  'Whatever stands between here and the functions must pass text/event-stream on at once (nginx: proxy_buffering off;)';

/**
 * What is to be done at the end, whatever happens until then.
 * @param mend what somebody does by hand where it fails
 */
export type Later = (undo: () => Promise<unknown>, mend: string) => void;

export async function* checkRun(
  { api, organizationId }: Member,
  database: Database,
  later: Later,
  patience: typeof PATIENCE = PATIENCE,
): AsyncGenerator<Finding> {
  // A number that nobody was asked about before: suppliers are asked, too, and nothing is found that would stay.
  const number = `DOCTOR-CHECK-${crypto.randomUUID().slice(0, 8)}`.toUpperCase();
  const creating = api.call('POST /boms', {
    body: {
      organization_id: organizationId,
      name: 'Doctor check',
      csv: `MPN,Manufacturer,DNP\n${number},,\nRC0603FR-0711KL,Yageo,x\n`,
    },
  });
  const key = orderableKey(number);
  later(
    () => database.call('bomstream_supplier_forget', { p_orderable_key: key }, z.int()),
    `delete from bomstream.supplier_answers where orderable_key = '${key}';`,
  );
  // Before it exists: an interrupt now would leave it behind.
  later(async () => {
    const bom = await creating.catch(() => null);
    if (bom) await api.call('DELETE /boms/:bom_id', { params: { bom_id: bom.bom_id } });
  }, 'Delete the BOM named "Doctor check".');
  let bomId: string;
  let isStarted: boolean;
  try {
    const { bom_id, latest_run } = await creating;
    bomId = bom_id;
    // An organization may have its BOMs started by themselves.
    isStarted = latest_run !== null;
  } catch (error) {
    yield fail(
      `No BOM can be imported: ${messageOf(error)}`,
      'If the sentence does not say why, the log of boms does.',
    );
    return;
  }

  const listener = listen(api, bomId);
  try {
    const isConnected = await listener.until(() => listener.heard.length > 0, patience.connectedMs);
    try {
      const body = { organization_id: organizationId, mode: 'all' } as const;
      if (!isStarted) await api.call('POST /enrichment/:bom_id/start', { params: { bom_id: bomId }, body });
    } catch (error) {
      yield fail(
        `No run can be started: ${messageOf(error)}`,
        'If the sentence does not say why, the log of enrichment does.',
      );
      return;
    }
    yield* followRun(api, bomId, listener, isConnected, patience);
  } finally {
    listener.close();
  }
}

async function* followRun(
  api: Api,
  bomId: string,
  listener: Listener,
  isConnected: boolean,
  { connectedMs, runMs, silentMs }: typeof PATIENCE,
): AsyncGenerator<Finding> {
  const hasEnded = () => listener.heard.some(({ event }) => event === 'stream_end');
  const newest = await waitForEnd(api, bomId, runMs);
  if (newest?.state.waiting_for && waitsForSupplier(newest)) {
    yield warn(
      `The run was accepted and is ${waitInWords(newest.state.waiting_for)}.`,
      'See the lines about suppliers below.',
    );
    return;
  }
  const last = newest && isTerminal(newest.event_type) ? newest : null;
  const isToldOf = await listener.until(hasEnded, silentMs);
  const refused = listener.refused();
  if (refused !== null) {
    yield fail(`The stream is refused: ${refused}`, 'The log of enrichment-stream says why.');
  } else if (!isConnected && isToldOf) {
    yield fail(
      `The stream is buffered: nothing came for ${connectedMs / 1000} s, and then all of it at once.`,
      PROXY_MEND,
    );
  } else if (last && !isToldOf) {
    yield fail(
      `The stream is silent: the run ended, and ${silentMs / 1000} s later the stream had not said so.`,
      PROXY_MEND,
    );
  }
  if (!last) {
    yield fail(
      `The run did not end within ${runMs / 1000} s; its last event is ${
        newestOf(listener)?.event_id ?? 'none'
      }.`,
      'Another fault above or below is mostly why; else see the logs of enrichment-runner and enrichment.',
    );
    return;
  }
  yield judgeState(last);
  if (refused === null && isToldOf && isConnected) {
    yield judgeEvents(eventsOf(listener));
    yield await checkComingBack(api, bomId, last.event_id);
  }
}

/** It may take until tomorrow, and says nothing against the rest. */
const waitsForSupplier = ({ state }: EventEnvelope) =>
  state.waiting_for?.reason.startsWith('supplier_') ?? false;

/**
 * Asks the other way round, which needs no stream.
 * @returns the event that ended the run, or the newest where it waits for a supplier or the time is over
 */
async function waitForEnd(api: Api, bomId: string, ms: number): Promise<EventEnvelope | null> {
  for (const deadline = Date.now() + ms;;) {
    const newest = await api.call('GET /enrichment/:bom_id/status', { params: { bom_id: bomId } })
      .catch(() => null);
    const event = newest && 'event_type' in newest ? newest : null;
    if (event && (isTerminal(event.event_type) || waitsForSupplier(event))) return event;
    if (Date.now() > deadline) return event;
    await delay(LOOK_MS);
  }
}

function eventsOf({ heard }: Listener): EventEnvelope[] {
  return heard.filter(({ id }) => id !== '').map(({ data }) => JSON.parse(data));
}

const newestOf = (listener: Listener) => eventsOf(listener).at(-1);

/** What a supplier says of the part is said by the check of suppliers. */
function judgeState({ state }: EventEnvelope): Finding {
  // A run that the organization's BOMs begin by themselves does not count the line that it skips.
  const { not_found_items, failed_items, pending_items, enriched_items } = state;
  return not_found_items + failed_items === 1 && pending_items === 0 && enriched_items === 0
    ? ok('A run was accepted and completed')
    : fail(
      `The run ended with unexpected counts: ${JSON.stringify(state)}`,
      'This is a defect of bomstream. Please report it with this line.',
    );
}

function judgeEvents(events: readonly EventEnvelope[]): Finding {
  const first = events[0]?.seq ?? 0;
  const ids = events.map(({ event_id }) => event_id);
  return ids.every((id, i) => id === `1-${first + i}`)
    ? ok(`${ids.length} events arrived one by one, in order and without a gap, and the stream ended`)
    : fail(
      `Events arrived out of order: ${ids.join(', ')}`,
      'This is a defect of bomstream. Please report it with this line.',
    );
}

async function checkComingBack(api: Api, bomId: string, lastId: string): Promise<Finding> {
  const response = await fetch(`${api.url}/functions/v1/enrichment-stream/${bomId}`, {
    headers: { authorization: `Bearer ${await api.token()}`, 'last-event-id': lastId },
  });
  await response.body?.cancel();
  return response.status === 204 ? ok('A reconnect after the end gets 204, which stops browsers') : fail(
    `A reconnect after the end gets ${response.status} instead of 204, so browsers reconnect for ever.`,
    'npx supabase functions deploy enrichment-stream --use-api',
  );
}
