/** What `npm start` can be told. */
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly once: boolean;
  readonly serve: boolean;
  readonly reset: boolean;
  /** Asks a supplier stand-in with made-up parts. */
  readonly sandbox: boolean;
  readonly bom: string | null;
  readonly port: number | undefined;
  readonly paceMs: number;
}

/** The sample is done in half a second. This makes its batches land one by one, for eyes to follow. */
const PACE_MS = 200;
/** The sandbox's sixty lines settle in some twelve seconds, the wait for a supplier's minute included. */
const SANDBOX_PACE_MS = 1_000;

export const USAGE = `Usage: npm start -- [options]

Starts the whole stack, enriches the sample BOM and shows the progress live.

  --bom FILE   enrich your own BOM, in any supported format, instead of the sample
  --once       exit after the run, with code 0 if it completed and 1 if not
  --serve      keep serving afterwards, even without a terminal
  --reset      start with an empty database and new keys
  --sandbox    add four simulated suppliers; their made-up data is labelled as sandbox
  --pace MS    pause between batches, so that you can watch (default ${PACE_MS}, ${SANDBOX_PACE_MS} with --sandbox; 0 is full speed)
  --port N     use four ports from N on (default 54321)
  --help       show this`;

/** @throws Error with a sentence about the first option that is wrong */
export function readOptions(args: string[]): StartOptions | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      bom: { type: 'string' },
      once: { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      sandbox: { type: 'boolean', default: false },
      port: { type: 'string' },
      pace: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (positionals.length > 0) {
    throw new Error(`"${positionals[0]}" is not an option. Name a BOM file with --bom FILE.`);
  }
  if (values.once && values.serve) throw new Error('--once and --serve exclude each other.');
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1024 && port <= 65_532)) {
    throw new Error('--port takes a number from 1024 to 65532.');
  }
  const paceMs = Number(values.pace ?? (values.sandbox ? SANDBOX_PACE_MS : PACE_MS));
  if (!(Number.isInteger(paceMs) && paceMs >= 0 && paceMs <= 10_000)) {
    throw new Error('--pace takes 0 to 10000 milliseconds.');
  }
  return {
    once: values.once,
    serve: values.serve,
    reset: values.reset,
    sandbox: values.sandbox,
    bom: values.bom ?? null,
    port,
    paceMs,
  };
}
