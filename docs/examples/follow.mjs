// Imports a CSV, enriches it and prints each batch as it lands.
//
//   set -a; . .local/demo.env; set +a; node docs/examples/follow.mjs board.csv
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const { API, TOKEN, ORGANIZATION_ID } = process.env;
const file = process.argv[2];
if (!API || !TOKEN || !ORGANIZATION_ID || !file) {
  console.error('Usage: API=… TOKEN=… ORGANIZATION_ID=… node follow.mjs FILE.csv');
  process.exit(2);
}

// A stream that ends in order is opened again after this; one that was refused or cut off, after ever longer pauses.
const RECONNECT_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** What waiting does not change: the sentence of the answer says what would. */
class Refused extends Error {}

async function post(path, body) {
  const response = await fetch(`${API}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Refused(await sentenceOf(response));
  return await response.json();
}

/** What is wrong, as the API says it; a gateway in between may answer with a page instead. */
async function sentenceOf(response) {
  const problem = await response.json().catch(() => null);
  return problem?.detail ?? `The answer was ${response.status} ${response.statusText}.`;
}

/** Opens the stream behind a cursor. @returns the answer, or how many ms to wait before the next try */
async function connect(bomId, cursor) {
  const headers = { authorization: `Bearer ${TOKEN}`, ...(cursor ? { 'last-event-id': cursor } : {}) };
  // With a name of our own, refusals for a while come as statuses, and our older stream makes room for this one.
  const response = await fetch(`${API}/enrichment-stream/${bomId}?client=follow-example`, { headers });
  if (response.ok) return { response };
  const sentence = await sentenceOf(response);
  if (response.status !== 429 && response.status < 500) throw new Refused(sentence);
  return { sentence, retryAfterMs: 1_000 * (Number(response.headers.get('retry-after')) || 0) };
}

/** The events of one stream, until it closes. A real client would use EventSource or a parser. */
async function* eventsOf(response) {
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const frames = text.split('\n\n');
    text = frames.pop();
    for (const frame of frames) {
      const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
      if (field('event')) yield { name: field('event'), id: field('id'), data: JSON.parse(field('data')) };
    }
  }
}

/** Follows a BOM to the end of its run, over as many streams as it takes. */
async function follow(bomId) {
  let cursor;
  for (let failures = 0;; failures++) {
    let pause = RECONNECT_MS;
    try {
      const { response, sentence, retryAfterMs } = await connect(bomId, cursor);
      // 204: the run is over, and the cursor is its end.
      if (response?.status === 204) return;
      if (response) {
        failures = 0;
        for await (const { name, id, data } of eventsOf(response)) {
          cursor = id ?? cursor;
          if (data.state) console.log(`${id}  ${data.state.percent_complete} %  ${data.state.status}`);
          if (name === 'stream_end') return;
        }
        // It may end before the run does, when its isolate's time is up: come back with the cursor.
      } else {
        console.error(sentence);
        pause = Math.max(retryAfterMs, backoff(failures));
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
      console.error(`The connection failed: ${error.message}`);
      pause = backoff(failures);
    }
    await delay(pause);
  }
}

/** Doubles with each failure in a row; spread, so that many clients do not come back at one moment. */
function backoff(failures) {
  const longest = Math.min(RECONNECT_MS * 2 ** failures, LONGEST_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
}

try {
  const { bom_id, issues, latest_run } = await post('boms', {
    organization_id: ORGANIZATION_ID,
    name: basename(file),
    // strictly: with a lenient one, a file of another encoding would come in with its umlauts lost
    csv: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)),
  });
  for (const { severity, detail } of issues) console.error(`${severity}: ${detail}`);
  // An organization may have its BOMs started by themselves.
  if (!latest_run) await post(`enrichment/${bom_id}/start`, { organization_id: ORGANIZATION_ID });
  await follow(bom_id);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
