/** The table of errors against every place that refuses, in TypeScript and in SQL. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../../shared/api/errors.ts';
import { ROUTES } from '../../../shared/api/index.ts';
import { errorsOf } from '../../../shared/api/route.ts';
import { Refusal, type RefusalKind } from '../../../shared/domain/refusal.ts';
import { toProblem } from '../../../shared/http/problem.ts';

/** Refusals of calls that the product itself makes wrongly, or only in the release before: they reach nobody. */
const INNER = ['unknown_action', 'unknown_supplier', 'component_exists'];
/** Of an address that is no route's. */
const NO_ROUTE = ['no_such_route', 'method_not_allowed'];

const sources = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.startsWith('api/errors'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** `[status, code]` of every refusal that a source writes out; a `null` where another place gives the status. */
function refusalsIn(texts: readonly string[], pattern: RegExp): [status: number | null, code: string][] {
  return texts.flatMap((text) =>
    [...text.matchAll(pattern)].map(({ groups }): [number | null, string] => {
      const { status, kind, code } = groups!;
      const { status: ofKind } = toProblem(new Refusal((kind ?? 'invalid') as RefusalKind, code!, ''));
      return [status !== undefined ? Number(status) : kind !== undefined ? ofKind : null, code!];
    })
  );
}

const typescript = sources('shared', '.ts');
const sql = sources('supabase/schemas', '.sql');
const REFUSALS = [
  ...refusalsIn(typescript, /\bProblem\(\s*(?<status>\d{3}),\s*'(?<code>\w+)'/g),
  ...refusalsIn(typescript, /\b(?:Refusal|super)\(\s*'(?<kind>\w+)',\s*'(?<code>\w+)'/g),
  ...refusalsIn(typescript, /\bBomRefusal\(\s*'(?<code>\w+)'/g),
  // Values of an address or a header are refused with the status of the table.
  ...refusalsIn(sources('shared/api', '.ts'), /\btext\(\s*[^']*'(?<code>\w+)',\s*['`]/g),
  ...refusalsIn(sources('shared/api', '.ts'), /\bjsonText\(\w+, '(?<code>\w+)'/g),
  ...refusalsIn(typescript, /\bErrorCode = [^;]*'(?<code>\w+)'/g),
  ...refusalsIn(sql, /\brefuse\((?<status>\d{3}), '(?<code>\w+)'/g),
  ...refusalsIn(sql, /\brequire_role\([^;']*'\w+',\s*'(?<code>\w+)'/g),
].filter(([, code]) => !INNER.includes(code));

const TABLE = Object.entries(ERRORS);

describe('the table of errors', () => {
  it('has every refusal, with its status', () => {
    const statuses = new Map<string, number>(TABLE.map(([code, { status }]) => [code, status]));
    for (const [status, code] of REFUSALS) {
      expect(statuses.has(code), code).toBe(true);
      if (status !== null) expect(status, code).toBe(statuses.get(code));
    }
  });

  it('has none that nothing refuses with', () => {
    const used = new Set(REFUSALS.map(([, code]) => code));
    expect(TABLE.map(([code]) => code).filter((code) => !used.has(code))).toEqual([]);
  });

  it('has none that no call can be refused with', () => {
    const named = new Set<string>([...ROUTES.flatMap((route) => errorsOf(route)), ...NO_ROUTE]);
    expect(TABLE.map(([code]) => code).filter((code) => !named.has(code))).toEqual([]);
  });

  it('says what each means, by rising status', () => {
    for (const [code, { meaning }] of TABLE) expect(meaning, code).toMatch(/^[`A-Z].*\.$/);
    const statuses = TABLE.map(([, { status }]) => status);
    expect(statuses).toEqual(statuses.toSorted((a, b) => a - b));
  });
});

it('refusals are found in each form that the sources have', () => {
  const codes = REFUSALS.map(([, code]) => code);
  expect(codes).toEqual(expect.arrayContaining([
    'missing_token', // new Problem(…)
    'invalid_ticket', // new Refusal(…)
    'database_outdated', // super(…) of a Refusal
    'unknown_column', // new BomRefusal(…)
    'invalid_client', // text(…), a value of an address
    'invalid_query', // such a value without a code of its own
    'run_active', // bomstream.refuse(…)
    'organization_not_found', // given to bomstream.require_role(…)
  ]));
});
