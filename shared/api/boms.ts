/** Calls of functions/boms: import and reading. */
import { z } from 'zod';
import {
  Alternate,
  ChangeBom,
  ChangeLine,
  CreateBom,
  ReleaseBom,
  REVIEW_ACTIONS,
  ReviewLines,
  SupplierNumber,
} from '../domain/bom.ts';
import { Contradiction, Saying } from '../domain/contradiction.ts';
import { ComponentFields, Remark, SupplierOffer } from '../domain/component.ts';
import { Candidate, MATCH_STEPS } from '../domain/candidate.ts';
import { FIELD_NAMES } from '../domain/fields.ts';
import { ShownFields } from '../domain/known-by.ts';
import { KNOWN_BY } from '../domain/source.ts';
import { RunState, RunStatusSchema } from '../domain/event.ts';
import { MAX_LINES, MAX_NAME_CHARS } from '../domain/limits.ts';
import { VERDICTS } from '../domain/judging.ts';
import {
  LINE_STATUSES,
  REVIEWS,
  ROLES,
  RUN_MODES,
  RUN_SOURCES,
  RUN_STATUSES,
  SCHEDULES,
} from '../domain/status.ts';
import { after } from './cursor.ts';
import { FILE_ERRORS, ImportIssue, UploadFields } from './intake.ts';
import { IDS, STATE } from './examples.ts';
import { defineRoute, READERS } from './route.ts';
import { eventId, id, IdempotencyKey, Timestamp, wholeNumber } from './values.ts';

/** 10,000 lines of generous length; hosted functions have 256 MB for everything. */
const MAX_IMPORT_BYTES = 8 * 1024 * 1024;

export const RunSummary = z.object({
  run_id: z.guid(),
  run: z.int(),
  mode: z.enum(RUN_MODES),
  source: z.enum(RUN_SOURCES),
  event_id: z.string(),
  state: RunState,
});

export const BomSummary = z.object({
  bom_id: z.guid(),
  organization_id: z.guid(),
  project_id: z.guid().nullable(),
  name: z.string(),
  line_count: z.int(),
  created_at: Timestamp,
  /** How often it is enriched again; null: as its organization's settings have it. */
  schedule: z.enum(SCHEDULES).nullable(),
  /** When its schedule next starts a run; null where none is planned. */
  schedule_due_at: Timestamp.nullable(),
  /** Since when the BOM changes no more, and who said so, a user or a key; null until then. */
  release: z.object({
    name: z.string().nullable(),
    boards: z.int().nullable(),
    released_at: Timestamp,
    released_by: z.guid().nullable(),
    key_id: z.guid().nullable(),
  }).nullable(),
  /** The latest run's; null before the first. */
  status: RunStatusSchema.nullable(),
  latest_run: RunSummary.nullable(),
  /** No run was started, and one would be refused: no line asks for a part. */
  nothing_to_look_up: z.boolean(),
  /** How many it is meant for; null: nobody says. Its summary is of so many, or of DEFAULT_BOARDS, where nobody asks for others. */
  boards: z.int().nullable(),
  /** The BOM that it is a later state of; null: none, or that is deleted. */
  revision_of: z.guid().nullable(),
  /** How many lines are what, as they were judged last, at which boards and event; null: not judged yet. */
  answer: z.object({
    boards: z.int(),
    verdicts: z.record(z.enum(VERDICTS), z.int()),
    event_id: z.string().nullable(),
    at: Timestamp,
  }).nullable(),
});

const BOM: z.input<typeof BomSummary> = {
  bom_id: IDS.bom,
  organization_id: IDS.organization,
  project_id: null,
  name: 'Sensor rev C',
  line_count: 1,
  created_at: '2026-01-01T11:59:58.000Z',
  schedule: null,
  schedule_due_at: null,
  release: null,
  status: 'completed',
  latest_run: { run_id: IDS.run, run: 1, mode: 'pending', source: 'user', event_id: '1-4', state: STATE },
  nothing_to_look_up: false,
  boards: 25,
  revision_of: null,
  answer: {
    boards: 25,
    verdicts: { wrong: 0, ask: 0, pending: 0, short: 0, at_risk: 0, fine: 1, not_fitted: 0 },
    event_id: '1-4',
    at: '2026-01-01T12:00:00.000Z',
  },
};
export type BomSummary = z.infer<typeof BomSummary>;

