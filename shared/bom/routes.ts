/** HTTP surface of BOMs: import and reading. */
import { z } from 'zod';
import * as contract from '../api/boms.ts';
import * as exports from '../api/export.ts';
import * as intake from '../api/intake.ts';
import { writeCursor } from '../api/cursor.ts';
import type { ChangeLine, CreateBom } from '../domain/bom.ts';
import { MappingTemplate } from '../domain/mapping.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Database } from '../database/port.ts';
import { FIELD_NAMES, LISTED_FIELDS } from '../domain/fields.ts';
import { shownFields } from '../domain/known-by.ts';
import { knownBy } from '../domain/source.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, passedOn, Reply, type Uploaded } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import { errorName, type Log } from '../log.ts';
import type { ProgressWriter } from '../progress/port.ts';
import { Publication } from '../progress/publisher.ts';
import type { Announce } from '../runs/announce.ts';
import type { Invoke } from '../runs/invoke.ts';
import { changesJudgement, judgeAgain, JudgedLine } from '../enrich/judge-again.ts';
import { openEnvelope, type ReadBom, readBom } from './intake.ts';
import { consolidate, type FoundLine } from '../parts/consolidation.ts';
import { loadSeries, withSeries } from '../parts/decoders/source.ts';
import { partOfValue } from './value-meant.ts';
import { equivalentsOf, forbidsSubstitutes } from '../parts/equivalents.ts';
import { orderableKey } from '../parts/part-number.ts';
import { judge } from './judged.ts';
import { keyedAlternates, keyOf } from './keyed.ts';
import type { Packing } from './export/packing.ts';
import { type After, EXPORT_PAGE_LINES, respondWithExport } from './export/respond.ts';
import { createSlots } from './export/slots.ts';
import { oneLine, shownAnswer } from './shown.ts';
import { previewUpload, readUpload, type StoredFile, storedMapping, type Upload } from './upload.ts';

const Created = z.object({
  bom: passedOn(contract.BomSummary),
  existing: z.boolean(),
  revision: contract.Revision.nullable(),
  publish: Publication.nullable(),
});

const Templates = z.array(MappingTemplate);

const BomPage = passedOn(contract.listBoms.answer.extend({ next: z.tuple([z.int(), z.guid()]).nullable() }));

/** Nothing for a line whose part was not found. */
function foundLine({ line_id, substitution, result }: contract.ListedLine): FoundLine[] {
  const component = result?.component;
  if (!component) return [];
  const fields = Object.fromEntries(
    Object.entries(component.facts).map(([name, fact]) => {
      const [value, unit] = Array.isArray(fact) ? fact : [fact];
      return [name, { value, ...(unit === undefined ? {} : { unit }), source: '', confidence: 1 }];
    }),
  ) as FoundLine['fields'];
  return [{
    line_id,
    mpn: component.mpn,
    manufacturer: component.manufacturer,
    fields,
    substitution: substitution ?? null,
  }];
}

/** Old judgements are not sorted by: the BOM is to be judged first. */
const LinesPage = z.union([passedOn(contract.readLines.answer), z.object({ stale: z.literal(true) })]);

interface LinesQuery {
  readonly since?: unknown;
  readonly sort?: string | undefined;
  readonly verdict?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly risk?: number | 'unknown' | undefined;
  readonly priced?: string | undefined;
}

/** @throws Refusal where lines that changed are to be sorted, which nobody can page through */
function orderOf({ since, sort, verdict, lifecycle, risk, priced }: LinesQuery) {
  if ((sort ?? verdict ?? lifecycle ?? risk ?? priced) === undefined) return {};
  if (since !== undefined) {
    throw new Refusal(
      'malformed',
      'invalid_query',
      'With since, lines come by their number, all that changed.',
    );
  }
  const [by, isDescending] = sort?.startsWith('-') ? [sort.slice(1), true] : [sort ?? 'line_number', false];
  return { p_sort: by, p_descending: isDescending, p_filter: { verdict, lifecycle, risk, priced } };
}

/** Second sources that a person compares. */
const MAX_EQUIVALENTS = 10;

/** Somebody else changed the line since it was judged: nothing was done. */
const ChangedLine = z.union([passedOn(contract.StoredChangedLine), z.object({ stale: z.literal(true) })]);

