// Imports a CSV, enriches it and prints each batch as it lands.
//
//   npm run sdk; set -a; . .local/demo.env; set +a; node docs/examples/follow.mjs board.csv
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
// In a project of your own: from 'bomstream-client'.
import { createClient, watchBom } from '../../client/dist/index.js';

const { API, TOKEN, ORGANIZATION_ID } = process.env;
const file = process.argv[2];
if (!API || !TOKEN || !ORGANIZATION_ID || !file) {
  console.error('Usage: API=… TOKEN=… ORGANIZATION_ID=… node follow.mjs FILE.csv');
  process.exit(2);
}

const project = { url: API.replace(/\/functions\/v1\/?$/, ''), token: () => TOKEN };
const { call } = createClient(project);

try {
  const { bom_id, issues, latest_run } = await call('POST /boms', {
    body: {
      organization_id: ORGANIZATION_ID,
      name: basename(file),
      // strictly: with a lenient one, a file of another encoding would come in with its umlauts lost
      csv: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)),
    },
  });
  for (const { severity, detail } of issues) console.error(`${severity}: ${detail}`);
  // An organization may have its BOMs started by themselves.
  if (!latest_run) {
    await call('POST /enrichment/:bom_id/start', {
      params: { bom_id },
      body: { organization_id: ORGANIZATION_ID },
    });
  }
  for await (const { event, state, connection } of watchBom(bom_id, project)) {
    if (event) console.log(`${event.event_id}  ${state.percent_complete} %  ${state.status}`);
    // It tries again by itself; this only says why nothing comes. What is refused for good is thrown.
    if (connection.phase === 'waiting' && connection.retryAt) console.error(connection.problem.detail);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
