/** The part of PostgREST that the product uses: `POST /rest/v1/rpc/<function>` with named arguments. */
import pg from 'pg';

interface DatabaseFunction {
  readonly argumentTypes: ReadonlyMap<string, string>;
  readonly required: number;
}

export type Rpc = (name: string, args: unknown, role: string, claims: unknown) => Promise<Response>;

/**
 * Calls functions of schema `public` as the given role, one transaction a call, one value an answer.
 * @param database logs in as `authenticator`, who may become the API's roles
 */
export function createRpc(database: pg.Pool): Rpc {
  let functions = new Map<string, DatabaseFunction>();

  return async (name, args, role, claims) => {
    if (args === null || typeof args !== 'object' || Array.isArray(args)) {
      return refuse(400, { code: 'PGRST102', message: 'Empty or invalid json' });
    }
    // Created since the last look? PostgREST reloads its cache on such a miss, too.
    if (!functions.has(name)) functions = await readFunctions(database);
    const called = functions.get(name);
    const given = Object.entries(args);
    if (!called || given.length < called.required || given.some(([key]) => !called.argumentTypes.has(key))) {
      const signature = `public.${name}(${given.map(([key]) => key).join(', ')})`;
      return refuse(404, {
        code: 'PGRST202',
        message: `Could not find the function ${signature} in the schema cache`,
      });
    }

    let client: pg.PoolClient;
    try {
      client = await database.connect();
    } catch (error) {
      return unreachable(error);
    }
    let broken: Error | undefined;
    try {
      await client.query('begin');
      await client.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
        role,
        JSON.stringify(claims),
      ]);
      const list = given.map(([key], i) =>
        `${pg.escapeIdentifier(key)} => $${i + 1}::${called.argumentTypes.get(key)}`
      );
      const { rows: [row] } = await client.query(
        `select to_json(public.${pg.escapeIdentifier(name)}(${list.join(', ')}))::text as answer`,
        given.map(([key, value]) => toParameter(value, called.argumentTypes.get(key)!)),
      );
      await client.query('commit');
      return row.answer === null
        ? new Response('null', { headers: { 'content-type': 'application/json' } })
        : new Response(row.answer, { headers: { 'content-type': 'application/json' } });
    } catch (error) {
      await client.query('rollback').catch((e) => broken = e);
      if (error instanceof pg.DatabaseError && error.code) return refuse(statusOf(error.code, role), error);
      broken = error instanceof Error ? error : new Error(String(error));
      return unreachable(broken);
    } finally {
      // A connection in an unknown state must not serve the next caller.
      client.release(broken);
    }
  };
}

function unreachable(error: unknown): Response {
  const detail = error instanceof Error ? error.message : String(error);
  return refuse(503, { code: 'PGRST000', message: 'Could not connect with the database', detail });
}

async function readFunctions(database: pg.Pool): Promise<Map<string, DatabaseFunction>> {
  const { rows } = await database.query<{ name: string; names: string[]; types: string[]; optional: number }>(
    `select p.proname as name, coalesce(p.proargnames, '{}') as names, p.pronargdefaults as optional,
            array(select format_type(t.type, null) from unnest(p.proargtypes) with ordinality as t(type, position)
                  order by t.position) as types
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'`,
  );
  return new Map(rows.map((row) => [row.name, {
    argumentTypes: new Map(row.types.map((type, i) => [row.names[i] ?? '', type])),
    required: row.types.length - row.optional,
  }]));
}

function toParameter(value: unknown, type: string): unknown {
  if (type === 'jsonb' || type === 'json') return value === null ? null : JSON.stringify(value);
  return value;
}

/** HTTP status of a database error, as PostgREST documents it. */
function statusOf(sqlstate: string, role: string): number {
  const custom = /^PT(\d{3})$/.exec(sqlstate);
  if (custom) return Number(custom[1]);
  const exact: Record<string, number> = {
    '23503': 409,
    '23505': 409,
    '25006': 405,
    '42883': 404,
    '42P01': 404,
    '42P17': 500,
    '42501': role === 'anon' ? 401 : 403,
    '53400': 500,
    'P0001': 400,
  };
  if (exact[sqlstate]) return exact[sqlstate];
  const group = sqlstate.slice(0, 2);
  if (group === '08' || group === '53') return 503;
  if (['0L', '0P', '28'].includes(group)) return 403;
  return ['09', '25', '2D', '38', '39', '3B', '40', '54', '55', '57', '58', 'F0', 'HV', 'P0', 'XX'].includes(
      group,
    )
    ? 500
    : 400;
}

function refuse(
  status: number,
  error: { code?: string; message: string; detail?: string; hint?: string },
): Response {
  const { code = null, message, detail: details = null, hint = null } = error;
  return Response.json({ code, message, details, hint }, { status });
}