/** How a revision differs from the BOM it revises, in lines. */
export const Revision = z.object({
  revision_of: z.guid(),
  unchanged: z.int(),
  changed: z.int(),
  added: z.int(),
  removed: z.int(),
});

/** An offer as a line has it. */
export const Offer = SupplierOffer.extend({
  supplier: z.string(),
  /** The organization's own, seen by nobody else. */
  own: z.boolean(),
  /** A price that the organization has agreed with the supplier, who says nothing of stock here; on which day it holds last. */
  agreed: z.boolean().nullish(),
  valid_until: z.iso.date().nullish(),
  fetched_at: Timestamp,
});
export type Offer = z.infer<typeof Offer>;

/**
 * A line whose component is described as `component` has it. What it has not is left out: a page of 500 is to cost no
 * more than a picture.
 */
const lineWith = <Component extends z.ZodType>(component: Component) =>
  z.object({
    line_id: z.guid(),
    line_number: z.int(),
    /** Its row of the file, where it has neither designators nor a number to be called by. */
    source_row: z.int().optional(),
    designators: z.string().optional(),
    quantity: z.number().optional(),
    mpn: z.string().optional(),
    manufacturer: z.string().optional(),
    description: z.string().optional(),
    value: z.string().optional(),
    footprint: z.string().optional(),
    /** What the BOM says of substitutes, as written. */
    substitution: z.string().optional(),
    /** How many other parts the BOM allows, in lists alone; nothing where there are none. */
    alternate_count: z.int().optional(),
    do_not_place: z.boolean(),
    review: z.enum(REVIEWS),
    /** What it was judged to be at the BOM's boards, in sorted or filtered lists alone. What nobody knows is left out. */
    judged: z.object({
      verdict: z.enum(VERDICTS),
      /** 0 to 100, the more the worse. */
      risk: z.int().optional(),
      /** Of one piece, where as many are bought as the boards need. */
      unit_price: z.number().optional(),
      currency: z.string().optional(),
      /** Of all suppliers that are bought from. */
      stock: z.int().optional(),
    }).nullish(),
    status: z.enum([...LINE_STATUSES, 'enriching']),
    /** Nothing before the first run, and an earlier run's while the line is pending again. */
    result: z.object({
      run: z.int(),
      status: z.enum(LINE_STATUSES),
      quality_score: z.int().optional(),
      source: z.string().optional(),
      /** How its words led to the component. */
      step: z.enum(MATCH_STEPS).optional(),
      /** How many other parts it may mean; nothing where there are none. */
      candidates: z.int().optional(),
      /** What the BOM says against the part or against itself, the worst first; nothing where nothing is. */
      contradictions: z.array(Contradiction).optional(),
      remarks: z.array(Remark),
      component: component.optional(),
    }).optional(),
  });

/** One field of a component in short: its value, with the unit where it has one. */
export const Fact = z.union([z.string(), z.number(), z.tuple([z.number(), z.string()])]);

/** A line as a page has it, with its component in short. */
export const ListedLine = lineWith(
  z.object({
    mpn: z.string(),
    manufacturer: z.string(),
    facts: z.partialRecord(z.enum(FIELD_NAMES), Fact),
    /** Only where no fact is a number with a unit. */
    description: z.string().optional(),
    /** Only where sources disagree: what others than the accepted one say of a fact. */
    disputed: z.partialRecord(z.enum(FIELD_NAMES), z.array(z.union([z.string(), z.number()]))).optional(),
    /** Only where a supplier's sandbox made up some of it. */
    sandbox: z.literal(true).optional(),
  }),
);
export type ListedLine = z.infer<typeof ListedLine>;

/** Who knew that there is such a part, when the line was settled. */
const known_by = z.enum(KNOWN_BY);

const StoredComponent = z.object({
  component_id: z.guid(),
  mpn: z.string(),
  manufacturer: z.string(),
  quality_score: z.int(),
  fields: ComponentFields,
  offers: z.array(Offer),
});

/** As the database has it; answers add who knows the part, which follows from the sources. */
const StoredLine = lineWith(StoredComponent);

export const Line = lineWith(StoredComponent.extend({ known_by, fields: ShownFields }));
export type Line = z.infer<typeof Line>;