/** A change of a line with what identifies the parts it names. */
function withKeys(changes: z.infer<typeof ChangeLine>) {
  const { mpn, alternates } = changes;
  return {
    ...changes,
    ...(mpn === undefined ? {} : { orderable_key: keyOf(mpn) }),
    ...(alternates === undefined ? {} : { alternates: keyedAlternates(alternates) }),
  };
}

interface Target {
  readonly p_user_id: string;
  readonly p_organization_id: string;
  readonly p_project_id: string | null;
}

/** An import, read. */
interface Asked {
  readonly target: Target;
  readonly read: ReadBom;
  readonly file: StoredFile | null;
  readonly again: boolean;
  readonly revisionOf: string | null;
}

const bytesOf = async (file: File): Promise<Upload> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

export interface BomDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly progress: Pick<ProgressWriter, 'drop'>;
  readonly log: Log;
  readonly announce: Announce;
  readonly invoke: Invoke;
  /** Keeps the isolate alive for work that the answer does not wait for. */
  readonly inBackground: (work: Promise<unknown>) => void;
  readonly after: After;
  /** Of workbooks. */
  readonly packing?: Packing;
}

export function createBomRoutes(dependencies: BomDependencies): Route[] {
  const { database, progress, log, announce, invoke, inBackground, after, packing } = dependencies;
  const slots = createSlots(after);

  /** A key that stays costs memory until it expires, and misleads nobody: streams ask the database what is gone. */
  async function forget(bomId: string): Promise<void> {
    try {
      await progress.drop(bomId);
    } catch (error) {
      log('progress_not_dropped', { bom_id: bomId, error: errorName(error) });
    }
  }

  const templatesOf = (userId: string, organizationId: string) =>
    database.call(
      'bomstream_mapping_list',
      { p_user_id: userId, p_organization_id: organizationId },
      Templates,
    );

  // The role before the file: reading one is work that only those may cause who may import.
  const mayCreate = (target: Target) => database.call('bomstream_bom_may_create', target, z.literal(true));

  /** All lines of a BOM whose part was found, with what is compared of it. */
  async function foundLines(userId: string, bomId: string): Promise<FoundLine[]> {
    const found: FoundLine[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: z.infer<typeof contract.readLines.answer> = await database.call(
        'bomstream_bom_lines_read',
        {
          p_user_id: userId,
          p_bom_id: bomId,
          p_facts: FIELD_NAMES,
          p_after: after,
          p_limit: contract.MAX_LINES_OF_A_PAGE,
        },
        contract.readLines.answer,
      );
      found.push(...page.lines.flatMap(foundLine));
      after = page.next;
    }
    return found;
  }

  const exportPage = (userId: string, bomId: string, after: number, limit: number) =>
    database.call(
      'bomstream_bom_export',
      { p_user_id: userId, p_bom_id: bomId, p_after: after, p_limit: limit },
      passedOn(exports.StoredExportPage),
    );

  async function readJson(userId: string, body: CreateBom): Promise<Asked> {
    const envelope = openEnvelope(body);
    const target = {
      p_user_id: userId,
      p_organization_id: envelope.organization_id,
      p_project_id: envelope.project_id,
    };
    await mayCreate(target);
    const read = await withSeries(() => readBom(envelope));
    return { target, read, file: null, again: false, revisionOf: envelope.revision_of };
  }

  async function readForm(
    userId: string,
    organizationId: string | undefined,
    upload: () => Promise<Uploaded<typeof intake.UploadFields>>,
  ): Promise<Asked> {
    if (organizationId === undefined) {
      throw new Refusal(
        'malformed',
        'invalid_id',
        'Name the organization that the BOM is for: ?organization_id=',
      );
    }
    const target = { p_user_id: userId, p_organization_id: organizationId, p_project_id: null };
    await mayCreate(target);
    const { file, fields: { mapping, name, project_id, revision_of, again } } = await upload();
    const templates = mapping ? [] : await templatesOf(userId, organizationId);
    const { file: stored, ...read } = await readUpload(await bytesOf(file), templates, {
      mapping: mapping ?? null,
      name: name ?? null,
    });
    return {
      target: { ...target, p_project_id: project_id ?? null },
      read,
      file: stored,
      again: again === 'true',
      revisionOf: revision_of ?? null,
    };
  }

  return [
    handle(intake.previewBom, dependencies, async ({ user, query: { organization_id }, upload }) => {
      const templates = await templatesOf(user.id, organization_id);
      const { file, fields } = await upload!();
      const preview = await previewUpload(await bytesOf(file), templates, fields);
      const existing = await database.call('bomstream_bom_of_file', {
        p_user_id: user.id,
        p_organization_id: organization_id,
        p_sha256: preview.file.sha256,
        p_mapping: storedMapping(preview.mapping),
      }, passedOn(intake.Preview.shape.existing));
      return { ...preview, existing };
    }),

    handle(contract.createBom, dependencies, async ({ user, query, headers, body, upload }) => {
      const asked = upload
        ? await readForm(user.id, query.organization_id, upload)
        : await readJson(user.id, body!);
      const { bom: created, existing, revision, publish } = await database.call('bomstream_bom_create', {
        ...asked.target,
        p_name: asked.read.name,
        p_lines: asked.read.lines,
        p_idempotency_key: headers['idempotency-key'] ?? null,
        p_file: asked.file,
        p_again: asked.again,
        p_revision_of: asked.revisionOf,
      }, Created);
      if (publish) {
        inBackground(invoke());
        inBackground(announce(publish));
      }
      const answer = { ...created, issues: asked.read.issues, existing, revision };
      return existing ? new Reply(answer, { status: 200 }) : answer;
    }),

    handle(contract.listBoms, dependencies, async ({ user, query }) => {
      const { next, ...page } = await database.call('bomstream_bom_list', {
        p_user_id: user.id,
        p_organization_id: query.organization_id ?? null,
        p_project_id: query.project_id ?? null,
        p_status: query.status ?? null,
        p_verdict: query.verdict ?? null,
        p_search: query.search ?? null,
        p_after: query.after ?? null,
        p_limit: query.limit ?? contract.MAX_BOMS_OF_A_PAGE,
      }, BomPage);
      return { ...page, next: next && writeCursor(next) };
    }),

    handle(contract.readBom, dependencies, ({ user, params }) =>
      database.call(
        'bomstream_bom_read',
        { p_user_id: user.id, p_bom_id: params.bom_id },
        passedOn(contract.readBom.answer),
      )),

    handle(contract.changeBom, dependencies, ({ user, params, body }) =>
      database.call(
        'bomstream_bom_change',
        { p_user_id: user.id, p_bom_id: params.bom_id, p_changes: body },
        passedOn(contract.BomSummary),
      )),

    handle(
      contract.releaseBom,
      dependencies,
      ({ user, params, body }) =>
        database.call('bomstream_bom_release', {
          p_user_id: user.id,
          p_bom_id: params.bom_id,
          p_name: body.name ?? null,
          p_boards: body.boards ?? null,
        }, passedOn(contract.BomSummary)),
    ),

    handle(contract.deleteBom, dependencies, async ({ user, params: { bom_id } }) => {
      await database.call('bomstream_bom_delete', { p_user_id: user.id, p_bom_id: bom_id }, z.literal(true));
      inBackground(forget(bom_id));
      return null;
    }),

    handle(
      contract.listRuns,
      dependencies,
      ({ user, params, query: { after, limit } }) =>
        database.call('bomstream_bom_runs', {
          p_user_id: user.id,
          p_bom_id: params.bom_id,
          p_after: after ?? null,
          p_limit: limit ?? contract.MAX_RUNS_OF_A_PAGE,
        }, passedOn(contract.listRuns.answer)),
    ),

    handle(
      contract.readLines,
      dependencies,
      async ({ user, params, query }) => {
        const { since, after, limit } = query;
        const read = (stale: boolean) =>
          database.call('bomstream_bom_lines_read', {
            p_user_id: user.id,
            p_bom_id: params.bom_id,
            p_facts: LISTED_FIELDS,
            p_since_run: since?.run ?? null,
            p_since_seq: since?.seq ?? null,
            p_after: after ?? 0,
            p_limit: limit ?? contract.MAX_LINES_OF_A_PAGE,
            ...orderOf(query),
            p_stale: stale,
          }, LinesPage);
        const page = await read(false);
        if (!('stale' in page)) return page;
        await judge(database, params.bom_id);
        return await read(true) as Exclude<typeof page, { stale: true }>;
      },
    ),

    handle(contract.readLine, dependencies, async ({ user, params }) =>
      oneLine(
        await database.call(
          'bomstream_bom_line_read',
          { p_user_id: user.id, p_bom_id: params.bom_id, p_line_id: params.line_id },
          passedOn(contract.StoredLineAnswer),
        ),
      )),

    handle(contract.readEquivalents, dependencies, async ({ user, params }) => {
      const stored = await database.call(
        'bomstream_bom_line_read',
        { p_user_id: user.id, p_bom_id: params.bom_id, p_line_id: params.line_id },
        contract.StoredLineAnswer,
      );
      const { line } = stored;
      const component = line.result?.component ?? null;
      await loadSeries();
      const found = component === null || forbidsSubstitutes(line.substitution ?? null)
        ? []
        : equivalentsOf(component.fields, component.manufacturer);
      return {
        ...params,
        equivalents: found.slice(0, MAX_EQUIVALENTS).map((
          { finding: { source, mpn, manufacturer, fields }, sentence },
        ) => (
          { mpn, manufacturer, known_by: knownBy(source), fields: shownFields(fields), reason: sentence }
        )),
        of_value: partOfValue(stored),
      };
    }),

    handle(contract.readConsolidations, dependencies, async ({ user, params }) => {
      await loadSeries();
      return { ...params, consolidations: [...consolidate(await foundLines(user.id, params.bom_id))] };
    }),

    handle(
      exports.exportBom,
      dependencies,
      ({ user, params, query: { format, boards } }) =>
        respondWithExport(
          (after) => exportPage(user.id, params.bom_id, after, EXPORT_PAGE_LINES),
          { format, boards: boards ?? null },
          { log, slots, after, packing },
        ),
    ),

    handle(
      exports.readExport,
      dependencies,
      async ({ user, params, query: { after, limit } }) => {
        const page = await exportPage(user.id, params.bom_id, after ?? 0, limit ?? EXPORT_PAGE_LINES);
        return { ...page, lines: page.lines.map(shownAnswer) };
      },
    ),

    handle(
      contract.changeLine,
      dependencies,
      async ({ user, params, body: { as_of = null, ...body } }) => {
        const which = { p_user_id: user.id, p_bom_id: params.bom_id, p_line_id: params.line_id };
        const changes = withKeys(body);
        const isJudged = changesJudgement(changes);
        if (isJudged) await loadSeries();
        // Each further turn is one in which somebody else's change was made.
        for (;;) {
          const judged = isJudged
            ? await database.call('bomstream_bom_line_judging_read', which, JudgedLine)
            : null;
          const { value_asks, contradictions } = judged ? judgeAgain(judged, changes) : {};
          const answer = await database.call('bomstream_bom_line_change', {
            ...which,
            p_changes: { ...changes, value_asks },
            p_judged: judged && { state: judged.state, contradictions },
            p_as_of: as_of,
          }, ChangedLine);
          if (!('stale' in answer)) {
            return oneLine(answer as Exclude<typeof answer, { stale: true }>);
          }
        }
      },
    ),

    handle(
      contract.reviewLines,
      dependencies,
      ({ user, params, body }) => {
        const lines = { p_user_id: user.id, p_bom_id: params.bom_id, p_line_ids: body.line_ids };
        return body.action === 'undo'
          ? database.call('bomstream_bom_review_undo', {
            ...lines,
            p_change_ids: body.change_ids ?? null,
          }, passedOn(contract.reviewLines.answer))
          : database.call('bomstream_bom_review', {
            ...lines,
            p_action: body.action,
            p_choice: body.choice ? { ...body.choice, orderable_key: orderableKey(body.choice.mpn) } : null,
            p_as_of: body.as_of ?? null,
          }, passedOn(contract.reviewLines.answer));
      },
    ),

    handle(
      contract.listChanges,
      dependencies,
      ({ user, params, query: { after, limit } }) =>
        database.call('bomstream_bom_changes', {
          p_user_id: user.id,
          p_bom_id: params.bom_id,
          p_before: after ?? null,
          p_limit: limit ?? contract.MAX_CHANGES_OF_A_PAGE,
        }, passedOn(contract.listChanges.answer)),
    ),
  ];
}
