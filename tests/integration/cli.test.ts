import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildCli, type Cli } from '../support/cli.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let cli: Cli;
let tenant: Tenant;
beforeAll(async () => {
  cli = buildCli();
  tenant = await newTenant(stack);
});
afterAll(() => cli.remove());

const member = () => ({
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_PUBLISHABLE_KEY: stack.keys.publishableKey,
  BOMSTREAM_EMAIL: tenant.email,
  BOMSTREAM_PASSWORD: tenant.password,
});

describe('bomstream', () => {
  it('says what it can do, and what is no command', async () => {
    expect(await cli.run(['--help'], {})).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Usage: /),
    });
    expect(await cli.run([], {})).toMatchObject({ code: 1, output: expect.stringMatching(/^Usage: /) });
    for (const args of [['fly'], ['watch'], ['watch', 'a', 'b'], ['doctor', 'a']]) {
      const { code, output } = await cli.run(args, {});
      expect(code).toBe(1);
      expect(output.split('\n')[0]).toBe(`"${args.join(' ')}" is no command.`);
    }
    expect(await cli.run(['watch', '--fast'], {})).toMatchObject({
      code: 1,
      output: expect.stringContaining('--fast'),
    });
  });
});

describe('bomstream watch', () => {
  it('shows a run to its end, and what came of it', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL', 'NOBODY-KNOWS-1']);
    await tenant.start(bomId);
    const { code, output } = await cli.run(['watch', bomId], member());
    expect(code, output).toBe(0);
    expect(output).toMatch(
      /^1-\d+ {2}enrichment\.completed {2}100\.0 % {2}2\/2 lines {2}batch 1\/1 {2}completed$/m,
    );
    expect(output).toMatch(/^ {2}enriched {10}1\n {2}not found {9}1\n/m);
    // Again, long after: what it says is of the run, not of the watching.
    expect((await cli.run(['watch', bomId], member())).output.split('\n\n')[1]).toBe(output.split('\n\n')[1]);
  });

  it('ends with another code than 0 when the run did not complete', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL']);
    await tenant.start(bomId);
    await tenant.call('POST', `enrichment/${bomId}/cancel`);
    const { code, output } = await cli.run(['watch', bomId], member());
    expect([code, output]).toEqual([1, expect.stringMatching(/status {12}cancelled/)]);
  });

  it('says why it cannot', async () => {
    const missing = '6f1c0b0e-3b1f-4d0a-9f55-0d5a4d1b7c11';
    expect(await cli.run(['watch', missing], member())).toEqual({
      code: 1,
      output: expect.stringMatching(/^There is no BOM with this id.*\(404 bom_not_found\)\n$/),
    });
    expect((await cli.run(['watch', 'board.csv'], member())).output).toMatch(
      /must be a UUID.*\(400 invalid_id\)\n$/,
    );
    expect((await cli.run(['watch', missing], { ...member(), BOMSTREAM_PASSWORD: 'wrong' })).output).toMatch(
      /cannot sign in/,
    );
    expect(await cli.run(['watch', missing], {})).toEqual({
      code: 1,
      output: 'No stack is running here. Start it in another terminal: npm start -- --serve\n',
    });
  });

  it('finds the stack that an install has noted down, and its demo user', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bomstream-install-'));
    const running = { pid: 1, apiUrl: stack.apiUrl, pageUrl: stack.pageUrl, keyId: 'none' };
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    writeFileSync(
      join(folder, 'keys.json'),
      JSON.stringify({ ...stack.keys, demoPassword: 'of another one' }),
    );
    try {
      expect((await cli.run(['watch', 'any'], { BOMSTREAM_LOCAL: folder })).output).toMatch(
        /^demo@bomstream\.local cannot sign in: /,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
