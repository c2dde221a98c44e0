/** Tabs that watch the same thing share one stream: browsers have few connections to a host, and servers count them. */
import type { Known, News } from './news.ts';
import { pause, under } from './time.ts';

export interface Participant {
  /** Names what is watched, by whom: a stream of one user must not reach another one's tab. Null: shared with nobody. */
  readonly key: string | null;
  readonly known: Known;
  /** What the others are told as well, where this tab has the stream. */
  readonly tell: (news: News) => void;
  /** Hears `refresh` where somebody wants news now; the tab that has the stream is told as well. */
  readonly refreshes: EventTarget;
  /** Opens the stream, and follows it to its end. */
  readonly run: (
    tell: (news: News) => void,
    signal: AbortSignal,
  ) => Promise<void>;
}

/** What tabs say to each other. */
type Message = News | { readonly type: 'hello' } | { readonly type: 'over' } | { readonly type: 'refresh' };

/**
 * Raised whenever a message is added or changed. A page stays open over releases, and tabs that would not understand each other
 * share nothing.
 */
const PROTOCOL = 3;

/** A tab answers another at once, unless its browser has frozen it: then the other opens a stream of its own. */
const ANSWER_MS = 3_000;
/** A tab that heard nothing for so long asks whether anybody is there. A stream in use has a sign of life every 15 s. */
const QUIET_MS = 30_000;

/** What of Web Locks is used. Not every runtime's types have them. */
interface Locks {
  request(name: string, options: { readonly signal: AbortSignal }, work: () => Promise<void>): Promise<void>;
}

/** Resolves when the stream has ended for good, here or in the tab that has it, or the signal aborts. */
export async function participate(
  { key, known, tell, refreshes, run }: Participant,
  signal: AbortSignal,
): Promise<void> {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: Locks };
  if (key === null || !locks || typeof BroadcastChannel === 'undefined') return await run(tell, signal);
  const controller = under(signal);
  const channel = new BroadcastChannel(`bomstream ${PROTOCOL} ${key}`);
  const post = (message: Message) => channel.postMessage(message);
  let leads = false;
  /** The stream of this tab: its own while in doubt, everybody's once it leads. */
  let stream: Promise<void> | null = null;
  let wake = () => {};

  const open = () =>
    stream ??= run((news) => {
      tell(news);
      if (leads) post(news);
    }, controller.signal);
  const tellAll = () => {
    post({
      type: 'all',
      events: [...known.events.values()],
      connection: known.connection,
    });
    known.changes.forEach(post);
    // One that slept may remember what was so before.
    if (known.role) post({ type: 'role', role: known.role });
  };

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'hello') {
      if (leads) tellAll();
    } else if (data.type === 'refresh') {
      if (leads) refreshes.dispatchEvent(new Event('refresh'));
    } else if (!stream) {
      wake();
      if (data.type === 'over') controller.abort();
      else tell(data);
    }
  };

  refreshes.addEventListener('refresh', () => {
    if (!stream) post({ type: 'refresh' });
  }, { signal: controller.signal });

  const lead = async () => {
    leads = true;
    if (stream) tellAll();
    await open();
    // Those who wait for the lock need not find out by themselves.
    if (!controller.signal.aborted) post({ type: 'over' });
  };

  try {
    await Promise.race([
      // Where pages may take no lock, each has a stream of its own.
      locks.request(channel.name, { signal: controller.signal }, lead).catch(open),
      doubt(),
    ]);
  } finally {
    controller.abort();
    channel.close();
  }

  /** Asks whether anybody leads, now and after each silence, and opens a stream where nobody answers. Resolves with its end. */
  async function doubt(): Promise<void> {
    const hears = async (ms: number) => {
      let heard = false;
      await pause(ms, controller.signal, (done) => {
        wake = () => {
          heard = true;
          done();
        };
      });
      return heard;
    };
    while (!leads && !controller.signal.aborted) {
      post({ type: 'hello' });
      if (!await hears(ANSWER_MS)) break;
      while (await hears(QUIET_MS));
    }
    if (!controller.signal.aborted) await open();
  }
}

/** The user whose token it is; null where it does not say. */
export function userOf(token: string): string | null {
  const [first, second, third] = token.split('.');
  // a ticket: stream.<kind>.<user>.<id>…
  if (first === 'stream') return third ?? null;
  try {
    const claims = JSON.parse(
      atob(second!.replaceAll('-', '+').replaceAll('_', '/')),
    );
    return claims.sub ?? null;
  } catch {
    return null;
  }
}
