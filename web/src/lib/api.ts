/** The functions, called as the signed-in user. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { type Answer, type Client, createClient, RefusedCall } from '../../../client/client.ts';
import { problemOf, refusedBy, UNREACHABLE } from '../../../client/problem.ts';
import type { REVIEW_ACTIONS } from '../../../shared/domain/bom.ts';
import type { Verdict } from '../../../shared/domain/judging.ts';
import type { RunMode } from '../../../shared/domain/status.ts';

export type BomSummary = Answer<'GET /boms/:bom_id'>;
export type Organization = Answer<'GET /organizations'>['organizations'][number];
export type ImportedBom = Answer<'POST /boms'>;
export type Preview = Answer<'POST /boms/preview'>;
export type LineAnswer = Answer<'GET /boms/:bom_id/lines/:line_id'>;
/** An offer as a line has it. */
export type Offer = NonNullable<NonNullable<LineAnswer['line']['result']>['component']>['offers'][number];

/** What somebody decides of a line. */
export interface Review {
  readonly action: (typeof REVIEW_ACTIONS)[number];
  /** Of `choose`. */
  readonly choice?: { readonly mpn: string; readonly manufacturer: string };
  /** Of `undo`: what is meant, for somebody may have decided since. */
  readonly change_ids?: number[];
}

/** What somebody else has done meanwhile would be overruled: nothing was done, and the sentence says who did what. */
export const isChangedSince = (error: unknown): error is RefusedCall =>
  error instanceof RefusedCall && error.code === 'changed_since';

/** What of a line somebody changes, by the names of the contract. */
export type LineChanges = Readonly<Record<string, unknown>>;

/** Fields of the forms beside the file; mappings as JSON. */
type PreviewDecisions = Partial<Record<'mapping' | 'table', string | undefined>>;
type ImportDecisions = Partial<
  Record<'mapping' | 'name' | 'revision_of' | 'project_id' | 'again', string | undefined>
>;

/** How the server is asked for BOMs of one state. */
export type Asked =
  | { readonly verdict: Verdict }
  | { readonly status: 'active' | 'failed' | 'none' };

export interface BomFilter {
  readonly project: string | null;
  /** Only those of this state. */
  readonly asked?: Asked | undefined;
  /** A part of the name. */
  readonly search: string;
  readonly after: string | null;
}

export type Api = ReturnType<typeof createApi>;

export const ROLE_REFUSED = 'role_refused';

/**
 * The token of whoever is signed in, renewed where it has to be.
 * @param isRefused the last one was refused, though it looks good: another is fetched
 */
export const tokenOf = (supabase: SupabaseClient) => async (isRefused: boolean): Promise<string> => {
  const { data, error } = isRefused ? await supabase.auth.refreshSession() : await supabase.auth.getSession();
  if (error) throw error;
  if (!data.session) throw new Error('You are signed out. Sign in again.');
  return data.session.access_token;
};

/** @param token of a person, or a read-only link */
export function createApi(supabaseUrl: string, token: (isRefused: boolean) => string | Promise<string>) {
  const client = createClient({ url: supabaseUrl, token: () => token(false) });
  const refusals = new EventTarget();
  /** A role may have become another one since the page asked for it: what it offers then is not what it may. */
  const call: Client['call'] = (...asked) =>
    client.call(...asked).catch((error) => {
      if (error instanceof RefusedCall && error.code === 'role_required') {
        refusals.dispatchEvent(new Event(ROLE_REFUSED));
      }
      throw error;
    });
  /** @throws RefusedCall as the API says; Error when it cannot be reached */
  async function readFile(path: string, query: Readonly<Record<string, string>>): Promise<Blob> {
    const response = await fetch(`${supabaseUrl}/functions/v1${path}?${new URLSearchParams(query)}`, {
      headers: { authorization: `Bearer ${await token(false)}` },
    }).catch((cause) => {
      throw new Error(UNREACHABLE.detail, { cause });
    });
    if (response.ok) return await response.blob();
    throw refusedBy(await problemOf(response));
  }
  return {
    /** Any call of the contract. */
    call,
    /** Hears ROLE_REFUSED whenever something was refused for the role. */
    refusals,
    /** A call that answers with a file. */
    readFile,
    /** What it takes to watch a BOM or an organization. */
    watching: { url: supabaseUrl, token },
    listOrganizations: async (): Promise<readonly Organization[]> =>
      (await call('GET /organizations')).organizations,
    createOrganization: (name: string) => call('POST /organizations', { body: { name } }),
    /** @param after `next` of the page before; null for the first */
    listBoms: (organization_id: string, { project, asked, search, after }: BomFilter) =>
      call('GET /boms', {
        query: {
          organization_id,
          ...(project ? { project_id: project } : {}),
          ...asked,
          ...(search ? { search } : {}),
          ...(after === null ? {} : { after }),
        },
      }),
    readBom: (bom_id: string) => call('GET /boms/:bom_id', { params: { bom_id } }),
    previewFile: (organization_id: string, file: File, decided: PreviewDecisions) =>
      call('POST /boms/preview', { query: { organization_id }, form: { file, ...decided } }),
    importFile: (organization_id: string, file: File, decided: ImportDecisions) =>
      call('POST /boms', { query: { organization_id }, form: { file, ...decided } }),
    readLines: (bom_id: string, since: string | null, after: number | null) =>
      call('GET /boms/:bom_id/lines', {
        params: { bom_id },
        query: { ...(since === null ? {} : { since }), ...(after === null ? {} : { after: `${after}` }) },
      }),
    readLine: (bom_id: string, line_id: string) =>
      call('GET /boms/:bom_id/lines/:line_id', { params: { bom_id, line_id } }),
    /** @param asOf the newest change that whoever decides has seen; null where nobody can say */
    review: (bom_id: string, line_ids: string[], review: Review, asOf: number | null) =>
      call('POST /boms/:bom_id/review', {
        params: { bom_id },
        body: { line_ids, ...review, ...(asOf === null || review.action === 'undo' ? {} : { as_of: asOf }) },
      }),
    /** @param asOf as of a review */
    changeLine: (bom_id: string, line_id: string, changes: LineChanges, asOf: number | null) =>
      call('PATCH /boms/:bom_id/lines/:line_id', {
        params: { bom_id, line_id },
        body: { ...changes, ...(asOf === null ? {} : { as_of: asOf }) },
      }),
    /** Starts a run, unless one is at work already: of two who start at once, both see the run of the first. */
    start: async ({ bom_id, organization_id }: BomSummary, mode: RunMode): Promise<void> => {
      try {
        await call('POST /enrichment/:bom_id/start', { params: { bom_id }, body: { organization_id, mode } });
      } catch (error) {
        if (!(error instanceof RefusedCall && error.code === 'run_active')) throw error;
      }
    },
    control: (bom_id: string, action: 'pause' | 'resume' | 'cancel') =>
      call(`POST /enrichment/:bom_id/${action}`, { params: { bom_id } }),
  };
}
