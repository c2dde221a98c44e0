/** The functions, called as the signed-in user. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { LinesPage } from '../../client/bom-feed.ts';
import type { SupplierOffer } from '../../shared/domain/component.ts';
import type { EventEnvelope, RunState } from '../../shared/domain/event.ts';
import type { Role, RunMode, RunStatus } from '../../shared/domain/status.ts';

export interface BomSummary {
  readonly bom_id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly line_count: number;
  readonly created_at: string;
  readonly status: RunStatus | null;
  readonly latest_run: { readonly run: number; readonly state: RunState } | null;
}

/** An offer as a line has it. */
export interface Offer extends SupplierOffer {
  readonly supplier: string;
  /** The organization's own, seen by nobody else. */
  readonly own: boolean;
  readonly fetched_at: string;
}

/** What was noticed when a file was read. */
export interface Issue {
  readonly severity: 'warning' | 'info';
  readonly code: string;
  readonly detail: string;
}

export interface BomListAnswer {
  readonly organizations: readonly {
    readonly organization_id: string;
    readonly name: string;
    readonly role: Role;
  }[];
  readonly boms: readonly BomSummary[];
}

export interface Api {
  streamUrl(bomId: string): string;
  /** Opens this BOM's stream, for its address. */
  ticket(bomId: string): Promise<string>;
  listBoms(): Promise<BomListAnswer>;
  readBom(bomId: string): Promise<BomSummary>;
  createBom(
    organizationId: string,
    name: string,
    csv: string,
  ): Promise<BomSummary & { readonly issues: readonly Issue[] }>;
  readLines(bomId: string, since: string | null, after: number | null): Promise<LinesPage>;
  readOffers(bomId: string, lineId: string): Promise<readonly Offer[]>;
  readStatus(bomId: string): Promise<EventEnvelope | null>;
  start(bom: BomSummary, mode: RunMode): Promise<unknown>;
  control(bomId: string, action: 'pause' | 'resume' | 'cancel'): Promise<unknown>;
}

interface LineAnswer {
  readonly line: {
    readonly result: { readonly component: { readonly offers: readonly Offer[] } | null } | null;
  };
}

/** A refusal, with the server's own sentence, which is written for the person who reads it. */
class Refusal extends Error {
  constructor(message: string, readonly code: string | undefined) {
    super(message);
  }
}

const NO_TICKETS =
  'Live updates are off: the operator of this installation has to set BOMSTREAM_TICKET_KEYS. ' +
  'Until then this page looks for news every half minute.';

export function createApi(supabaseUrl: string, supabase: SupabaseClient): Api {
  const base = `${supabaseUrl}/functions/v1`;

  async function token(): Promise<string> {
    const { data, error } = await supabase.auth.getSession();
    if (error) throw error;
    if (!data.session) throw new Error('You are signed out. Sign in again.');
    return data.session.access_token;
  }

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${base}/${path}`, {
      method,
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    }).catch(() => {
      throw new Error('The server cannot be reached. Check your connection.');
    });
    // A proxy that stands in for the server may answer with a page of its own.
    const answer = await response.json().catch(() => null);
    if (response.ok && answer !== null) return answer;
    const sentence = `The server answered ${response.status}. Try again in a moment.`;
    throw new Refusal(answer?.detail ?? answer?.message ?? sentence, answer?.code);
  }

  return {
    streamUrl: (bomId) => `${base}/enrichment-stream/${bomId}`,
    ticket: async (bom_id) => {
      try {
        return (await call<{ ticket: string }>('POST', 'enrichment/tickets', { bom_id })).ticket;
      } catch (error) {
        const isOff = error instanceof Refusal && error.code === 'tickets_not_configured';
        throw isOff ? new Error(NO_TICKETS) : error;
      }
    },
    listBoms: () => call('GET', 'boms'),
    readBom: (bomId) => call('GET', `boms/${bomId}`),
    createBom: (organization_id, name, csv) => call('POST', 'boms', { organization_id, name, csv }),
    readLines: (bomId, since, after) => {
      const query = new URLSearchParams({
        ...(since === null ? {} : { since }),
        ...(after === null ? {} : { after: `${after}` }),
      });
      return call('GET', `boms/${bomId}/lines?${query}`);
    },
    readOffers: async (bomId, lineId) => {
      const { line } = await call<LineAnswer>('GET', `boms/${bomId}/lines/${lineId}`);
      return line.result?.component?.offers ?? [];
    },
    readStatus: async (bomId) => {
      const event = await call<EventEnvelope | { event_id: null }>('GET', `enrichment/${bomId}/status`);
      return event.event_id === null ? null : event;
    },
    start: ({ bom_id, organization_id }, mode) =>
      call('POST', `enrichment/${bom_id}/start`, { organization_id, mode }),
    control: (bomId, action) => call('POST', `enrichment/${bomId}/${action}`),
  };
}
