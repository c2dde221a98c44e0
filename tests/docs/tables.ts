/** The tables of docs/api.md, made from the contract of every route. */
import { ERRORS } from '../../shared/api/errors.ts';
import { ROUTES } from '../../shared/api/index.ts';
import { asksWho, callersOf, type Contract } from '../../shared/api/route.ts';

/** A page with its tables as they should be. Each stands between `<!-- name -->` and `<!-- /name -->`. */
export function withTables(page: string): string {
  return Object.entries({ calls: callsTable(), errors: errorsTable() }).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
    const [before, after] = [text.indexOf(begin), text.indexOf(end)];
    if (before < 0 || after < before) throw new Error(`docs/api.md has no place for the table "${name}"`);
    return `${text.slice(0, before + begin.length)}\n${table}${text.slice(after)}`;
  }, page);
}

/** A call as pages write it: `GET boms/{bom_id}`. */
export function callOf({ method, path }: Contract): string {
  return `${method} ${path.slice(1).replaceAll(/:(\w+)/g, '{$1}')}`;
}

function callsTable(): string {
  const routes: readonly Contract[] = ROUTES;
  return table(
    ['call', 'who', 'answers', 'what it does'],
    routes.map((route) => [`\`${callOf(route)}\``, whoOf(route), statusesOf(route), route.summary]),
  );
}

/** The least role, and where it is said, what may have it: people and their keys are a matter of course. */
function whoOf(route: Contract): string {
  if (!asksWho(route)) return route.role;
  const callers = callersOf(route);
  return `${route.role}${callers.includes('key') ? '' : ', no key'}${
    callers.includes('link') ? ', link' : ''
  }`;
}

function statusesOf({ status, otherwise = {} }: Contract): string {
  return [status, ...Object.keys(otherwise)].join(', ');
}

function errorsTable(): string {
  return table(
    ['status', 'code', 'what it says'],
    Object.entries(ERRORS).map(([code, { status, meaning }]) => [String(status), `\`${code}\``, meaning]),
  );
}

/** As `deno fmt` writes it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}
