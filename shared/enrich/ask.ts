/**
 * Asks suppliers about parts: their earlier answers while those are fresh, then calls, as many as all isolates together
 * may still make. What is filled, and so who is still to be asked, is for the caller to say.
 */
import type { Log } from '../log.ts';
import {
  isFailure,
  type PartAnswer,
  type Supplier,
  type SupplierFailure,
  type SupplierFinding,
} from '../suppliers/port.ts';
import type { Grant, KnownAnswer, Report, SupplierStore } from '../suppliers/store.ts';
import type { SupplierWait } from './port.ts';

const MINUTE_MS = 60_000;

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
  readonly waitsFor: SupplierWait;
  readonly retryAfterMs: number | null;
  readonly usesAttempt: boolean;
}

/** A part that suppliers are asked about, and what has come of it. */
export interface AskedPart {
  readonly key: string;
  /** What suppliers are asked for. */
  readonly numbers: readonly string[];
  readonly said: SupplierSaid[];
  readonly waits: Wait[];
  /** Suppliers that could not be asked, and cannot be until somebody fixes their settings. */
  readonly unheard: string[];
  /** The signal stopped it: nothing is to be said of it now. */
  isStopped: boolean;
}

export interface AskDependencies {
  /** In the order in which they are asked. */
  readonly suppliers: readonly Supplier[];
  readonly store: SupplierStore;
  readonly log: Log;
}

/** For whom suppliers are asked, and until when. */
export interface Asking {
  readonly organizationId: string;
  readonly signal: AbortSignal;
}

/** A part and those of its spellings that the supplier can be asked for. */
interface Question {
  readonly part: AskedPart;
  readonly numbers: readonly string[];
}

/** Asks one supplier after the other about those of `parts` that are still open. */
export async function askSuppliers<Part extends AskedPart>(
  parts: readonly Part[],
  isOpen: (part: Part) => boolean,
  answers: readonly KnownAnswer[],
  { suppliers, store, log }: AskDependencies,
  asking: Asking,
): Promise<void> {
  for (const supplier of suppliers) {
    const said = answers.filter((answer) => answer.supplier === supplier.name);
    const earlier = new Map(said.map((answer) => [answer.orderable_key, answer]));
    await askAbout(parts.filter(isOpen), earlier, supplier, { store, log }, asking);
  }
}

/** Adds what one supplier says to each of the parts. */
async function askAbout(
  parts: readonly AskedPart[],
  earlier: ReadonlyMap<string, KnownAnswer>,
  supplier: Supplier,
  { store, log }: Pick<AskDependencies, 'store' | 'log'>,
  { organizationId, signal }: Asking,
): Promise<void> {
  const { name, limits, batchSize } = supplier;
  let rest: readonly AskedPart[] = parts.filter((part) => {
    const answer = earlier.get(part.key);
    if (answer?.fresh) part.said.push(toSaid(answer));
    return !answer?.fresh && part.numbers.some((number) => supplier.takes(number));
  });

  while (rest.length > 0) {
    if (signal.aborted) return rest.forEach((part) => part.isStopped = true);
    const batches = batchesOf(rest.map((part) => questionOf(part, supplier)), batchSize);
    const grant = await store.grant(name, batches.length, limits, organizationId);
    if (grant.granted === 0) return putOff(rest, earlier, name, grant, log);

    const { answered, failure, callsMade } = await call(supplier, batches.slice(0, grant.granted), signal);
    const reply = await store.report(name, {
      unused: grant.granted - callsMade,
      organization_id: organizationId,
      ...reportOf(answered, failure),
    });
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
  const answered = new Map<AskedPart, PartAnswer>();
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
  answered: ReadonlyMap<AskedPart, PartAnswer>,
  failure: ReturnType<typeof failureOfAll>,
): Omit<Report, 'unused' | 'organization_id'> {
  return {
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
  part: AskedPart,
  { kind, reason, retryAfterMs }: SupplierFailure,
  supplier: string,
  blockedMs: number | null,
  earlier: ReadonlyMap<string, KnownAnswer>,
): void {
  if (kind === 'permanent' || kind === 'misconfigured') return leaveUnheard(part, supplier, earlier);
  const waitMs = blockedMs ?? retryAfterMs ?? null;
  part.waits.push({
    supplier,
    reason,
    waitsFor: waitFor(kind, waitMs),
    retryAfterMs: waitMs,
    usesAttempt: kind === 'transient',
  });
}

/** A quota that the supplier itself says is used up is the minute's, or a longer one. */
function waitFor(reason: string | null, waitMs: number | null): SupplierWait {
  if (reason === 'minute' || reason === 'day') return `supplier_${reason}`;
  if (reason !== 'over_quota') return 'supplier_away';
  return waitMs !== null && waitMs > MINUTE_MS ? 'supplier_day' : 'supplier_minute';
}

/** Nobody may call now. */
function putOff(
  parts: readonly AskedPart[],
  earlier: ReadonlyMap<string, KnownAnswer>,
  supplier: string,
  { reason, wait_ms }: Grant,
  log: Log,
): void {
  log('supplier_waits', { supplier, reason, parts: parts.length, wait_ms });
  for (const part of parts) {
    if (reason === 'misconfigured' || wait_ms === null) leaveUnheard(part, supplier, earlier);
    else {
      const waitsFor = waitFor(reason, wait_ms);
      part.waits.push({
        supplier,
        reason: reason ?? 'limit',
        waitsFor,
        retryAfterMs: wait_ms,
        usesAttempt: false,
      });
    }
  }
}

/** What a supplier said before it could no longer be asked is better than forgetting it. */
function leaveUnheard(part: AskedPart, supplier: string, earlier: ReadonlyMap<string, KnownAnswer>): void {
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

function questionOf(part: AskedPart, supplier: Supplier): Question {
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
