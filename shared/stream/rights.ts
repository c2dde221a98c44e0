/** Whether those who watch still may: asked again and again, once for all viewers of the isolate. */
import { z } from 'zod';
import { ROLES } from '../domain/status.ts';
import type { Database } from '../database/port.ts';
import { errorName, type Log } from '../log.ts';
import type { Scope } from './scope.ts';
import type { Viewer } from './viewer.ts';

/** How often there is a look at whom to ask about; what failed is tried again with the next one. */
const LOOK_MS = 5_000;
/**
 * A right is asked for again once it was confirmed this long ago. With the time until the next look and the 8 s that the
 * data API takes at most, a user who lost it is told within 35 s.
 */
const CONFIRM_MS = 20_000;
/**
 * A stream whose right nobody can confirm goes on for this long: longer than a restart or an upgrade of the database takes,
 * and no longer, since a member who was removed just before would go on watching.
 */
const UNCONFIRMED_MS = 5 * 60_000;

/** What a viewer may do, as the database says it; null with the admin token. */
export const Role = z.enum(ROLES).nullish();
export type Role = z.infer<typeof Role>;

/** Of those who may something else than they might: why they may nothing any more, or else their role. */
const Changed = z.array(z.object({
  user_id: z.string(),
  kind: z.enum(['bom', 'organization']),
  id: z.string(),
  reason: z.enum(['access_revoked', 'deleted']).optional(),
  role: z.enum(ROLES).optional(),
}));
type Changed = z.infer<typeof Changed>[number];

/** A stream that ends with the right to it. */
export interface Watched {
  endStream(reason: NonNullable<Changed['reason']>): void;
  roleChanged(role: NonNullable<Role>): void;
  /** Nobody can say whether its client still has the right. */
  endUnconfirmed(): void;
}

interface Watching {
  readonly stream: Watched;
  readonly right: Pick<Changed, 'user_id' | 'kind' | 'id'>;
  role: Role;
  /** When its right was last asked for and found. */
  confirmedAt: number;
}

export interface RightsOptions {
  readonly database: Database;
  readonly log: Log;
  readonly now: () => number;
  /** Starts a repeating timer and returns how to stop it; there is none while nobody watches. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export class Rights {
  readonly #options: RightsOptions;
  readonly #watching = new Map<Watched, Watching>();
  #stop: (() => void) | null = null;
  #isAsking = false;
  #isDue = false;

  constructor(options: RightsOptions) {
    this.#options = options;
  }

  /** @param confirmedAt when the viewer was let in */
  add(stream: Watched, viewer: Viewer, scope: Scope, role: Role, confirmedAt: number): void {
    // What the operator's token opens is no member's right.
    if (viewer.kind === 'admin') return;
    this.#watching.set(stream, { stream, right: { user_id: viewer.id, ...scope }, role, confirmedAt });
    this.#stop ??= this.#options.every(LOOK_MS, () => void this.#look());
  }

  remove(stream: Watched): void {
    this.#watching.delete(stream);
    if (this.#watching.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }

  /** Somebody's right may be another now: all are asked about, at once or with the next look. */
  soon(): void {
    this.#isDue = true;
    void this.#look();
  }

  async #look(): Promise<void> {
    const { now, log } = this.#options;
    const all = [...this.#watching.values()];
    const isDue = this.#isDue || all.some(({ confirmedAt }) => now() - confirmedAt >= CONFIRM_MS);
    // A database that answers slowly must not be asked more often for it.
    if (!this.#isAsking && isDue && all.length > 0) {
      this.#isAsking = true;
      this.#isDue = false;
      try {
        await this.#ask(all);
      } catch (error) {
        log('rights_unknown', { error: errorName(error), streams: all.length });
      } finally {
        this.#isAsking = false;
      }
    }
    for (const { stream, confirmedAt } of [...this.#watching.values()]) {
      if (now() - confirmedAt >= UNCONFIRMED_MS) stream.endUnconfirmed();
    }
  }

  /** @param all those to ask about: who was let in since the question need not be who it is answered for */
  async #ask(all: readonly Watching[]): Promise<void> {
    const { database, now } = this.#options;
    const askedAt = now();
    // Who came while another role held has a role of their own to be told of.
    const viewers = new Map(
      all.map(({ right, role }) => [`${keyOf(right)} ${role}`, role ? { ...right, role } : right]),
    );
    const answer = await database.call(
      'bomstream_lost_rights',
      { p_viewers: [...viewers.values()] },
      Changed,
    );
    const changed = new Map(answer.map((right) => [keyOf(right), right]));
    for (const watching of all) {
      const { reason, role } = changed.get(keyOf(watching.right)) ?? {};
      if (reason) watching.stream.endStream(reason);
      else watching.confirmedAt = askedAt;
      if (!role || role === watching.role) continue;
      watching.role = role;
      watching.stream.roleChanged(role);
    }
  }
}

function keyOf({ user_id, id }: Pick<Changed, 'user_id' | 'id'>): string {
  return `${user_id} ${id}`;
}
