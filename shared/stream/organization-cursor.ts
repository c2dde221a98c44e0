/** Where a client of an organization's stream stands: the event it received last, and of which BOM that was. */
import { type EventId, formatEventId, parseEventId } from '../domain/event-id.ts';

export interface OrganizationCursor {
  readonly bomId: string;
  readonly id: EventId;
}

const CURSOR = /^(\d+-\d+)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns null when the text is none of ours */
export function parseOrganizationCursor(text: string): OrganizationCursor | null {
  const [, id = '', bomId = ''] = CURSOR.exec(text) ?? [];
  const event = parseEventId(id);
  return event && { bomId, id: event };
}

export function formatOrganizationCursor({ bomId, id }: OrganizationCursor): string {
  return `${formatEventId(id)}.${bomId}`;
}