export const createBom = defineRoute({
  method: 'POST',
  path: '/boms',
  summary: 'Imports a BOM: a file in a form (`file`, with `?organization_id=`), or lines or CSV as JSON.',
  role: 'editor',
  headers: { 'idempotency-key': IdempotencyKey.optional() },
  /** Of a form; JSON names it itself. */
  query: { organization_id: id('organization_id').optional() },
  body: CreateBom,
  upload: UploadFields,
  maxBodyBytes: MAX_IMPORT_BYTES,
  status: 201,
  otherwise: {
    200: 'The organization already has this BOM, from the same file and mapping. It was not changed.',
  },
  answer: BomSummary.extend({
    issues: z.array(ImportIssue).readonly(),
    /** The BOM was there before: nothing was stored. */
    existing: z.boolean(),
    revision: Revision.nullable(),
  }),
  errors: [
    'invalid_idempotency_key',
    'organization_not_found',
    'project_not_found',
    'bom_not_found',
    'other_organization',
    'too_many_boms',
    ...FILE_ERRORS,
    'mapping_needed',
    'no_part_numbers',
  ],
  example: {
    body: {
      organization_id: IDS.organization,
      project_id: null,
      name: 'Sensor rev C',
      lines: [{
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        quantity: 2,
        designators: 'R1 R2',
        description: '10k',
        do_not_place: false,
      }],
    },
    answer: {
      ...BOM,
      status: null,
      latest_run: null,
      boards: null,
      answer: null,
      issues: [],
      existing: false,
      revision: null,
    },
  },
});

/** A first screen, and what an isolate lists without anybody noticing. */
export const MAX_BOMS_OF_A_PAGE = 100;

export const listBoms = defineRoute({
  method: 'GET',
  path: '/boms',
  summary: 'Lists your organizations and a page of their BOMs, newest first.',
  role: 'user',
  query: {
    organization_id: id('organization_id').optional(),
    project_id: id('project_id').optional(),
    /** `active`: a run is at work or waits. `none`: not enriched yet. */
    status: z.enum([...RUN_STATUSES, 'active', 'none']).optional(),
    /** At least one line was this when the BOM was judged last. */
    verdict: z.enum(VERDICTS).optional(),
    /** A part of the name, whatever its case. */
    search: z.string().trim().max(MAX_NAME_CHARS).regex(/^[^\0\p{Surrogate}]*$/u).optional(),
    // when the last one was created, in microseconds, and its id
    after: after.pipe(z.tuple([z.int(), z.guid()])).optional(),
    limit: wholeNumber(1, MAX_BOMS_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: z.object({
    /** Of the key that asks; null where a person does. */
    key_name: z.string().nullish(),
    organizations: z.array(
      z.object({ organization_id: z.guid(), name: z.string(), role: z.enum(ROLES) }),
    ),
    boms: z.array(BomSummary),
    /** `after` of the next page; null: this is the last one. */
    next: z.string().nullable(),
  }),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: {
    query: { organization_id: IDS.organization, status: 'completed', search: 'sensor', limit: '100' },
    answer: {
      key_name: null,
      organizations: [{ organization_id: IDS.organization, name: 'Example Ltd', role: 'editor' }],
      boms: [BOM],
      next: null,
    },
  },
});

export const readBom = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id',
  summary: 'Reads a BOM and its latest run.',
  role: 'viewer',
  callers: READERS,
  params: { bom_id: id('bom_id') },
  status: 200,
  answer: BomSummary,
  errors: ['bom_not_found'],
  example: { params: { bom_id: IDS.bom }, answer: BOM },
});

export const changeBom = defineRoute({
  method: 'PATCH',
  path: '/boms/:bom_id',
  summary:
    'Renames a BOM, moves it to another project or none, or sets its own schedule or for how many boards it is meant.',
  role: 'editor',
  params: { bom_id: id('bom_id') },
  body: ChangeBom,
  status: 200,
  answer: BomSummary,
  errors: ['bom_not_found', 'project_not_found', 'bom_released'],
  example: { params: { bom_id: IDS.bom }, body: { name: 'Sensor rev C', project_id: null }, answer: BOM },
});

