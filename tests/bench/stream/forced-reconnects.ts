/** Connections that are cut again and again while events go on, and what their clients missed or got twice. */
import { createCondition } from '../conditions.ts';
import { seededRandom } from './random.ts';

const CLIENTS = 50;
/** A connection is cut after at most so many events that its client did not have; one in so many, at once. */
const MOST_EVENTS_A_CONNECTION = 4;
/** Now and then the server ends all streams, as an isolate does whose time is up. */
const END_STREAMS_AFTER_EVENTS = 25;
const SEED = 20_260_105;
/** How each event's id begins; its number follows. */
const RUN = '1-';

/** What makes an event as large as one with a batch in it. */
export const FILLER = 'x'.repeat(1_000);

export interface ReconnectResult {
  readonly reconnects: number;
  readonly events: number;
  readonly lost: number;
  readonly repeated: number;
}

/** A client through all its connections. */
export interface Client {
  /** Ids of all events it was given, as they came: `1-1`, `1-2`, … */
  readonly ids: readonly string[];
  /** Says that a connection begins. */
  connect(): Connection;
}

export interface Connection {
  /** Whether it is to be cut as soon as it is open. */
  readonly isBrief: boolean;
  /** Takes an event down; @returns whether the connection is to be cut now */
  received(id: string): boolean;
}

export interface Publisher {
  publish(seq: number, isLast: boolean): Promise<unknown>;
  /** Lets the server end all streams in its own way. */
  endStreams(): Promise<unknown>;
}

export interface ForcedReconnects {
  readonly clients: readonly Client[];
  /** Publishes while connections are cut, until that many reconnects; then one last event that all must get. */
  run(reconnectsAtLeast: number, publisher: Publisher): Promise<ReconnectResult>;
}

export function createForcedReconnects(): ForcedReconnects {
  const random = seededRandom(SEED);
  const progress = createCondition();
  /** The newest event each client has. */
  const newest: number[] = Array(CLIENTS).fill(0);
  let connects = 0;
  let isOver = false;
  const reconnects = () => connects - CLIENTS;
  const behind = (seq: number) => newest.filter((has) => has < seq).length;

  const clients = newest.map((_, i): Client => {
    const ids: string[] = [];
    return {
      ids,
      connect() {
        const stayFor = Math.floor(random() * MOST_EVENTS_A_CONNECTION);
        const before = newest[i]!;
        connects += 1;
        progress.changed();
        return {
          isBrief: stayFor === 0 && !isOver,
          received(id) {
            ids.push(id);
            newest[i] = Math.max(newest[i]!, Number(id.slice(RUN.length)));
            progress.changed();
            // repeats do not count here: a client that was cut within them would never get on
            return newest[i]! - before > stayFor && !isOver;
          },
        };
      },
    };
  });

  return {
    clients,
    async run(reconnectsAtLeast, { publish, endStreams }) {
      const everywhere = (seq: number) =>
        progress.until(() => behind(seq) === 0, () => `event ${seq} at ${behind(seq)} clients`);
      let seq = 0;
      while (reconnects() < reconnectsAtLeast) {
        const mark = reconnects();
        await publish(++seq, false);
        if (seq % END_STREAMS_AFTER_EVENTS === 0) {
          await endStreams();
          // who has to read more again each time would otherwise fall behind for good
          await everywhere(seq);
        }
        const goesOn = () => reconnects() > mark || behind(seq) === 0;
        await progress.until(goesOn, () => `a reconnect, or event ${seq} at ${behind(seq)} clients`);
      }
      isOver = true;
      await publish(++seq, true);
      await everywhere(seq);

      const expected = (ids: readonly string[]) => seq + 1 - Number(ids[0]?.slice(RUN.length));
      const sum = (of: (ids: readonly string[]) => number) =>
        clients.reduce((total, { ids }) => total + of(ids), 0);
      return {
        reconnects: reconnects(),
        events: sum(expected),
        lost: sum((ids) => expected(ids) - new Set(ids).size),
        repeated: sum((ids) => ids.length - new Set(ids).size),
      };
    },
  };
}
