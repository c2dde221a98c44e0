/** The quick start of README, run as it stands there; its browser part is in tests/browser. */
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { snippets } from '../support/readme.ts';
import { buildPackage } from '../support/sdk/package.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const [importBom, start, watch] = snippets('Quick start', 'sh') as [string, string, string];
/** The file that `npm start` writes; here its variables are set directly. */
const SOURCE_LINE = '. .local/demo.env\n';

let tenant: Tenant;
let projectId: string;
beforeAll(async () => {
  await buildPackage();
  tenant = await newTenant(stack);
  const insert = `insert into bomstream.projects (organization_id, name) values ($1, 'P') returning id`;
  projectId = (await sql(stack, insert, [tenant.organizationId]))[0].id;
});

function shell(code: string, more: Record<string, string> = {}): string {
  const env = {
    PATH: process.env.PATH,
    API: `${stack.apiUrl}/functions/v1`,
    TOKEN: tenant.token,
    ORGANIZATION_ID: tenant.organizationId,
    PROJECT_ID: projectId,
    ...more,
  };
  const args = ['-euo', 'pipefail', '-c', code];
  return execFileSync('bash', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

describe('the example', () => {
  it.each(['node docs/examples/follow.mjs', 'python3 docs/examples/follow.py'])(
    'follows a CSV of its user to the end: %s',
    (program) => {
      const said = shell(`${program} local/sample-bom.csv`);
      expect(said).toMatch(/^1-\d+ {2}100 % {2}completed$/m);
    },
  );

  it('enriches one with curl', () => {
    expect(shell('docs/examples/enrich.sh local/sample-bom.csv')).toMatch(/^completed 100 %$/m);
  });

  it('follows one that its organization has started by itself', async () => {
    const admin = await newTenant(stack, { role: 'admin' });
    await admin.call('PATCH', `organizations/${admin.organizationId}/settings`, { auto_start: true });
    const said = shell('node docs/examples/follow.mjs local/sample-bom.csv', {
      TOKEN: admin.token,
      ORGANIZATION_ID: admin.organizationId,
    });
    expect(said).toMatch(/^1-\d+ {2}100 % {2}completed$/m);
  });
});

describe('README', () => {
  it('has a quick start that imports, starts and watches with curl', () => {
    expect(importBom).toContain(SOURCE_LINE);
    const BOM_ID = shell(`${importBom.replace(SOURCE_LINE, '')}echo $BOM_ID`).trim();
    expect(BOM_ID).toMatch(/^[0-9a-f-]{36}$/);
    const started = JSON.parse(shell(start, { BOM_ID }));
    expect(started).toMatchObject({ bom_id: BOM_ID, run: 1, status: 'queued', total_items: 3 });
    const seen = shell(watch, { BOM_ID });
    expect(seen).toMatch(/^event: connected$/m);
    expect(seen).toMatch(/^event: enrichment\.completed$/m);
    expect(seen).toMatch(/"enriched_items":\s*2/);
    expect(seen).toMatch(/"not_found_items":\s*1/);
  });
});
