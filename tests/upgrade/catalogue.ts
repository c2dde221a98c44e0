/** What a database is, out of pg_catalog: everything that a migration can make, without what differs between any two. */
import type { Json } from '../support/database.ts';

type Query = (sql: string) => Promise<readonly Json[]>;

/** What there is, by kind and name, and all that can be said of it. */
export type Catalogue = ReadonlyMap<string, string>;

/** Whoever has a right to an object by itself or by default, in the same order everywhere. */
const rights = (acl: string, kind: string, owner: string) => `
  coalesce((select string_agg(format('%s has %s%s', coalesce(g.rolname, 'PUBLIC'), a.privilege_type,
                                     case when a.is_grantable then ' to give away' else '' end), ', '
                              order by g.rolname, a.privilege_type)
            from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a
            left join pg_roles g on g.oid = a.grantee), 'nobody has any')`;
const comment = (oid: string, catalogue: string) => `obj_description(${oid}, '${catalogue}')`;

const SCHEMAS = `('bomstream', 'public')`;
/** Each answers kind, name and what there is to say, as a row of values that may be null. */
const PARTS: readonly (readonly [kind: string, name: string, says: string, from: string])[] = [
  [
    'schema',
    'n.nspname',
    `n.nspowner::regrole, ${rights('n.nspacl', 'n', 'n.nspowner')}, ${comment('n.oid', 'pg_namespace')}`,
    `pg_namespace n where n.nspname = 'bomstream'`,
  ],
  [
    'table',
    'c.oid::regclass::text',
    `c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.reloptions,
     c.relowner::regrole, ${rights('c.relacl', 'r', 'c.relowner')}, ${comment('c.oid', 'pg_class')},
     case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end`,
    `ours c where c.relkind in ('r', 'p', 'v', 'm', 'f')`,
  ],
  [
    'column',
    `a.attrelid::regclass || '.' || a.attname`,
    `format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation, a.attnotnull, a.attidentity, a.attgenerated, a.attstorage,
     pg_get_expr(d.adbin, d.adrelid), a.attacl, col_description(a.attrelid, a.attnum)`,
    `ours c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where c.relkind in ('r', 'p', 'v', 'm', 'f')`,
  ],
  [
    'constraint',
    `k.conrelid::regclass || ' ' || k.conname`,
    `pg_get_constraintdef(k.oid), k.convalidated, k.condeferrable, k.condeferred, ${
      comment('k.oid', 'pg_constraint')
    }`,
    // before PostgreSQL 18 a column alone says that it takes no null
    `ours c join pg_constraint k on k.conrelid = c.oid where k.contype <> 'n'`,
  ],
  [
    'index',
    'i.indexrelid::regclass::text',
    `pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered, ${comment('i.indexrelid', 'pg_class')}`,
    `ours c join pg_index i on i.indrelid = c.oid`,
  ],
  [
    'sequence',
    's.seqrelid::regclass::text',
    `format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
     ${rights('c.relacl', 's', 'c.relowner')}`,
    `ours c join pg_sequence s on s.seqrelid = c.oid`,
  ],
  [
    'function',
    'p.oid::regprocedure::text',
    `pg_get_functiondef(p.oid), p.proowner::regrole, ${rights('p.proacl', 'f', 'p.proowner')}, ${
      comment('p.oid', 'pg_proc')
    }`,
    `pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ${SCHEMAS} where p.prokind in ('f', 'p')`,
  ],
  [
    'trigger',
    `t.tgrelid::regclass || ' ' || t.tgname`,
    `pg_get_triggerdef(t.oid), t.tgenabled, ${comment('t.oid', 'pg_trigger')}`,
    `ours c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal`,
  ],
  [
    'policy',
    `p.polrelid::regclass || ' ' || p.polname`,
    `p.polcmd, p.polpermissive, array(select r.rolname from pg_roles r where r.oid = any (p.polroles) order by 1),
     pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)`,
    `ours c join pg_policy p on p.polrelid = c.oid`,
  ],
  [
    'type',
    't.oid::regtype::text',
    `t.typtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
     array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)`,
    `pg_type t join pg_namespace n on n.oid = t.typnamespace and n.nspname in ${SCHEMAS} where t.typtype in ('e', 'd', 'r')`,
  ],
  ['extension', 'e.extname', 'null', 'pg_extension e'],
  [
    'default right',
    `d.defaclrole::regrole || ' ' || d.defaclnamespace::regnamespace || ' ' || d.defaclobjtype::text`,
    'd.defaclacl',
    'pg_default_acl d',
  ],
  ['job', 'j.jobname', 'j.schedule, j.command, j.active', 'cron.job j'],
];

/** Reads all of it, and every row that the migrations have put into a table. */
export async function readCatalogue(query: Query): Promise<Catalogue> {
  const found = await query(
    `with ours as (select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${SCHEMAS})` +
      PARTS.map(([kind, name, says, from]) =>
        // as text: of type name it would end after 63 characters, and two of a long table would be one
        `select '${kind}' as kind, (${name})::text as name, row(${says})::text as says from ${from}`
      ).join(' union all '),
  );
  const tables = found.filter(({ kind }) => kind === 'table').map(({ name }) => name);
  const rows = await query(
    tables.map((table) =>
      `select 'rows of' as kind, '${table}' as name, coalesce(jsonb_agg(t order by t::text), '[]')::text as says
       from ${table} t`
    ).join(' union all '),
  );
  return new Map([...found, ...rows].map(({ kind, name, says }) => [`${kind} ${name}`, says]));
}

/** What is in one alone, or not the same in both, a sentence each. */
export function differences(left: Catalogue, right: Catalogue): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((what) => {
    const [one, other] = [left.get(what), right.get(what)];
    if (one === other) return [];
    return [`${what}: ${one ?? 'is not there'} | ${other ?? 'is not there'}`];
  });
}
