/**
 * What suppliers know of the parts behind a batch of lines: their earlier answers while those are fresh, then calls, as
 * many as all isolates together may still make. Equal parts are asked about once.
 */
import type { ComponentFields } from '../domain/component.ts';
import { FIELD_NAMES, fieldOf } from '../domain/fields.ts';
import type { Log } from '../log.ts';
import { requiredFields } from '../assess/quality.ts';
import { orderableKey } from '../parts/part-number.ts';
import { localSources, type Resolution, resolvePart } from './resolve.ts';
import { componentKey, spellingsInUse } from '../parts/spelling.ts';
import {
  isFailure,
  type PartAnswer,
  type Supplier,
  type SupplierFailure,
  type SupplierFinding,
} from '../suppliers/port.ts';
import type { Grant, KnownAnswer, OwnComponent, Report, SupplierStore } from '../suppliers/store.ts';

/**
 * How long an answer is not asked for again. Prices and stock are a day old at most, and a day's quota of a thousand
 * calls is not spent on parts that were asked about this morning.
 */
export const FRESH_SECONDS = 24 * 60 * 60;

/** What nobody but a supplier can say, so a part is not done with before one did or could not. */
const FROM_SUPPLIERS = FIELD_NAMES.filter((name) => fieldOf(name).isSuppliersWord);

/** A line that has a part number. */
export interface PartLine {
  readonly line_id: string;
  /** As its manufacturer spells it, where that is certain. */
  readonly mpn: string;
  readonly manufacturer: string | null;
}

/** What one supplier said of a part. No findings: it has no such part. */
export interface SupplierSaid {
  readonly supplier: string;
  readonly fetched_at: string;
  readonly findings: readonly SupplierFinding[];
}

/** Why a part has to wait. Only what may be the part's own fault uses up an attempt. */
export interface Wait {
  readonly supplier: string;
  readonly reason: string;
  readonly retryAfterMs: number | null;
  readonly usesAttempt: boolean;
}

/** What there is to say about a line now. */
export interface Knowledge {
  /** Components of the line's own organization, the newest first. */
  readonly own: readonly OwnComponent[];
  readonly said: readonly SupplierSaid[];
  /** Null: all that can be known now is known. */
  readonly wait: Wait | null;
  /** Suppliers that could not be asked, and cannot be for as long as nobody mends it. */
  readonly unheard: readonly string[];
}

export interface LookupDependencies {
  /** In the order in which they are asked. */
  readonly suppliers: readonly Supplier[];
  readonly store: SupplierStore;
  readonly log: Log;
}

