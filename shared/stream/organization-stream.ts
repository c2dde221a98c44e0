/** A stream over an organization: its active BOMs, and new ones as their runs start. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { errorName, type Log } from '../log.ts';
import { Refusal } from '../domain/refusal.ts';
import type { StoredEvent } from '../progress/port.ts';
import { toStoredEvents } from '../progress/table.ts';
import { connectToBom } from './bom-connect.ts';
import { OrganizationBoms, type ResumedBom } from './organization-boms.ts';
import { type OrganizationCursor, parseOrganizationCursor } from './organization-cursor.ts';
import { ActiveBoms, type OrganizationWatch } from './organization-watch.ts';
import { Role } from './rights.ts';
import type { Session } from './session.ts';
import type { Admitted, Supply } from './streams.ts';
import type { Viewer } from './viewer.ts';

const Connected = ActiveBoms.extend({ role: Role });
type Connected = z.infer<typeof Connected>;

const Newest = z.array(z.object({ bom_id: z.string(), event: z.unknown() }));

export interface OrganizationStreamOptions {
  readonly database: Database;
  readonly watch: OrganizationWatch;
  readonly log: Log;
}

export function createOrganizationStream({ database, watch, log }: OrganizationStreamOptions): Supply {
  return { look, open };

  async function look({ viewer, scope }: Admitted): Promise<boolean> {
    await connectToOrganization(viewer, scope.id);
    return true;
  }

  async function open(
    session: Session,
    { viewer, scope: { id: organizationId }, cursorText }: Admitted,
  ): Promise<boolean> {
    const active = await connectToOrganization(viewer, organizationId);
    const cursor = cursorText === null ? null : parseOrganizationCursor(cursorText);
    const resumed = cursor && await resume(viewer, organizationId, cursor);
    const boms = new OrganizationBoms({ session, readNewest });
    await boms.open({
      connected: { schema_version: 1, organization_id: organizationId, bom_ids: active.bom_ids },
      role: active.role,
      reset: cursorText !== null && resumed === null,
      resumed,
      active,
    });
    session.atEnd(watch.follow(organizationId, (now) => {
      if (now) void follow(boms, now);
      else session.endStream('deleted');
    }));
    return true;
  }

  function connectToOrganization({ kind, id }: Viewer, organizationId: string): Promise<Connected> {
    return database.call('bomstream_organization_connect', {
      p_user_id: kind === 'admin' ? null : id,
      p_organization_id: organizationId,
      p_with_admin_token: kind === 'admin',
    }, Connected);
  }

  /** @returns null when the cursor leads nowhere: unknown, too far behind, or of a BOM that is not the organization's */
  async function resume(
    viewer: Viewer,
    organizationId: string,
    { bomId, id }: OrganizationCursor,
  ): Promise<ResumedBom | null> {
    try {
      const start = await connectToBom(database, viewer, bomId, id);
      if (start.organizationId !== organizationId || start.cursor !== 'honoured' || !start.newest) {
        return null;
      }
      return { bomId, cursor: id, newest: start.newest };
    } catch (error) {
      // Deleted meanwhile, or never the viewer's: either way there is nothing to go on with.
      if (error instanceof Refusal && error.kind === 'missing') return null;
      throw error;
    }
  }

  async function readNewest(bomIds: readonly string[]): Promise<ReadonlyMap<string, StoredEvent>> {
    const newest = await database.call('bomstream_newest', { p_bom_ids: bomIds }, Newest);
    return new Map(newest.map(({ bom_id, event }) => [bom_id, toStoredEvents(bom_id, [event])[0]!]));
  }

  async function follow(boms: OrganizationBoms, active: ActiveBoms): Promise<void> {
    try {
      await boms.follow(active);
    } catch (error) {
      // What is followed already goes on; the others join after the next look.
      log('organization_join_failed', { error: errorName(error) });
    }
  }
}
