/** `bomstream login`: a session that later commands use. */
import process from 'node:process';
import type { Command } from 'commander';
import { askSecret, askText, isAsking } from '../ask.ts';
import { signInWithPassword } from '../auth.ts';
import { describe, outputOf } from '../command.ts';
import { readSecret } from '../connect.ts';
import { Misuse } from '../exit-codes.ts';
import { findLocalProject } from '../local-install.ts';
import { say } from '../output.ts';
import { addressOf, forHeader, SUCH_AS, urlInEnvironment } from '../project.ts';
import { writeSession } from '../session-file.ts';

interface Options {
  readonly url?: string;
  readonly publishableKey?: string;
  readonly email?: string;
  readonly passwordFile?: string;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream login', 'asks for what it does not know'],
    ['bomstream login --url https://<ref>.supabase.co --publishable-key sb_publishable_…', 'at this project'],
    ['bomstream login --email ada@example.com --password-file secret', 'without a question'],
  ])
    .option('--url <address>', 'the project; without it SUPABASE_URL, then the stack of this folder')
    .option('--publishable-key <key>', 'its publishable key, which is no secret; or SUPABASE_PUBLISHABLE_KEY')
    .option('--email <address>', 'who signs in; or BOMSTREAM_EMAIL')
    .option('--password-file <path>', 'the password is in this file; or BOMSTREAM_PASSWORD')
    .action(login);
}

async function login(options: Options, command: Command): Promise<void> {
  const { env } = process;
  const local = options.url || env.SUPABASE_URL ? null : await findLocalProject();
  const apiUrl = options.url === undefined
    ? urlInEnvironment() ?? local?.apiUrl ??
      givenAddress(await ask('Address of the project', '--url', askText))
    : givenAddress(options.url);
  const publishableKey = forHeader(
    'The publishable key',
    options.publishableKey ?? env.SUPABASE_PUBLISHABLE_KEY ?? local?.publishableKey ??
      await ask('Its publishable key', '--publishable-key', askText),
  );
  const email = options.email ?? env.BOMSTREAM_EMAIL ?? await ask('Email', '--email', askText);
  const password = options.passwordFile
    ? await readSecret(options.passwordFile)
    : env.BOMSTREAM_PASSWORD ?? await ask('Password', '--password-file', askSecret);
  const session = await signInWithPassword({ apiUrl, publishableKey }, email, password).catch((cause) => {
    throw new Error(`${email} cannot sign in: ${cause.message}`, { cause });
  });
  const file = await writeSession({ apiUrl, publishableKey, email, ...session });
  outputOf(command).value({ url: apiUrl, user: email }, () => `${email} is signed in at ${apiUrl}.`);
  say(`The session is kept in ${file}; bomstream logout ends it.`);
}

/** @throws Misuse that names the flag, where nobody is there to ask */
function ask(question: string, flag: string, by: (question: string) => Promise<string>): Promise<string> {
  if (!isAsking()) throw new Misuse(`Nobody is here to ask. Say it with ${flag}.`);
  return by(question);
}

/** @throws Misuse where it is none */
function givenAddress(text: string): string {
  const address = addressOf(text);
  if (address === null) throw new Misuse(`"${text}" is no address such as ${SUCH_AS}.`);
  return address;
}