/** Lines that a signal stopped it from finishing are missing in what it returns. */
export type Lookup = (
  lines: readonly PartLine[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, Knowledge>>;

/** One part of the batch while it is worked on. */
interface Part {
  readonly key: string;
  /** What suppliers are asked for. */
  readonly numbers: readonly string[];
  readonly lines: PartLine[];
  readonly said: SupplierSaid[];
  readonly waits: Wait[];
  readonly unheard: string[];
  stopped: boolean;
}

/** A part and those of its spellings that the supplier can be asked for. */
interface Question {
  readonly part: Part;
  readonly numbers: readonly string[];
}

export function createLookup({ suppliers, store, log }: LookupDependencies): Lookup {
  return async (lines, signal) => {
    if (lines.length === 0) return new Map();
    const questions = lines.map(({ line_id, mpn }) => ({ line_id, orderable_key: orderableKey(mpn) }));
    const known = await store.read(suppliers.map(({ name }) => name), questions, FRESH_SECONDS);
    const ownOf = (lineId: string) => known.own.filter(({ line_id }) => line_id === lineId);
    const described = new Set(known.own.map(({ line_id }) => line_id));
    const parts = distinctParts(lines.filter(({ line_id }) => !described.has(line_id)));
    for (const supplier of suppliers) {
      const earlier = new Map(
        known.answers.filter((answer) => answer.supplier === supplier.name).map((a) => [a.orderable_key, a]),
      );
      await askAbout(parts.filter(isOpen), earlier, supplier, { store, log }, signal);
    }

    const knowledge = new Map<string, Knowledge>();
    for (const lineId of described) {
      knowledge.set(lineId, { own: ownOf(lineId), said: [], wait: null, unheard: [] });
    }
    for (const part of parts.filter(({ stopped }) => !stopped)) {
      for (const line of part.lines) {
        const { said, unheard } = part;
        const wait = isFilled(resolveLine(line, said)) ? null : shortest(part.waits);
        knowledge.set(line.line_id, { own: [], said, wait, unheard });
      }
    }
    return knowledge;
  };
}

/** The part behind a line by all that the product itself and the suppliers know. */
export function resolveLine(
  { mpn, manufacturer }: PartLine,
  said: readonly SupplierSaid[],
): Resolution | null {
  const answered = said.map(({ supplier, findings }) => ({
    name: supplier,
    find: (number: string) =>
      findings.filter((finding) => isAbout(finding, number)).map(({ mpn, manufacturer, fields }) => (
        { source: `supplier:${supplier}`, mpn, manufacturer, fields }
      )),
  }));
  return resolvePart({ mpn, manufacturer }, [...localSources, ...answered]);
}

/**
 * Whether a finding is about the part with this number, or about what the supplier sells under it. A supplier is asked
 * for older spellings, too, and one of those may be another manufacturer's number.
 */
function isAbout({ mpn, manufacturer, offers }: SupplierFinding, number: string): boolean {
  return componentKey(mpn, manufacturer) === componentKey(number, manufacturer) ||
    offers.some(({ supplier_part_number }) => orderableKey(supplier_part_number) === orderableKey(number));
}

function distinctParts(lines: readonly PartLine[]): Part[] {
  const parts = new Map<string, Part>();
  for (const line of lines) {
    const key = orderableKey(line.mpn);
    const part = parts.get(key) ??
      { key, numbers: spellingsInUse(line.mpn), lines: [], said: [], waits: [], unheard: [], stopped: false };
    part.lines.push(line);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** Whether a further supplier could still add what is required. */
function isOpen({ lines, said, stopped }: Part): boolean {
  return !stopped && lines.some((line) => !isFilled(resolveLine(line, said)));
}

function isFilled(resolution: Resolution | null): boolean {
  const fields: ComponentFields = resolution?.component.fields ?? {};
  return [...requiredFields(fields), ...FROM_SUPPLIERS].every((name) => fields[name] !== undefined);
}

function shortest(waits: readonly Wait[]): Wait | null {
  const [first, ...others] = waits;
  if (!first) return null;
  return others.reduce((a, b) => (a.retryAfterMs ?? 0) <= (b.retryAfterMs ?? 0) ? a : b, first);
}

/** Adds what one supplier says to each of the parts. */
async function askAbout(
  parts: readonly Part[],
  earlier: ReadonlyMap<string, KnownAnswer>,
  supplier: Supplier,
  { store, log }: Pick<LookupDependencies, 'store' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const { name, batchSize } = supplier;
  let rest: readonly Part[] = parts.filter((part) => {
    const answer = earlier.get(part.key);
    if (answer?.fresh) part.said.push(toSaid(answer));
    return !answer?.fresh && part.numbers.some((number) => supplier.takes(number));
  });

  while (rest.length > 0) {
    if (signal.aborted) return rest.forEach((part) => part.stopped = true);
    const batches = batchesOf(rest.map((part) => questionOf(part, supplier)), batchSize);
    const grant = await store.grant(name, batches.length);
    if (grant.granted === 0) return putOff(rest, earlier, name, grant, log);

    const { answered, failure, callsMade } = await call(supplier, batches.slice(0, grant.granted), signal);
    const reply = await store.report(name, reportOf(answered, failure, grant.granted - callsMade));
    if (failure) log('supplier_failed', { supplier: name, kind: failure.kind, reason: failure.reason });
    for (const [part, answer] of answered) {
      if (isFailure(answer)) take(part, answer, name, reply.blocked_ms, earlier);
      else part.said.push({ supplier: name, fetched_at: reply.answered_at, findings: findingsIn(answer) });
    }
    rest = rest.filter((part) => !answered.has(part));
  }
}

const NO_ANSWER: PartAnswer = { kind: 'transient', reason: 'no_answer' };

/** What the answers about a part's spellings say together: "not found" only where none of them is anything else. */
function answerOf(answers: readonly PartAnswer[]): PartAnswer {
  return answers.find(({ kind }) => kind === 'found') ?? answers.find(isFailure) ?? { kind: 'not_found' };
}

/** Calls until one fails as a whole, or the signal stops it. */
async function call(supplier: Supplier, batches: readonly (readonly Question[])[], signal: AbortSignal) {
  const answered = new Map<Part, PartAnswer>();
  let callsMade = 0;
  for (const batch of batches) {
    if (signal.aborted) break;
    callsMade += 1;
    let answers: ReadonlyMap<string, PartAnswer>;
    try {
      // Two parts may have one spelling between them.
      const numbers = new Set(batch.flatMap(({ numbers }) => numbers));
      answers = await supplier.lookup([...numbers], signal);
    } catch (error) {
      if (signal.aborted) break;
      throw error;
    }
    for (const { part, numbers } of batch) {
      answered.set(part, answerOf(numbers.map((number) => answers.get(number) ?? NO_ANSWER)));
    }
    const failure = failureOfAll([...answers.values()]);
    if (failure) return { answered, failure, callsMade };
  }
  return { answered, failure: null, callsMade };
}

/** The supplier failed, not the question about one part. */
function failureOfAll(answers: readonly PartAnswer[]): SupplierFailure & { kind: Report['failure'] } | null {
  const [first] = answers;
  if (!first || !isFailure(first) || first.kind === 'permanent' || !answers.every(isFailure)) return null;
  return { ...first, kind: first.kind };
}

function reportOf(
  answered: ReadonlyMap<Part, PartAnswer>,
  failure: ReturnType<typeof failureOfAll>,
  unused: number,
): Report {
  return {
    unused,
    failure: failure?.kind ?? null,
    retry_after_ms: failure?.retryAfterMs ?? null,
    answers: [...answered].flatMap(([part, answer]) =>
      isFailure(answer) ? [] : [{
        orderable_key: part.key,
        answer: answer.kind === 'found' ? { findings: [...answer.findings] } : null,
      }]
    ),
  };
}

/** What a failure means for the part it met. */
function take(
  part: Part,
  { kind, reason, retryAfterMs }: SupplierFailure,
  supplier: string,
  blockedMs: number | null,
  earlier: ReadonlyMap<string, KnownAnswer>,
): void {
  if (kind === 'permanent' || kind === 'misconfigured') return leaveUnheard(part, supplier, earlier);
  part.waits.push({
    supplier,
    reason,
    retryAfterMs: blockedMs ?? retryAfterMs ?? null,
    usesAttempt: kind === 'transient',
  });
}

/** Nobody may call now. */
function putOff(
  parts: readonly Part[],
  earlier: ReadonlyMap<string, KnownAnswer>,
  supplier: string,
  { reason, wait_ms }: Grant,
  log: Log,
): void {
  log('supplier_waits', { supplier, reason, parts: parts.length, wait_ms });
  for (const part of parts) {
    if (reason === 'misconfigured' || wait_ms === null) leaveUnheard(part, supplier, earlier);
    else part.waits.push({ supplier, reason: reason ?? 'limit', retryAfterMs: wait_ms, usesAttempt: false });
  }
}

/** What a supplier said before it could no longer be asked is better than forgetting it. */
function leaveUnheard(part: Part, supplier: string, earlier: ReadonlyMap<string, KnownAnswer>): void {
  part.unheard.push(supplier);
  const answer = earlier.get(part.key);
  if (answer) part.said.push(toSaid(answer));
}

function toSaid({ supplier, answered_at, answer }: KnownAnswer): SupplierSaid {
  return { supplier, fetched_at: answered_at, findings: answer?.findings ?? [] };
}

function findingsIn(answer: PartAnswer): readonly SupplierFinding[] {
  return answer.kind === 'found' ? answer.findings : [];
}

function questionOf(part: Part, supplier: Supplier): Question {
  const numbers = part.numbers.filter((number) => supplier.takes(number));
  return { part, numbers: numbers.slice(0, supplier.batchSize) };
}

/** Questions for one call each, which can ask for `size` numbers. A part's spellings are asked for together. */
function batchesOf(questions: readonly Question[], size: number): (readonly Question[])[] {
  const batches: Question[][] = [];
  let room = 0;
  for (const question of questions) {
    const { length } = question.numbers;
    const batch = batches.at(-1);
    if (batch && length <= room) {
      batch.push(question);
      room -= length;
    } else {
      batches.push([question]);
      room = size - length;
    }
  }
  return batches;
}
