/** Whether the database has every function that is called. */
import { FUNCTIONS } from '../../shared/database/functions.ts';
import type { DatabaseHealth } from '../../shared/database/health.ts';
import { fail, type Finding, ok } from './finding.ts';

/** Those that the functions call, and those that cron calls. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...FUNCTIONS,
  bomstream_tick: {},
  bomstream_sweep: {},
};

export function checkRpcs({ functions }: Pick<DatabaseHealth, 'functions'>): Finding {
  const missing = Object.keys(NEEDED).filter((name) =>
    !Object.keys(NEEDED[name]!).every((parameter) => functions[name]?.includes(parameter)) ||
    functions[name] === undefined
  );
  return missing.length === 0
    ? ok(`All ${Object.keys(NEEDED).length} functions of the database are there`)
    : fail(sentence(missing), mendRpcs(missing));
}

function sentence(missing: readonly string[]): string {
  const names = missing.map((name) => `public.${name}`).join(', ');
  const [are, do_] = missing.length === 1 ? ['is', 'does'] : ['are', 'do'];
  return `${names} ${are} missing, ${do_} not take the right parameters, or ${are} closed to service_role.`;
}

/** Each file makes its function anew, with its rights. */
export function mendRpcs(names: readonly string[]): string {
  const files = names.map((name) => `-f supabase/schemas/rpc/${name}.sql`).join(' ');
  return `psql "$DATABASE_URL" ${files} (or run the files in the SQL editor)`;
}