export const releaseBom = defineRoute({
  method: 'POST',
  path: '/boms/:bom_id/release',
  summary:
    'Releases a BOM: its lines, and their parts, offers and prices stay as they are now. It can be read, compared, exported and deleted.',
  role: 'editor',
  params: { bom_id: id('bom_id') },
  body: ReleaseBom,
  status: 200,
  answer: BomSummary,
  errors: ['bom_not_found', 'bom_released', 'run_active'],
  example: {
    params: { bom_id: IDS.bom },
    body: { name: 'Rev C', boards: 25 },
    answer: {
      ...BOM,
      release: {
        name: 'Rev C',
        boards: 25,
        released_at: '2026-01-02T09:00:00.000Z',
        released_by: IDS.user,
        key_id: null,
      },
    },
  },
});

export const deleteBom = defineRoute({
  method: 'DELETE',
  path: '/boms/:bom_id',
  summary: 'Deletes a BOM with its lines, runs and events, even during a run.',
  role: 'admin',
  params: { bom_id: id('bom_id') },
  status: 204,
  answer: z.null(),
  errors: ['bom_not_found'],
  example: { params: { bom_id: IDS.bom }, answer: null },
});

export const MAX_RUNS_OF_A_PAGE = 100;

export const listRuns = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/runs',
  summary: "Lists a page of a BOM's runs, newest first.",
  role: 'viewer',
  params: { bom_id: id('bom_id') },
  query: {
    after: wholeNumber(1, 999_999_999).optional(),
    limit: wholeNumber(1, MAX_RUNS_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    runs: z.array(RunSummary),
    /** `after` of the next page; null: this is the last one. */
    next: z.int().nullable(),
  }),
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    query: { after: '2', limit: '100' },
    answer: {
      bom_id: IDS.bom,
      runs: [{ run_id: IDS.run, run: 1, mode: 'pending', source: 'user', event_id: '1-4', state: STATE }],
      next: null,
    },
  },
});

/** Designators of ten thousand parts, in the longest form of JSON. */
const MAX_LINE_BYTES = 1024 * 1024;
const MAX_REVIEW_BYTES = 32 * 1024;

/** What an isolate reads and restates without anybody noticing. */
export const MAX_LINES_OF_A_PAGE = 500;

const RESULT = {
  run: 1,
  status: 'enriched',
  quality_score: 98,
  source: 'decoder:yageo-rc',
  step: 'series',
  remarks: [],
} as const satisfies Partial<z.input<typeof Line>['result']>;

const LISTED_LINE = {
  line_id: IDS.line,
  line_number: 1,
  designators: 'R1 R2',
  quantity: 2,
  mpn: 'RC0603FR-0710KL',
  manufacturer: 'Yageo',
  description: '10k',
  value: '10k',
  footprint: 'R_0603',
  do_not_place: false,
  review: 'none',
  judged: { verdict: 'fine', risk: 0, unit_price: 0.012, currency: 'USD', stock: 1200 },
  status: 'enriched',
  result: {
    ...RESULT,
    component: {
      mpn: 'RC0603FR-0710KL',
      manufacturer: 'Yageo',
      facts: { category: 'chip_resistor', package: '0603 (1608 metric)', resistance: [10_000, 'ohm'] },
    },
  },
} satisfies z.input<typeof ListedLine>;

/** `harm`: what needs somebody first, the loudest word and then the most risk. */
export const LINE_SORTS = [
  'line_number',
  'harm',
  'risk',
  'unit_price',
  'stock',
  'quality',
  'lifecycle',
] as const;

export const readLines = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/lines',
  summary:
    'Reads a page of lines and the event they stand at; with `since`, only the lines that later events changed; sorted or filtered by what they were judged to be.',
  role: 'viewer',
  callers: READERS,
  params: { bom_id: id('bom_id') },
  query: {
    since: eventId('since').optional(),
    /** Behind this line, in whichever order. */
    after: wholeNumber(0, MAX_LINES).optional(),
    limit: wholeNumber(1, MAX_LINES_OF_A_PAGE).optional(),
    /** By what the lines were judged to be, which then stands in each, with `line_number`, too; with `-` before it the other way round. What nobody knows comes last. */
    sort: z.enum(LINE_SORTS.flatMap((sort) => [sort, `-${sort}`] as const)).optional(),
    verdict: z.enum(VERDICTS).optional(),
    /** `unknown`: nobody says. */
    lifecycle: z.string().regex(/^[a-z_]{1,40}$/, 'must be a lifecycle such as obsolete, or unknown')
      .optional(),
    /** At least so many points of risk, of 100; `unknown`: nobody says anything that it could be judged by. */
    risk: z.union([z.literal('unknown'), wholeNumber(0, 100)]).optional(),
    /** Whether anybody sells it, for a price. */
    priced: z.enum(['true', 'false']).optional(),
  },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    event_id: z.string().nullable(),
    /** The newest of what people changed of its lines, null where nobody did: the lines are as it left them. */
    change_id: z.int().nullable(),
    /** The event and the boards that the lines were judged at, in sorted or filtered lists. */
    judged: z.object({ event_id: z.string().nullable(), boards: z.int(), at: Timestamp }).nullish(),
    lines: z.array(ListedLine),
    /** `after` of the next page; null: this is the last one. */
    next: z.int().nullable(),
  }),
  errors: ['bom_not_found', 'invalid_event_id'],
  example: {
    params: { bom_id: IDS.bom },
    query: { since: '1-2', after: '0', limit: '500' },
    answer: { bom_id: IDS.bom, event_id: '1-4', change_id: 18, lines: [LISTED_LINE], next: null },
  },
});

