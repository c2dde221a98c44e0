// Imports a CSV, enriches it and prints each batch as it lands.
//
//   set -a; . .local/demo.env; set +a; node docs/examples/follow.mjs board.csv
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const { API, TOKEN, ORGANIZATION_ID } = process.env;
const file = process.argv[2];
if (!API || !TOKEN || !ORGANIZATION_ID || !file) {
  console.error('Usage: API=… TOKEN=… ORGANIZATION_ID=… node follow.mjs FILE.csv');
  process.exit(2);
}

async function post(path, body) {
  const response = await fetch(`${API}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

/** Events behind a cursor, until the stream closes. A real client would use EventSource or a parser. */
async function* events(bomId, cursor) {
  const headers = { authorization: `Bearer ${TOKEN}`, ...(cursor ? { 'last-event-id': cursor } : {}) };
  const response = await fetch(`${API}/enrichment-stream/${bomId}`, { headers });
  if (response.status === 204) return;
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

const { bom_id } = await post('boms', {
  organization_id: ORGANIZATION_ID,
  name: basename(file),
  csv: await readFile(file, 'utf8'),
});
await post(`enrichment/${bom_id}/start`, { organization_id: ORGANIZATION_ID });

// A stream may end before the run does, when its isolate's time is up: come back with the cursor.
let cursor;
for (let ended = false; !ended;) {
  for await (const { name, id, data } of events(bom_id, cursor)) {
    cursor = id ?? cursor;
    if (data.state) console.log(`${id}  ${data.state.percent_complete} %  ${data.state.status}`);
    ended ||= name === 'stream_end';
  }
}
