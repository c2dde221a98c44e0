/** The `bomstream` command: what a terminal can do with a project, the one of the environment or the stack of this folder. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { importCatalogue } from './catalogue.ts';
import { messageOf } from './api-client.ts';
import { doctor } from './doctor.ts';
import { importBom } from './import.ts';
import { watch } from './watch.ts';

const USAGE = `Usage: bomstream <command>

  doctor         check a running project from outside and say how to fix what is wrong
  import FILE    import a BOM in whatever format a tool exports it, and ask where it is unsure
      --name NAME            call it so, instead of by the file's name
      --organization ID      import it there, instead of the first organization you may edit in
      --revision-of BOM_ID   take notes and reviews over from this BOM
      --again                import it once more, though there is a BOM of this file
  catalogue import FILE
                 keep the parts of your own list (CSV, XLSX, JSON lines …) as components of your organization. What is there
                 already and says the same is left as it is, so that an import that was interrupted is simply run again
      --source NAME          the list is called so, instead of by the file's name
      --date DATE            and says so as of this day (2026-11-30), instead of when the file was last changed
      --organization ID      as above
                 exit code 0 when every row is kept, 2 when some were refused, 1 when it failed, 130 when it was interrupted
  watch BOM_ID   show a BOM's run as it goes on: exit code 0 when it completed, 1 when not

SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, BOMSTREAM_EMAIL and BOMSTREAM_PASSWORD name a project and a member of it; without
them it is the stack that npm start runs in this folder. doctor needs a member who is an admin, and the project's
SUPABASE_SECRET_KEY.`;

/** The commands that take an option. */
const USES: Readonly<Record<string, string>> = {
  name: 'import',
  organization: 'import and catalogue import',
  'revision-of': 'import',
  again: 'import',
  source: 'catalogue import',
  date: 'catalogue import',
};

async function main(args: string[]): Promise<number> {
  const { values: { help, ...options }, positionals: [command, ...operands] } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      name: { type: 'string' },
      organization: { type: 'string' },
      'revision-of': { type: 'string' },
      again: { type: 'boolean' },
      source: { type: 'string' },
      date: { type: 'string' },
    },
  });
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const [operand] = operands;
  /** Refuses what is another command's. */
  const only = (...names: readonly string[]) => {
    const other = Object.keys(options).find((name) => !names.includes(name));
    if (other !== undefined) throw new Error(`--${other} is for ${USES[other]}.\n\n${USAGE}`);
    return options;
  };
  if (command === 'import' && operands.length === 1) {
    return await importBom(operand!, only('name', 'organization', 'revision-of', 'again'));
  }
  if (command === 'catalogue' && operand === 'import' && operands.length === 2) {
    return await importCatalogue(operands[1]!, only('source', 'date', 'organization'));
  }
  only();
  if (command === 'doctor' && operands.length === 0) return await doctor();
  if (command === 'watch' && operands.length === 1) return await watch(operand!);
  throw new Error(command === undefined ? USAGE : `"${args.join(' ')}" is no command.\n\n${USAGE}`);
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
