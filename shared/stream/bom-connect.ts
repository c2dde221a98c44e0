/** Rights, newest event and what a client missed of one BOM: one call, one snapshot. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import type { EventId } from '../domain/event-id.ts';
import type { StoredEvent } from '../progress/port.ts';
import { toStoredEvents } from '../progress/table.ts';
import { Role } from './rights.ts';
import type { Viewer } from './viewer.ts';

const Connect = z.object({
  organization_id: z.string(),
  role: Role,
  newest: z.unknown().nullable(),
  change_id: z.int().nullable(),
  cursor: z.enum(['none', 'honoured', 'lost']),
  following: z.array(z.unknown()),
});

export interface BomConnect {
  readonly organizationId: string;
  /** The viewer's; null with the admin token. */
  readonly role: Role;
  /** Null for a BOM that never ran. */
  readonly newest: StoredEvent | null;
  /** The newest of what people changed of its lines; null where nobody did. */
  readonly changeId: number | null;
  /** `lost`: unknown, from the future, or too far behind. */
  readonly cursor: 'none' | 'honoured' | 'lost';
  /** The first of what follows an honoured cursor. */
  readonly following: readonly StoredEvent[];
}

/** @throws Refusal `bom_not_found` when it is not there or not the viewer's */
export async function connectToBom(
  database: Database,
  { kind, id }: Viewer,
  bomId: string,
  cursor: EventId | null,
): Promise<BomConnect> {
  const answer = await database.call('bomstream_connect', {
    p_user_id: kind === 'admin' ? null : id,
    p_bom_id: bomId,
    p_cursor_run: cursor?.run ?? null,
    p_cursor_seq: cursor?.seq ?? null,
    p_with_admin_token: kind === 'admin',
  }, Connect);
  return {
    organizationId: answer.organization_id,
    role: answer.role,
    newest: answer.newest ? toStoredEvents(bomId, [answer.newest])[0]! : null,
    changeId: answer.change_id,
    cursor: answer.cursor,
    following: toStoredEvents(bomId, answer.following),
  };
}
