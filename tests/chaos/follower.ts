/** A page that follows a BOM, or a whole organization, through everything, and complains of what it must not see. */
import { frameParser, type ReceivedFrame } from '../unit/support/sse.ts';
import type { Bom, Viewer, World } from './world.ts';

/** Pages would wait 2 to 4 s; here many reconnects are wanted, below the limit of connects a minute. */
const RECONNECT_MS = [300, 1_000] as const;
/** A page that was told 204 and still cares looks again: somebody may have started another run. */
const LOOK_AGAIN_MS = 2_000;
/** Of the loss of a right until nothing comes any more, with what a busy machine takes. */
const NOTICED_WITHIN_MS = 40_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CONTROLS = new Set([
  'connected',
  'keepalive',
  'store',
  'reconnect',
  'reauth',
  'stream_end',
  'stream_error',
]);

export interface Received {
  readonly id: string;
  readonly connection: number;
}

export interface FollowerOptions {
  readonly name: string;
  readonly organizationId: string;
  readonly token: string;
  /** Null follows the organization. */
  readonly bom: Bom | null;
  /** Whose right may be taken away; null: nobody touches it. */
  readonly viewer: Viewer | null;
}

/** `<run>-<seq>` as one number that grows as the events do. */
export function orderOf(id: string): number {
  const [run, seq] = id.split('-').map(Number);
  return run! * 1_000_000 + seq!;
}

export class Follower {
  /** Of each BOM, in the order of arrival. */
  readonly received = new Map<string, Received[]>();
  readonly complaints: string[] = [];
  connections = 0;
  #cursor: string | null = null;
  #connection = new AbortController();
  #stopped = false;
  /** Ids of BOMs seen in this connection, with the newest event of each. */
  #seenHere = new Map<string, number>();
  #ended = false;

  constructor(readonly options: FollowerOptions, readonly world: World) {}

  /** The newest event of the followed BOM that has arrived. */
  newest(bomId: string): string | null {
    return this.received.get(bomId)?.at(-1)?.id ?? null;
  }

  /** Breaks the connection, wherever in a frame it is. */
  cut(): void {
    this.#connection.abort();
  }

  stop(): void {
    this.#stopped = true;
    this.cut();
  }

  async follow(): Promise<void> {
    while (!this.#stopped) {
      const wait = await this.#connect();
      if (wait === null) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  /** Stays until the connection is over; answers when to come back, null for never. */
  async #connect(): Promise<number | null> {
    const { bom, token, organizationId, name } = this.options;
    const url = new URL(
      `${this.world.stack.apiUrl}/functions/v1/enrichment-stream${bom ? `/${bom.id}` : ''}`,
    );
    url.searchParams.set('token', token);
    url.searchParams.set('client', name);
    if (!bom) url.searchParams.set('organization_id', organizationId);
    this.connections += 1;
    this.#connection = new AbortController();
    this.#seenHere = new Map();
    this.#ended = false;
    const [shortest, longest] = RECONNECT_MS;
    const soon = shortest + Math.random() * (longest - shortest);
    try {
      const response = await fetch(url, {
        headers: this.#cursor === null ? {} : { 'last-event-id': this.#cursor },
        signal: this.#connection.signal,
      });
      if (response.status === 204) return LOOK_AGAIN_MS;
      if (response.status === 404 && (bom?.deleted || this.#isRevoked)) return null;
      if (response.status !== 200) {
        await response.body?.cancel();
        // Kills, crashes and limits show as these; anything else would be an answer to a question nobody asked.
        if (![429, 500, 502, 503].includes(response.status)) {
          this.#complain(`was answered ${response.status}`);
        }
        return soon;
      }
      const parse = frameParser((frame) => this.#receive(frame));
      for await (const bytes of response.body!) parse(bytes);
    } catch (error) {
      // A connection that breaks is what this is about; a frame that cannot be read is not.
      if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ParseError')) {
        throw error;
      }
    }
    return soon;
  }

  get #isRevoked(): boolean {
    return typeof this.options.viewer?.revokedAt === 'number';
  }

  #receive({ event, id, data }: ReceivedFrame): void {
    const revokedFor = Date.now() - (this.options.viewer?.revokedAt ?? Infinity);
    if (revokedFor > NOTICED_WITHIN_MS) {
      this.#complain(`got ${event} ${revokedFor} ms after it lost the right`);
    }
    if (this.#ended) this.#complain(`got ${event} behind stream_end`);
    const foreign = (data.match(UUID) ?? []).find((uuid) => {
      const owner = this.world.owners.get(uuid);
      return owner !== undefined && owner !== this.options.organizationId;
    });
    if (foreign) this.#complain(`got ${foreign}, which is another tenant's, in ${event}`);
    if (id !== undefined) return this.#receiveEvent(event, id, data);
    if (event === 'stream_end') {
      this.#ended = true;
      const { reason, event_id } = JSON.parse(data);
      const { bom } = this.options;
      if (reason === 'access_revoked' && this.#isRevoked) return;
      if (reason === 'deleted' ? !bom?.deleted : event_id !== (bom && this.newest(bom.id))) {
        this.#complain(`was told at ${bom && this.newest(bom.id)} that the stream ends: ${data}`);
      }
    } else if (event === 'bom_deleted') {
      const isSo = this.world.boms.some(({ id, deleted }) => deleted && id === JSON.parse(data).bom_id);
      if (this.options.bom || !isSo) this.#complain(`was told what is not so: ${data}`);
    } else if (!CONTROLS.has(event) && !(event === 'reset' && this.#cursorIsDeleted())) {
      this.#complain(`got ${event}: ${data.slice(0, 200)}`);
    }
  }

  /** A cursor in a BOM that is no more cannot be honoured. */
  #cursorIsDeleted(): boolean {
    return this.world.boms.some(({ id, deleted }) => deleted && this.#cursor?.endsWith(id));
  }

  #receiveEvent(type: string, cursor: string, data: string): void {
    this.#cursor = cursor;
    const envelope = JSON.parse(data);
    const { bom_id: bomId, event_id: id, event_type, state } = envelope;
    const { bom } = this.options;
    if (bom && bomId !== bom.id) return this.#complain(`got an event of ${bomId}`);
    if (cursor !== (bom ? id : `${id}.${bomId}`)) this.#complain(`got ${id} as ${cursor}`);
    if (type !== event_type) this.#complain(`got ${event_type} as ${type}`);
    const { total_items, enriched_items, not_found_items, failed_items, skipped_items, pending_items } =
      state;
    if (enriched_items + not_found_items + failed_items + skipped_items + pending_items !== total_items) {
      this.#complain(`got counters of ${id} that do not add up`);
    }
    const text = JSON.stringify(envelope);
    if (this.world.textOf(bomId, id, text) !== text) this.#complain(`got ${id} changed`);

    const list = this.received.get(bomId) ?? [];
    this.received.set(bomId, list);
    const last = list.at(-1);
    const order = orderOf(id);
    // Who comes back to an organization gets the newest state of a BOM again; nothing else comes twice.
    const isAgain = last !== undefined && order <= orderOf(last.id);
    const isStateOnReturn = !bom && last?.id === id && !this.#seenHere.has(bomId);
    if (isAgain && !isStateOnReturn) this.#complain(`got ${id} again or late, behind ${last.id}`);
    this.#seenHere.set(bomId, order);
    if (!isAgain) list.push({ id, connection: this.connections });
  }

  #complain(what: string): void {
    const { name, bom, organizationId } = this.options;
    this.complaints.push(`${name} of ${bom?.id ?? organizationId} ${what}`);
  }
}
