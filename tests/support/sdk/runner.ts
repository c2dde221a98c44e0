/** Watches as it is told, and reports. Runs as it stands on Node, under Deno and in a page. */
import type { watchBom, watchOrganization } from '../../../client/index.ts';
import type { Connection, EventEnvelope, RunState } from '../../../client/index.ts';

export interface Order {
  readonly kind: 'bom' | 'organization';
  readonly id: string;
  readonly url: string;
  /** One after the other; the last one again and again. */
  readonly tokens?: readonly string[];
  readonly silence?: { readonly first: number; readonly after: number };
  readonly nextRuns?: boolean;
  readonly share?: boolean;
  /** What a storage holds from an earlier page. */
  readonly stored?: Readonly<Record<string, string>>;
}

/** What is done with something that is watched. */
export type Command = 'close' | 'refresh';

export interface Seen {
  readonly type: 'update';
  /** Of a BOM. */
  readonly state: RunState | null;
  /** Of an organization, by BOM. */
  readonly states: Readonly<Record<string, RunState>>;
  readonly event: EventEnvelope | null;
  readonly gap: boolean;
  readonly deleted: string | null;
  /** The newest change that people made, of one BOM. */
  readonly changed: number | null;
  readonly role: string | null;
  readonly connection: Connection;
}

export type Report =
  | Seen
  | { readonly type: 'token'; readonly isRefused: boolean }
  | {
    readonly type: 'stored';
    readonly items: Readonly<Record<string, string>>;
  }
  | {
    readonly type: 'end';
    readonly error: {
      readonly name: string;
      readonly status?: number;
      readonly message: string;
    } | null;
  };

export interface Sdk {
  readonly watchBom: typeof watchBom;
  readonly watchOrganization: typeof watchOrganization;
}

/** Nothing is decided by how long a busy machine takes, unless a test says so. */
const PATIENT = { first: 60_000, after: 60_000 };

/** @returns how the watching is ended, and hurried */
export function run(
  sdk: Sdk,
  order: Order,
  report: (report: Report) => void,
): (command: Command) => void {
  const {
    kind,
    id,
    url,
    tokens = ['token'],
    silence = PATIENT,
    nextRuns,
    share,
    stored,
  } = order;
  const controller = new AbortController();
  const items = new Map(Object.entries(stored ?? {}));
  const left = [...tokens];
  const options = {
    url,
    signal: controller.signal,
    silence,
    ...(share === undefined ? {} : { share }),
    token: (isRefused: boolean) => {
      report({ type: 'token', isRefused });
      return left.length > 1 ? left.shift()! : left[0]!;
    },
  };
  const tellStored = () => report({ type: 'stored', items: Object.fromEntries(items) });
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      items.set(key, value);
      tellStored();
    },
    removeItem: (key: string) => {
      items.delete(key);
      tellStored();
    },
  };

  let refresh = () => {};

  async function follow(): Promise<void> {
    if (kind === 'bom') {
      const given = {
        ...options,
        ...(stored ? { storage } : {}),
        ...(nextRuns ? { nextRuns } : {}),
      };
      const watching = sdk.watchBom(id, given);
      refresh = watching.refresh;
      for await (
        const { state, event, gap, changed, role, connection } of watching
      ) {
        report({
          type: 'update',
          state,
          states: {},
          event: event ?? null,
          gap: gap ?? false,
          deleted: null,
          changed: changed?.change_id ?? null,
          role: role ?? null,
          connection,
        });
      }
      return;
    }
    for await (
      const { state, event, gap, deleted, changed, role, connection } of sdk.watchOrganization(
        id,
        options,
      )
    ) {
      report({
        type: 'update',
        state: null,
        states: Object.fromEntries(
          [...state].map(([bomId, { state }]) => [bomId, state]),
        ),
        event: event ?? null,
        gap: gap ?? false,
        deleted: deleted ?? null,
        changed: changed?.change_id ?? null,
        role: role ?? null,
        connection,
      });
    }
  }
  follow().then(
    () => report({ type: 'end', error: null }),
    ({ name, status, message }) => report({ type: 'end', error: { name, status, message } }),
  );
  return (command) => command === 'close' ? controller.abort() : refresh();
}
