/** BOMs and runs for benches, made by the product's own SQL functions. No runner is called for them. */
import type pg from 'pg';
import { orderableKey } from '../../../shared/parts/part-number.ts';

/** An organization and a user who may edit there. */
export interface Owner {
  readonly userId: string;
  readonly organizationId: string;
}

export interface Bom {
  readonly owner: Owner;
  readonly bomId: string;
}

export async function newOwner(database: pg.Client): Promise<Owner> {
  const { rows: [owner] } = await database.query<Owner>(
    `with u as (insert into auth.users (email) values (gen_random_uuid() || '@example.com') returning id),
          o as (insert into bomstream.organizations (name) values ('Bench') returning id),
          m as (insert into bomstream.organization_members select o.id, u.id, 'editor' from o, u)
     select u.id as "userId", o.id as "organizationId" from u, o`,
  );
  return owner!;
}

/** A BOM of these part numbers, of an owner of its own unless one is given. */
export async function newBom(
  database: pg.Client,
  partNumbers: readonly string[],
  owner?: Owner,
): Promise<Bom> {
  const { userId, organizationId } = owner ??= await newOwner(database);
  const lines = partNumbers.map((mpn, i) => ({
    line_number: i + 1,
    mpn,
    orderable_key: orderableKey(mpn),
    do_not_place: false,
  }));
  const { rows: [row] } = await database.query(
    `select public.bomstream_bom_create($1, $2, null, 'Bench', $3) #>> '{bom,bom_id}' as bom_id`,
    [userId, organizationId, JSON.stringify(lines)],
  );
  return { owner, bomId: row.bom_id };
}

/** Starts a run over all of a BOM's lines and returns its id. */
export async function startRun(database: pg.Client, { owner, bomId }: Bom): Promise<string> {
  const { rows: [row] } = await database.query(
    `select public.bomstream_start($1, $2, $3, null, 5, 'all') #>> '{run,run_id}' as run_id`,
    [owner.userId, bomId, owner.organizationId],
  );
  return row.run_id;
}

export async function cancelRun(database: pg.Client, { owner, bomId }: Bom): Promise<void> {
  await database.query(`select public.bomstream_control($1, $2, 'cancel')`, [owner.userId, bomId]);
}

/** How often the end of runs is looked for. What is measured comes from the database's clock, not from this. */
const LOOK_MS = 50;
/** Far above what any run here takes. */
const GIVE_UP_MS = 180_000;

/** @throws Error when they do not end */
export async function untilEnded(database: pg.Client, runIds: readonly string[]): Promise<void> {
  await until(async () => {
    const { rows: [row] } = await database.query(
      'select count(*)::integer as open from bomstream.enrichment_runs where id = any ($1) and completed_at is null',
      [runIds],
    );
    return row.open === 0;
  });
}

/** @throws Error when it does not become true */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + GIVE_UP_MS; !await holds();) {
    if (Date.now() > deadline) throw new Error('what the bench waits for does not happen');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