const StoredCandidate = Candidate.omit({ orderable_key: true });
const ShownCandidate = StoredCandidate.extend({ known_by, fields: ShownFields });

/** What the organization knows of another part that a BOM allows: its own rows, and what a line of its own BOMs has; null: nothing. */
const KnownAlternate = z.object({
  known_by,
  /** A supplier has it on offer, and states a price. */
  sold: z.boolean(),
  priced: z.boolean(),
});

/** As the database has it: all parts of that number, whichever manufacturer's. */
const StoredAlternate = Alternate.extend({
  known: z.array(
    KnownAlternate.omit({ known_by: true }).extend({
      manufacturer: z.string(),
      sources: z.array(z.string()),
    }),
  ).nullish(),
});
export type StoredAlternate = z.infer<typeof StoredAlternate>;

const LineIssue = z.object({ severity: z.enum(['warning', 'info']), code: z.string(), detail: z.string() });

export const LineAnswer = z.object({
  bom_id: z.guid(),
  event_id: z.string().nullable(),
  settled_at: Timestamp.nullable(),
  /** The newest review of it that nobody has taken back: one of `change_ids` of an undo. */
  review_change_id: z.int().nullable(),
  /** What was done to it last and could be taken back, edits as well; null where there is nothing. */
  last_change: z.object({ change_id: z.int(), action: z.enum(['edit', ...REVIEW_ACTIONS]) }).nullable(),
  /** `known` is left out of a released BOM's. */
  alternates: z.array(Alternate.extend({ known: KnownAlternate.nullish() })),
  /** What else its words may mean, the likeliest first. */
  candidates: z.array(ShownCandidate),
  /** What the organization decided of such words: a part, or (`mpn` null) that they are meant as written. */
  decided: z.object({
    mpn: z.string().nullable(),
    manufacturer: z.string().nullable(),
    decided_at: Timestamp,
  }).nullable(),
  supplier_numbers: z.array(SupplierNumber),
  internal_number: z.string().nullable(),
  note: z.string().nullable(),
  /** Every other column of the file that the BOM came from. */
  extra: z.record(z.string(), z.string()),
  /** Where the line stood in that file. */
  source_row: z.int().nullable(),
  /** What the line itself says of the fields of its part, as it is held against them; empty where it has no part. */
  stated: z.partialRecord(z.enum(FIELD_NAMES), Saying),
  /** What is odd about its own words, as an import says of a file's; not in an export. */
  issues: z.array(LineIssue).readonly().optional(),
  line: Line,
});
export type LineAnswer = z.infer<typeof LineAnswer>;

/** As the database answers it. */
export const StoredLineAnswer = LineAnswer.omit({ stated: true }).extend({
  alternates: z.array(StoredAlternate),
  candidates: z.array(StoredCandidate),
  line: StoredLine,
});
export type StoredLineAnswer = z.infer<typeof StoredLineAnswer>;

/** What an edit wrote, by which it can be taken back; null where nothing changed. */
const change_id = z.int().nullable();
export const StoredChangedLine = StoredLineAnswer.extend({ change_id });

