/** What the help of the command line says, and that the guide says the same. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from 'commander';
import { EXIT_CODES } from '../../../cli/exit-codes.ts';
import { callOf, createProgram } from '../../../cli/program.ts';
import { readDocument } from '../../support/readme.ts';
import { ROOT } from '../../support/stack.ts';

// as the build puts it in
beforeAll(() => void vi.stubGlobal('VERSION', '1.2.3'));
afterAll(() => void vi.unstubAllGlobals());

/** The command as it is when it was called. */
async function called(...names: string[]): Promise<{ readonly help: string; readonly command: Command }> {
  const program = createProgram();
  let help = '';
  program.configureOutput({ writeOut: (text) => help += text });
  for (const each of program.commands) each.configureOutput({ writeOut: (text) => help += text });
  await program.parseAsync([...names, '--help'], { from: 'user' }).catch(() => {});
  const command = names.reduce<Command>(
    (above, name) => above.commands.find((each) => each.name() === name)!,
    program,
  );
  return { help, command };
}

const commands = () =>
  createProgram().commands.map((command) => [command.name(), command.summary()] as const);

/** The rows of the guide's table below this header. */
function rows(header: string): string[][] {
  const [, table = ''] = readDocument('docs/guide/command-line.md').split(
    new RegExp(`^\\| ${header} +\\|.*\\n\\|[- |]+\\n`, 'm'),
  );
  return table.split('\n\n')[0]!.trim().split('\n').map((row) =>
    row.split('|').slice(1, -1).map((cell) => cell.trim())
  );
}

describe('the guide', () => {
  it('has every command, as the help says it', () => {
    expect(rows('command')).toEqual(commands().map(([name, summary]) => [`\`${name}\``, summary]));
  });

  it('has every exit code', () => {
    expect(rows('exit code')).toEqual(
      EXIT_CODES.map(([code, meaning]) => [`${code}`, meaning.replaceAll(/--[\w-]+/g, '`$&`')]),
    );
  });
});

describe('the help', () => {
  it('has a file for each command', () => {
    const files = readdirSync(join(ROOT, 'cli/commands')).map((file) => file.replace('.ts', ''));
    expect(commands().map(([name]) => name).toSorted()).toEqual(files.toSorted());
  });

  it('of every command begins with examples of it, and describes every option', async () => {
    for (const [name] of commands()) {
      const { command, help: first } = await called(name);
      expect(first).toMatch(new RegExp(`^Examples:\n {2}bomstream ${name}\\b`));
      for (const leaf of command.commands.length > 0 ? command.commands : [command]) {
        const names = leaf === command ? [name] : [name, leaf.name()];
        const { help } = await called(...names);
        expect(help).toMatch(new RegExp(`^Examples:\n {2}bomstream ${names.join(' ')}\\b`));
        for (const { long, description } of leaf.options) {
          expect(description, `${names} ${long}`).not.toBe('');
        }
        expect(help).toContain('bomstream help explains the environment and the exit codes.');
        expect(leaf.options.map(({ long }) => long)).not.toContain('--password');
      }
    }
  });

  it.each([
    [['help'], ['--help']],
    [['help', 'links', 'create'], ['links', 'create', '--help']],
    // no such command: commander says which one is meant
    [['help', 'lnes'], ['lnes']],
    [['lines', 'help'], ['lines', 'help']],
  ])('of %j is what %j prints', (args, call) => {
    expect(callOf(createProgram(), args)).toEqual(call);
  });

  it('of an option that takes a number says between what', async () => {
    const words: string[] = [];
    const program = createProgram();
    for (const each of [program, ...program.commands]) each.configureOutput({ writeErr: () => {} });
    for (
      const args of [['links', 'create', 'B', '--name', 'N', '--days', '9999'], [
        'order',
        'B',
        '--boards',
        '0',
      ]]
    ) {
      await program.parseAsync(args, { from: 'user' }).catch((error) => words.push(error.message));
    }
    expect(words).toEqual([
      expect.stringContaining('from 1 to 90.'),
      expect.stringContaining('from 1 to 1,000,000.'),
    ]);
  });

  it.each([
    ['mouser', 'Did you mean mouser_paste or mouser_upload?'],
    ['Mouser-Paste', 'Did you mean mouser_paste or mouser_upload?'],
    ['digkey', 'Did you mean digikey_paste or digikey_upload?'],
    ['rs', 'farnell, newark, tme.'],
    ['', 'farnell, newark, tme.'],
  ])('of the list %j says which ones there are, and which is meant', async (list, end) => {
    const program = createProgram();
    for (const each of [program, ...program.commands]) each.configureOutput({ writeErr: () => {} });
    const error = await program.parseAsync(['order', 'B', '--list', list], { from: 'user' }).then(
      () => null,
      (error: Error) => error,
    );
    expect(error?.message).toContain(`'--list <list>' argument '${list}' is invalid.`);
    expect(error?.message.endsWith(end), error?.message).toBe(true);
    expect(error?.message).toContain('mouser_paste');
  });

  it('says the exit codes and the variables of the environment', async () => {
    const { help } = await called();
    for (const [code, meaning] of EXIT_CODES) expect(help).toContain(`${code}  ${meaning}`);
    for (const name of ['SUPABASE_URL', 'BOMSTREAM_TOKEN_FILE', 'BOMSTREAM_KEY', 'NO_COLOR']) {
      expect(help).toContain(name);
    }
  });
});
