/** What is said of an environment that cannot be meant, before anything is asked of a server. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, type Cli } from '../../support/cli.ts';

let cli: Cli;
beforeAll(() => void (cli = buildCli()));
afterAll(() => cli.remove());

/** Nobody listens there. */
const SUPABASE_URL = 'http://127.0.0.1:9';
const MEMBER = {
  SUPABASE_PUBLISHABLE_KEY: 'key',
  BOMSTREAM_EMAIL: 'ada@example.com',
  BOMSTREAM_PASSWORD: 'secret',
};
const NO_HEADER = (name: string) =>
  `${name} has characters that no header takes, such as a line break in its middle.\n`;

describe('what no header takes', () => {
  it.each(['BOMSTREAM_TOKEN', 'BOMSTREAM_KEY'])('in %s is said to be there', async (name) => {
    for (const token of ['one\ntwo', 'one\r\ntwo', 'to\u{1F511}ken']) {
      expect(await cli.run(['list'], { SUPABASE_URL, [name]: token })).toEqual({
        code: 1,
        stdout: '',
        stderr: NO_HEADER(name),
        output: NO_HEADER(name),
      });
    }
    // around it, it does no harm
    expect((await cli.run(['list'], { SUPABASE_URL, [name]: 'token\n' })).stderr).toMatch(
      /cannot be reached/,
    );
  });

  it('in a file is said of the file', async () => {
    const file = join(cli.folder, 'token');
    writeFileSync(file, 'one\ntwo\n');
    for (
      const [args, environment] of [[['--token-file', file], {}], [[], {
        BOMSTREAM_TOKEN_FILE: file,
      }]] as const
    ) {
      expect(await cli.run(['list', ...args], { SUPABASE_URL, ...environment })).toMatchObject({
        code: 1,
        stderr: NO_HEADER(file),
      });
    }
  });

  it('in a key of the project is said of the key', async () => {
    const environment = { SUPABASE_URL, ...MEMBER, SUPABASE_PUBLISHABLE_KEY: 'one\ntwo' };
    expect((await cli.run(['list'], environment)).stderr).toBe(NO_HEADER('SUPABASE_PUBLISHABLE_KEY'));
    expect((await cli.run(['login'], environment)).stderr).toBe(NO_HEADER('The publishable key'));
    const operator = { SUPABASE_URL, ...MEMBER, SUPABASE_SECRET_KEY: 'one\ntwo' };
    expect((await cli.run(['doctor'], operator)).stdout).toContain(NO_HEADER('SUPABASE_SECRET_KEY'));
  });
});

describe('SUPABASE_URL', () => {
  it.each(['notaurl', 'acme.supabase.co', 'ftp://acme.supabase.co', 'http:acme'])(
    '%s is no address, and is named with what it should look like',
    async (url) => {
      const sentence = `SUPABASE_URL is "${url}", which is no address such as https://<ref>.supabase.co.\n`;
      for (
        const [args, environment] of [
          [['list'], { BOMSTREAM_TOKEN: 'token' }],
          [['list'], MEMBER],
          [['list'], {}],
          [['login'], MEMBER],
        ] as const
      ) {
        expect(await cli.run(args, { SUPABASE_URL: url, ...environment })).toMatchObject({
          code: 1,
          stdout: '',
          stderr: sentence,
        });
      }
      expect((await cli.run(['doctor'], { SUPABASE_URL: url, ...MEMBER })).stdout).toContain(sentence);
    },
  );
});