export const LINE_ANSWER: z.input<typeof LineAnswer> = {
  bom_id: IDS.bom,
  event_id: '1-4',
  settled_at: '2026-01-01T12:00:00.000Z',
  review_change_id: null,
  last_change: null,
  alternates: [{
    mpn: 'ERJ-3EKF1002V',
    manufacturer: 'Panasonic',
    known: { known_by: 'supplier', sold: true, priced: true },
  }],
  candidates: [],
  decided: null,
  supplier_numbers: [{ supplier: 'Mouser', number: '603-RC0603FR-0710KL' }],
  internal_number: null,
  note: null,
  extra: { Sourced: 'yes' },
  source_row: 2,
  stated: { resistance: { text: '10 kΩ', where: 'value', verdict: 'fine' } },
  issues: [],
  line: {
    ...LISTED_LINE,
    result: {
      ...RESULT,
      component: {
        component_id: IDS.component,
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        known_by: 'scheme',
        quality_score: 98,
        fields: {
          resistance: {
            value: 10_000,
            unit: 'ohm',
            source: 'decoder:yageo-rc',
            known_by: 'scheme',
            confidence: 1,
            reference: 'https://example.com/datasheet.pdf',
          },
        },
        offers: [{
          supplier: 'mouser',
          supplier_part_number: '603-RC0603FR-0710KL',
          manufacturer_as_given: 'YAGEO (PHYCOMP)',
          own: false,
          stock: 1200,
          min_quantity: 1,
          multiple: 1,
          lead_time_days: 63,
          price_breaks: [
            { quantity: 1, price: 0.1, currency: 'USD' },
            { quantity: 10, price: 0.012, currency: 'USD' },
          ],
          url: 'https://example.com/603-RC0603FR-0710KL',
          seller: null,
          marketplace: false,
          packaging: 'cut_tape',
          max_quantity: null,
          reeling_fee: null,
          country_of_origin: 'TW',
          tariff_code: '8533210030',
          moisture_sensitivity: '1',
          status: 'New Product',
          fetched_at: '2026-01-01T12:00:00.000Z',
        }],
      },
    },
  },
};

export const readLine = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/lines/:line_id',
  summary: 'Reads one line with everything known about its part: each field with its sources, and offers.',
  role: 'viewer',
  callers: READERS,
  params: { bom_id: id('bom_id'), line_id: id('line_id') },
  status: 200,
  answer: LineAnswer,
  errors: ['bom_not_found', 'line_not_found'],
  example: {
    params: { bom_id: IDS.bom, line_id: IDS.line },
    answer: LINE_ANSWER,
  },
});

export const readEquivalents = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/lines/:line_id/equivalents',
  summary:
    "Proposes other manufacturers' parts for a line's chip resistor or ceramic capacitor, by the numbering of both, none where the BOM allows no substitute; and the number that the line's value means, where that contradicts its number.",
  role: 'viewer',
  params: { bom_id: id('bom_id'), line_id: id('line_id') },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    line_id: z.guid(),
    equivalents: z.array(z.object({
      mpn: z.string(),
      manufacturer: z.string(),
      known_by,
      fields: ShownFields,
      /** What was compared, what was not, and that nobody confirmed that the part is sold. */
      reason: z.string(),
    })),
    /** Where the value of the line contradicts its number: the number of the same series that has this value, if there is one. */
    of_value: z.object({ mpn: z.string(), manufacturer: z.string() }).nullable(),
  }),
  errors: ['bom_not_found', 'line_not_found'],
  example: {
    params: { bom_id: IDS.bom, line_id: IDS.line },
    answer: {
      bom_id: IDS.bom,
      line_id: IDS.line,
      equivalents: [{
        mpn: 'CRCW060310K0FKEA',
        manufacturer: 'Vishay',
        known_by: 'scheme',
        fields: {
          resistance: {
            value: 10_000,
            unit: 'ohm',
            source: 'decoder:vishay-crcw',
            confidence: 1,
            known_by: 'scheme',
          },
        },
        reason:
          "Same size, value, technology and tolerance by Vishay's numbering. Not confirmed to be sold; pulse load and noise not compared.",
      }],
      of_value: null,
    },
  },
});

