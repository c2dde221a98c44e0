import { compareEventIds, parseEventId } from '../../../shared/domain/event-id.ts';
import type { EventEnvelope, RunState } from '../../../shared/domain/event.ts';
import { nameOf } from '../bom/name.ts';
import type { BomSummary } from '../lib/api.ts';

/** What the list shows of a BOM. */
export interface ListedBom extends
  Pick<
    BomSummary,
    | 'bom_id'
    | 'organization_id'
    | 'project_id'
    | 'name'
    | 'line_count'
    | 'created_at'
    | 'release'
    | 'boards'
    | 'answer'
    | 'nothing_to_look_up'
    | 'revision_of'
  > {
  readonly latest_run: { readonly event_id: string; readonly state: RunState } | null;
}

/** A BOM as it is after an event of its own, where that is news: an answer may be older than an event that came before it. */
export function withEvent(bom: ListedBom, event: EventEnvelope | undefined): ListedBom {
  if (!event) return bom;
  const known = bom.latest_run && parseEventId(bom.latest_run.event_id);
  if (compareEventIds(parseEventId(event.event_id), known) <= 0) return bom;
  const { event_id, state } = event;
  return { ...bom, latest_run: { event_id, state } };
}

/** Those of which a file may be a revision: the one that somebody came to revise need not be among the listed ones. */
export const withRevised = <Bom extends Pick<BomSummary, 'bom_id'>>(
  listed: readonly Bom[],
  revised: Bom | undefined,
): readonly Bom[] =>
  revised && !listed.some(({ bom_id }) => bom_id === revised.bom_id) ? [revised, ...listed] : listed;

/** Names, as they are shown, that more than one of them has. */
export function namesTwice(boms: readonly Pick<ListedBom, 'name'>[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of boms) {
    const shown = nameOf(name);
    (once.has(shown) ? twice : once).add(shown);
  }
  return twice;
}
