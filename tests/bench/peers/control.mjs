// What every measured server does besides streaming: it publishes what it is told to, and says where it listens.

/** An offer of 20 MB/s: that many events of 20 kB, spread evenly. */
const OFFERED_EVENTS_PER_SECOND = 1_000;
const OFFERED_EVENT_BYTES = 20_000;
const OFFER_EVERY_MS = 10;

/**
 * @typedef {(seq: number, value: object) => void} Publish sends an event to every client
 *
 * `POST /publish?seq=N` publishes its body; `POST /offer?seconds=N` offers 20 MB/s for so long and then answers
 * how many bytes that were. Null for every other request.
 *
 * @param {Publish} publish
 * @returns {(method: string, url: URL, text: () => Promise<string>) => Promise<string> | null}
 */
export function createControl(publish) {
  let seq = 0;
  return (method, url, text) => {
    if (method !== 'POST') return null;
    if (url.pathname === '/publish') {
      return text().then((body) => {
        seq = Number(url.searchParams.get('seq'));
        publish(seq, JSON.parse(body));
        return '';
      });
    }
    if (url.pathname === '/offer') return offer(Number(url.searchParams.get('seconds')));
    return null;
  };

  /** @param {number} seconds */
  function offer(seconds) {
    const total = seconds * OFFERED_EVENTS_PER_SECOND;
    const filler = 'x'.repeat(OFFERED_EVENT_BYTES);
    const began = performance.now();
    let offered = 0;
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        // what is due by the clock, so that a server that is busy is not offered less
        const due = Math.min(total, (performance.now() - began) / 1_000 * OFFERED_EVENTS_PER_SECOND);
        for (; offered < due; offered++) publish(++seq, event(seq, filler));
        if (offered < total) return;
        clearInterval(timer);
        resolve(String(offered * OFFERED_EVENT_BYTES));
      }, OFFER_EVERY_MS);
    });
  }
}

/** The BOM whose events are published. */
export const BOM_ID = '0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d';

/**
 * The least an envelope can be, and a byte that stands nowhere else in a stream, so that arrivals can be counted
 * without parsing and without caring where a packet ends.
 *
 * @param {number} seq
 * @param {string} filler
 */
export function event(seq, filler) {
  return {
    event_id: `1-${seq}`,
    event_type: 'enrichment.progress',
    bom_id: BOM_ID,
    created_at: '2026-01-05T12:00:00Z',
    state: { status: 'enriching' },
    mark: '~',
    filler,
  };
}
