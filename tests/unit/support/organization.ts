/** A stream over the BOMs of an organization, by itself and through the endpoint. */
import { Refusal } from '../../../shared/domain/refusal.ts';
import { eventsIn, type StoredEvent } from '../../../shared/progress/port.ts';
import { toDelivery } from '../../../shared/stream/delivery.ts';
import { OrganizationBoms, type OrganizationOpening } from '../../../shared/stream/organization-boms.ts';
import type { ActiveBoms } from '../../../shared/stream/organization-watch.ts';
import { deferred } from './clock.ts';
import type { Functions } from './database.ts';
import { BOM, ORGANIZATION } from './events.ts';
import type { RequestSketch } from './http.ts';
import { startHub } from './hub.ts';
import { sessionOver } from './session.ts';
import { sseClient } from './sse.ts';
import { connectAnswer, type ConnectArgs, startStreamEndpoint } from './stream-endpoint.ts';

const bomOf = ({ json }: StoredEvent): string => JSON.parse(json).bom_id;

interface Opening extends OrganizationOpening {
  readonly bomIds: readonly string[];
  readonly more: boolean;
  readonly changed: ActiveBoms['changed'];
  readonly deleted: readonly string[];
}

/** A session over a hub, and the client at its other end. */
export function startOrganizationSession({ reading = true }: { readonly reading?: boolean } = {}) {
  const started = startHub();
  const { hub, clock, table } = started;
  const newest = new Map<string, StoredEvent>();
  const asked: string[][] = [];
  let failure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  const { session, client, ...ends } = sessionOver(clock, {
    kind: 'organization',
    hub,
    readOnFrom: (bomId) => async (after) =>
      eventsIn((await table.reader.read([{ bomId, after }])).get(bomId)).map(toDelivery),
  });
  const boms = new OrganizationBoms({
    session,
    async readNewest(bomIds) {
      asked.push([...bomIds]);
      // What is newest when it is asked, however long the answer takes.
      const answer = new Map([...newest].filter(([bomId]) => bomIds.includes(bomId)));
      await gate;
      if (failure) throw failure;
      return answer;
    },
  });
  const publish = (...events: readonly StoredEvent[]) => {
    started.publish(...events);
    for (const event of events) newest.set(bomOf(event), event);
  };
  return {
    ...started,
    ...ends,
    session: {
      get counts() {
        return session.counts;
      },
      follow: (
        bomIds: readonly string[],
        more = false,
        changed: ActiveBoms['changed'] = [],
        deleted: readonly string[] = [],
      ) => boms.follow({ bom_ids: [...bomIds], more, changed, deleted: [...deleted] }),
      tick: () => session.tick(),
      rotate: () => session.rotate(),
      replace: () => session.replace(),
    },
    asked,
    publish,
    client: reading ? client.start() : client,
    failReads: (error: Error | null) => failure = error,
    /** Reads of the newest state wait from now on; returns how to let them go on. */
    holdReads() {
      const { promise, resolve } = deferred<void>();
      gate = promise;
      return resolve;
    },
    open: ({ bomIds = [], more = false, changed = [], deleted = [], ...opening }: Partial<Opening> = {}) =>
      boms.open({
        connected: {},
        role: null,
        reset: false,
        resumed: null,
        active: { bom_ids: [...bomIds], more, changed, deleted: [...deleted] },
        ...opening,
      }),
  };
}

/** The endpoint over an organization with several BOMs, whose database may be changed while it runs. */
export function startOrganizationEndpoint(
  { active = [BOM], adminToken = null }: { active?: readonly string[]; adminToken?: string | null } = {},
) {
  const histories = new Map<string, StoredEvent[]>();
  const database = { active: [...active], more: false, organizationOf: (_bomId: string) => ORGANIZATION };
  const answers: Functions = {
    bomstream_connect: (args) => {
      const bomId = String(args.p_bom_id);
      const history = histories.get(bomId);
      if (!history) throw new Refusal('missing', 'bom_not_found', 'No.');
      const answer = connectAnswer(history, args as unknown as ConnectArgs);
      return { ...answer, organization_id: database.organizationOf(bomId) };
    },
    bomstream_organization_connect: () => ({
      bom_ids: [...database.active],
      more: database.more,
      changed: [],
      deleted: [],
    }),
    bomstream_active: () => [
      {
        organization_id: ORGANIZATION,
        bom_ids: [...database.active],
        more: database.more,
        changed: [],
        deleted: [],
      },
    ],
    bomstream_newest: ({ p_bom_ids }) =>
      (p_bom_ids as string[]).flatMap((bomId) => {
        const newest = histories.get(bomId)?.at(-1);
        return newest ? [{ bom_id: bomId, event: JSON.parse(newest.json) as unknown }] : [];
      }),
  };
  /** What a function answers instead, until it is deleted. */
  const instead: Record<string, Functions[string]> = {};
  const endpoint = startStreamEndpoint({
    adminToken,
    functions: Object.fromEntries(
      Object.keys(answers).map((name) => [name, (args) => (instead[name] ?? answers[name]!)(args)]),
    ),
  });
  /** In Postgres alone. */
  const commit = (...events: readonly StoredEvent[]) => {
    for (const event of events) {
      histories.set(bomOf(event), (histories.get(bomOf(event)) ?? []).concat(event));
    }
    endpoint.table.put(...events);
  };
  const askAll = (query = '', sketch?: RequestSketch) =>
    endpoint.askAt(`/enrichment-stream?organization_id=${ORGANIZATION}${query}`, sketch);
  return {
    ...endpoint,
    answers,
    instead,
    /** What the database knows of the organization. */
    organization: database,
    commit,
    /** In Postgres, and in Redis right after. */
    publish(...events: readonly StoredEvent[]) {
      commit(...events);
      endpoint.redis.put(...events);
    },
    /** A BOM that never ran. */
    addBom: (bomId: string) => void histories.set(bomId, []),
    askAll,
    async followAll(query?: string, sketch?: RequestSketch) {
      const response = await askAll(query, sketch);
      if (response.status !== 200 || !response.body) throw new Error(`refused with ${response.status}`);
      return sseClient(response.body).start();
    },
    /** The functions that were called, in order. */
    called: () => endpoint.database.calls.map(({ name }) => name),
  };
}