export const readConsolidations = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/consolidations',
  summary: 'Names parts of the BOM that could serve other lines of it, too.',
  role: 'viewer',
  params: { bom_id: id('bom_id') },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    consolidations: z.array(z.object({
      mpn: z.string(),
      manufacturer: z.string(),
      /** Different parts that it would make one, itself included. */
      parts: z.int(),
      /** Lines that it would serve, its own included. */
      lines: z.int(),
      /** Of those, the first 100. */
      line_ids: z.array(z.guid()).readonly(),
      sentence: z.string(),
    })),
  }),
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    answer: {
      bom_id: IDS.bom,
      consolidations: [{
        mpn: 'GRM155R71C104KA88D',
        manufacturer: 'Murata',
        parts: 2,
        lines: 3,
        line_ids: [IDS.line],
        sentence:
          '3 lines, 2 different parts: GRM155R71C104KA88D is no worse than any of them in size, value and what their numbers say.',
      }],
    },
  },
});

export const changeLine = defineRoute({
  method: 'PATCH',
  path: '/boms/:bom_id/lines/:line_id',
  summary:
    'Changes fields of a line. If it then asks for another part, its result is dropped and the next run looks it up.',
  role: 'editor',
  params: { bom_id: id('bom_id'), line_id: id('line_id') },
  body: ChangeLine,
  // Designators take most of it.
  maxBodyBytes: MAX_LINE_BYTES,
  status: 200,
  answer: LineAnswer.extend({ change_id }),
  errors: ['bom_not_found', 'line_not_found', 'bom_released', 'run_active', 'changed_since'],
  example: {
    params: { bom_id: IDS.bom, line_id: IDS.line },
    body: {
      note: 'Take the alternate first.',
      alternates: [{ mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' }],
    },
    answer: { ...LINE_ANSWER, note: 'Take the alternate first.', change_id: 17 },
  },
});

export const reviewLines = defineRoute({
  method: 'POST',
  path: '/boms/:bom_id/review',
  summary:
    'Reviews up to 500 lines: the result is right, another part is chosen, the line is meant as written, nothing is to buy, or the result is wrong. Choices are remembered, and reviews and edits can be undone.',
  role: 'editor',
  params: { bom_id: id('bom_id') },
  body: ReviewLines,
  maxBodyBytes: MAX_REVIEW_BYTES,
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    reviewed: z.int(),
    /** What can be taken back of it; nothing of an undo. */
    changes: z.array(z.object({ line_id: z.guid(), change_id: z.int() })),
  }),
  errors: [
    'bom_not_found',
    'line_not_found',
    'bom_released',
    'run_active',
    'changed_since',
    'nothing_to_undo',
  ],
  example: {
    params: { bom_id: IDS.bom },
    body: { line_ids: [IDS.line], action: 'approve' },
    answer: { bom_id: IDS.bom, reviewed: 1, changes: [{ line_id: IDS.line, change_id: 18 }] },
  },
});

export const MAX_CHANGES_OF_A_PAGE = 100;

export const listChanges = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/changes',
  summary: 'Lists a page of what people changed in a BOM, newest first.',
  role: 'viewer',
  params: { bom_id: id('bom_id') },
  query: {
    after: wholeNumber(1, 999_999_999).optional(),
    limit: wholeNumber(1, MAX_CHANGES_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    changes: z.array(z.object({
      /** Newer ones have a higher one. */
      change_id: z.int(),
      line_id: z.guid(),
      line_number: z.int(),
      /** As people call the line, at the beginning of a sentence. */
      line_name: z.string(),
      /** Null where a key did it, or the account is gone. */
      user_id: z.guid().nullable(),
      key_id: z.guid().nullable(),
      action: z.enum(['edit', ...REVIEW_ACTIONS]),
      /** Of an edit: what the fields that changed said before. */
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
      created_at: Timestamp,
    })),
    /** `after` of the next page; null: this is the last one. */
    next: z.int().nullable(),
  }),
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    query: { limit: '100' },
    answer: {
      bom_id: IDS.bom,
      changes: [{
        change_id: 17,
        line_id: IDS.line,
        line_number: 1,
        line_name: 'R1, R2',
        user_id: IDS.user,
        key_id: null,
        action: 'edit',
        before: { quantity: 1 },
        after: { quantity: 2 },
        created_at: '2026-01-01T12:00:00.000Z',
      }],
      next: null,
    },
  },
});

export const readOpenApi = defineRoute({
  method: 'GET',
  path: '/boms/openapi.json',
  summary: 'Describes this API as OpenAPI 3.1.',
  role: 'everybody',
  status: 200,
  answer: z.looseObject({ openapi: z.string() }),
  errors: [],
  example: { answer: { openapi: '3.1.0' } },
});
