/** The command line: which commands there are, and what holds for all of them. */
import { Command, CommanderError, Option } from 'commander';
import type { Define } from './command.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { FORMATS } from './output.ts';

/** package.json's, put in by the build. */
declare const VERSION: string;

interface Listed {
  readonly summary: string;
  /** A short command is not to wait for what others need. */
  readonly load: () => Promise<{ readonly default: Define }>;
}

const COMMANDS: Readonly<Record<string, Listed>> = {
  login: { summary: 'sign in, and stay signed in', load: () => import('./commands/login.ts') },
  logout: { summary: 'end the session that login began', load: () => import('./commands/logout.ts') },
  import: {
    summary: 'import BOMs in whatever format a tool exports them, and ask where one is unsure',
    load: () => import('./commands/import.ts'),
  },
  preview: {
    summary: 'say how a file would be read, and store nothing',
    load: () => import('./commands/preview.ts'),
  },
  start: { summary: 'start a run, which looks parts up', load: () => import('./commands/start.ts') },
  watch: {
    summary: "show a BOM's run as it goes on; the exit code says how it ended",
    load: () => import('./commands/watch.ts'),
  },
  status: {
    summary: 'say how far a BOM is, or who you are and which runs are going on',
    load: () => import('./commands/status.ts'),
  },
  list: { summary: 'list BOMs', load: () => import('./commands/list.ts') },
  lines: {
    summary: 'list what a BOM asks for and what was found, all of it or what is wrong',
    load: () => import('./commands/lines.ts'),
  },
  review: {
    summary: 'list the lines that need somebody, and decide',
    load: () => import('./commands/review.ts'),
  },
  export: {
    summary: 'write a BOM with all that is known of it to a file',
    load: () => import('./commands/export.ts'),
  },
  order: {
    summary: 'make an order list for a distributor',
    load: () => import('./commands/order.ts'),
  },
  compare: {
    summary: 'say what differs between two BOMs, or two runs of one',
    load: () => import('./commands/compare.ts'),
  },
  release: {
    summary: 'freeze a BOM with its parts and prices as they are now',
    load: () => import('./commands/release.ts'),
  },
  links: {
    summary: 'list, make and revoke links with which somebody without an account reads a BOM',
    load: () => import('./commands/links.ts'),
  },
  delete: {
    summary: 'delete BOMs with all that was found of them',
    load: () => import('./commands/delete.ts'),
  },
  catalogue: {
    summary: 'keep the parts of your own list as components of your organization',
    load: () => import('./commands/catalogue.ts'),
  },
  stock: {
    summary: 'keep what your own list says you have on hand',
    load: () => import('./commands/stock.ts'),
  },
  prices: {
    summary: 'keep the prices that your own list says you have agreed',
    load: () => import('./commands/prices.ts'),
  },
  keys: {
    summary: 'list, make and revoke keys with which programs act for an organization',
    load: () => import('./commands/keys.ts'),
  },
  doctor: {
    summary: 'check a running project from outside, and say how to fix what is wrong',
    load: () => import('./commands/doctor.ts'),
  },
};

const EXAMPLES = `Examples:
  bomstream import board.csv            import a BOM; its id is printed
  bomstream start BOM_ID --watch        look its parts up, and show how far it is
  bomstream lines BOM_ID --wrong        list the lines that contradict their parts
`;

const ENVIRONMENT = `Environment:
  SUPABASE_URL           the project; without it, the one that login signed in
                         at, or the stack that npm start runs in this folder
  BOMSTREAM_TOKEN_FILE   path of a file with an access token or a key
  BOMSTREAM_TOKEN        an access token
  BOMSTREAM_KEY          a key for programs
  BOMSTREAM_EMAIL, BOMSTREAM_PASSWORD, SUPABASE_PUBLISHABLE_KEY
                         a member who signs in for this command alone
  SUPABASE_SECRET_KEY    for doctor, with the email and password of an admin
  NO_COLOR               no colours`;

export function createProgram(): Command {
  const program = new Command('bomstream')
    .description('Bills of materials: imported, looked up, judged and exported.')
    .version(VERSION, '-V, --version', 'print the version')
    .addOption(
      new Option('--output <format>', 'text for people, json, or ndjson: a value a line as they come')
        .choices(FORMATS).default('text'),
    )
    .option('--token-file <path>', 'read the access token or key from this file')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print how a command is called')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Add --help to see what can be said.')
    .exitOverride()
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', () => `\n${ENVIRONMENT}\n\n${exitCodes()}`)
    .hook('preSubcommand', async (_program, command) => {
      const { default: define } = await COMMANDS[command.name()]!.load();
      define(command);
    });
  for (const [name, { summary }] of Object.entries(COMMANDS)) {
    program.command(name).summary(summary).description(`${summary[0]!.toUpperCase()}${summary.slice(1)}.`);
  }
  return program;
}

/** `help order` calls `order --help`: what a command takes is known when it is called. One that is none is said to be none. */
export function callOf(program: Command, args: readonly string[]): readonly string[] {
  const [first, ...asked] = args;
  if (first !== 'help') return args;
  const isCommand = program.commands.some((command) => command.name() === asked[0]);
  return asked.length === 0 || isCommand ? [...asked, '--help'] : asked;
}

function exitCodes(): string {
  return ['Exit codes:', ...EXIT_CODES.map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`)]
    .join('\n');
}

/** Whether commander ended it, for help that was asked for or a call that it cannot make sense of; it has said so. */
export const isSaid = (error: unknown): error is CommanderError => error instanceof CommanderError;
