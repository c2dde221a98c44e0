/** Which BOMs of an organization have a run at work: asked once per isolate, however many clients follow it. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { errorName, type Log } from '../log.ts';

/** How late a new run may join the streams of its organization, unless it is quiet there. Each look is a transaction. */
const LOOK_MS = 5_000;

/**
 * `more`: there are more BOMs with a run at work than are named. `changed`: the BOMs of whose lines people changed something
 * within the last minute, or which they released, active or not.
 * `deleted`: those that were deleted within it. `members_changed_at`: when a member got another role or left, if within it.
 */
export const ActiveBoms = z.object({
  bom_ids: z.array(z.string()),
  more: z.boolean(),
  changed: z.array(z.object({ bom_id: z.string(), change_id: z.int() })),
  deleted: z.array(z.string()),
  members_changed_at: z.string().nullish(),
});
export type ActiveBoms = z.infer<typeof ActiveBoms>;

const Active = z.array(ActiveBoms.extend({ organization_id: z.string() }));

/** @param active null: the organization was deleted */
export type Follower = (active: ActiveBoms | null) => void;

export interface OrganizationWatch {
  /** Calls back after each look; returns how to stop. */
  follow(organizationId: string, follower: Follower): () => void;
}

export interface OrganizationWatchOptions {
  readonly database: Database;
  readonly log: Log;
  /** Starts a repeating timer and returns how to stop it; there is none while nobody follows. */
  readonly every: (ms: number, work: () => void) => () => void;
  readonly now: () => number;
  /** The hub's, which says how often looks are worth while, and hears of news. */
  readonly hub: { readonly lookMs: number; arrived(since: number): void };
  /** Called where the members of an organization, or what they may do, are others now. */
  readonly onMembers: () => void;
}

export function createOrganizationWatch(
  { database, log, every, now, hub, onMembers }: OrganizationWatchOptions,
): OrganizationWatch {
  const followers = new Map<string, Set<Follower>>();
  let stop: (() => void) | null = null;
  let isLooking = false;
  let lookedAt = 0;
  /** The newest of what people changed in any of them. */
  let newestChange = 0;
  /** Those of its members that the last look told of, by organization. */
  let toldMembers = new Map<string, string>();

  return {
    follow(organizationId, follower) {
      const those = followers.get(organizationId) ?? new Set();
      followers.set(organizationId, those.add(follower));
      stop ??= every(LOOK_MS, () => void look());
      return () => {
        those.delete(follower);
        if (those.size === 0 && followers.get(organizationId) === those) followers.delete(organizationId);
        if (followers.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };

  async function look(): Promise<void> {
    // A database that answers slowly must not be asked more often for it.
    if (isLooking || now() - lookedAt < hub.lookMs - LOOK_MS / 2) return;
    isLooking = true;
    lookedAt = now();
    try {
      const p_organization_ids = [...followers.keys()];
      const active = await database.call('bomstream_active', { p_organization_ids }, Active);
      const changes = active.flatMap(({ changed }) => changed.map(({ change_id }) => change_id));
      // Where people are at work, somebody waits for the next change, too.
      if (changes.some((change) => change > newestChange)) hub.arrived(now());
      newestChange = Math.max(newestChange, ...changes);
      const members = new Map(
        active.flatMap(({ organization_id: id, members_changed_at: at }) => at ? [[id, at] as const] : []),
      );
      if ([...members].some(([id, at]) => toldMembers.get(id) !== at)) onMembers();
      toldMembers = members;
      const answers = new Map(active.map((answer) => [answer.organization_id, answer]));
      for (const organizationId of p_organization_ids) {
        const answer = answers.get(organizationId) ?? null;
        for (const follower of [...followers.get(organizationId) ?? []]) follower(answer);
      }
    } catch (error) {
      // What is followed already goes on; new runs join a little later.
      log('organization_look_failed', { error: errorName(error) });
    } finally {
      isLooking = false;
    }
  }
}
