/**
 * Asks suppliers about parts: their earlier answers while those are fresh, then calls, as many as all isolates together
 * may still make. What is filled, and so who is still to be asked, is for the caller to say. What a supplier said before is
 * known even where it is no longer fresh.
 */
import type { SupplierOffer } from '../domain/component.ts';
import type { Log } from '../log.ts';
import type { Distributor } from '../parts/distributor-numbers.ts';
import { agreesWith } from '../parts/manufacturers.ts';
import { orderableKey } from '../parts/part-number.ts';
import {
  isFailure,
  type PartAnswer,
  type PartQuestion,
  settingName,
  type Supplier,
  type SupplierFailure,
  type SupplierFinding,
} from '../suppliers/port.ts';
import type {
  Grant,
  KnownAnswer,
  Report,
  StoredAnswer,
  SupplierChoice,
  SupplierStore,
} from '../suppliers/store.ts';
import type { SupplierWait } from './port.ts';

const MINUTE_MS = 60_000;

/** How long what a supplier said is as good as new, by kinds of facts. */
export const FRESH_SECONDS = {
  stock: 12 * 60 * 60,
  price: 24 * 60 * 60,
  specifications: 30 * 24 * 60 * 60,
} as const;

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
  /** See answerKey. */
  readonly key: string;
  /** What suppliers are asked for. */
  readonly numbers: readonly string[];
  /** Where the number is a distributor's own: to everybody else it says nothing. */
  readonly distributor: Distributor | null;
  /** The manufacturers that lines name; null: one names none. */
  readonly stated: ReadonlySet<string | null>;
  readonly said: SupplierSaid[];
  readonly waits: Wait[];
  /** Suppliers that could not be asked, and cannot be until somebody fixes their settings. */
  readonly unheard: string[];
  /** The signal stopped it: nothing is to be said of it now. */
  isStopped: boolean;
}

/** By which answers are kept: what a distributor says of its own number says nothing of a manufacturer's with the same digits. */
export function answerKey(
  { mpn, distributor }: { readonly mpn: string; readonly distributor: Distributor | null },
): string {
  return distributor === null ? orderableKey(mpn) : `${orderableKey(mpn)} @${distributor}`;
}

/** Who has suppliers asked. */
interface Caller<Part> {
  /** Whether a further supplier could still add something. */
  isOpen(part: Part): boolean;
  /** Told when the part has all that is new, and before it gets what suppliers said that were not heard now, however old. */
  heard(part: Part): void;
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
interface Asked {
  readonly part: AskedPart;
  readonly questions: readonly PartQuestion[];
}

/**
 * The suppliers that an organization wants asked, in its order; in the product's where it wants all. One whose answers are
 * counted for life comes last: what the others say costs nothing of it.
 */
function chosenSuppliers(
  suppliers: readonly Supplier[],
  { names }: SupplierChoice,
): readonly Supplier[] {
  if (names === null) {
    return [
      ...suppliers.filter(({ limits }) => !limits.budget),
      ...suppliers.filter(({ limits }) => limits.budget),
    ];
  }
  return names.flatMap((chosen) => suppliers.filter(({ name }) => settingName(name) === chosen));
}

/**
 * Asks about `parts`: all at once what each supplier knows, but those whose answers are counted for life, who are asked one
 * after the other about what is still open; or all of them one after the other, where the organization wants that.
 */
export async function askSuppliers<Part extends AskedPart>(
  parts: readonly Part[],
  { isOpen, heard }: Caller<Part>,
  answers: readonly KnownAnswer[],
  choice: SupplierChoice,
  { suppliers, store, log }: AskDependencies,
  asking: Asking,
): Promise<void> {
  const statedOf = new Map(parts.map(({ key, stated }) => [key, stated]));
  const usable = answers.filter((known) => isAbout(known, statedOf.get(known.orderable_key) ?? new Set()));
  const ask = (supplier: Supplier, asked: readonly Part[]) => {
    const said = usable.filter((answer) => answer.supplier === supplier.name);
    const earlier = new Map(said.map((answer) => [answer.orderable_key, answer]));
    return askAbout(asked, earlier, supplier, { store, log }, asking);
  };
  const chosen = chosenSuppliers(suppliers, choice);
  const sideBySide = choice.until_filled ? [] : chosen.filter(({ limits }) => !limits.budget);
  await Promise.all(sideBySide.map((supplier) => ask(supplier, parts)));
  // They answer in any order: what is made of it must not depend on who was first.
  const places = new Map(chosen.map(({ name }, place) => [name, place]));
  for (const { said } of parts) said.sort((a, b) => places.get(a.supplier)! - places.get(b.supplier)!);
  for (const supplier of chosen.filter((each) => !sideBySide.includes(each))) {
    await ask(supplier, parts.filter(isOpen));
  }
  for (const part of parts) {
    heard(part);
    const spoke = new Set(part.said.map(({ supplier }) => supplier));
    const before = usable.filter(({ supplier, orderable_key }) =>
      orderable_key === part.key && places.has(supplier) && !spoke.has(supplier)
    );
    part.said.push(...before.map(toSaid));
    part.said.splice(0, Infinity, ...withoutDoubles(part.said, chosen));
  }
}

/** Whether an answer may be all that the supplier knows of the manufacturers that lines state. */
function isAbout({ answer }: KnownAnswer, stated: ReadonlySet<string | null>): boolean {
  return !answer?.has_more ||
    [...stated].every((name) =>
      name === null || answer.findings.some(({ manufacturer }) => agreesWith(name, manufacturer) !== null)
    );
}

/** What a supplier offers itself is not offered once more by who lists it among other sellers: its stock is there once. */
function withoutDoubles(said: readonly SupplierSaid[], chosen: readonly Supplier[]): SupplierSaid[] {
  const offering = chosen.filter(({ name }) =>
    said.some(({ supplier, findings }) =>
      supplier === name && findings.some(({ offers }) => offers.length > 0)
    )
  );
  const isDouble = ({ seller }: SupplierOffer, by: string) =>
    seller && offering.some(({ name, sellsAs }) => name !== by && sellsAs?.test(seller));
  return said.map((one) => ({
    ...one,
    findings: one.findings.map((finding) => (
      { ...finding, offers: finding.offers.filter((offer) => !isDouble(offer, one.supplier)) }
    )),
  }));
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
    if (part.distributor !== null && part.distributor !== supplier.distributor) return false;
    const answer = earlier.get(part.key);
    const isFresh = answer !== undefined && answer.age_seconds < freshSeconds(answer.answer, supplier);
    if (isFresh) part.said.push(toSaid(answer));
    return !isFresh && part.numbers.some((number) => supplier.takes(number));
  });

  /** Asked about by themselves: one of them made the supplier refuse a call about several. */
  const alone = new Set<AskedPart>();
  while (rest.length > 0) {
    if (signal.aborted) return rest.forEach((part) => part.isStopped = true);
    const batches = batchesOf(rest.map((part) => questionsOf(part, supplier)), batchSize, alone);
    const worst = Math.max(...batches.map((batch) => costOf(batch, supplier)));
    const grant = await store.grant(name, batches.length, { ...limits, worstParts: worst }, organizationId);
    if (grant.granted === 0) return putOff(rest, earlier, name, grant, log);

    const granted = batches.slice(0, grant.granted);
    const { answered, refused, failure, callsMade, partsCounted } = await call(supplier, granted, signal);
    for (const part of refused) alone.add(part);
    const reply = await store.report(name, {
      unused: grant.granted - callsMade,
      unused_parts: grant.granted * worst - partsCounted,
      organization_id: organizationId,
      ...reportOf(answered, failure, answered.size + refused.length > 0),
    });
    if (failure) log('supplier_failed', { supplier: name, kind: failure.kind, reason: failure.reason });
    for (const [part, answer] of answered) {
      if (isFailure(answer)) take(part, answer, name, reply.blocked_ms, earlier);
      else part.said.push({ supplier: name, fetched_at: reply.answered_at, findings: findingsIn(answer) });
    }
    rest = rest.filter((part) => !answered.has(part));
  }
}

/** For how long an answer is not asked for again: for as long as the fact in it that grows old first is worth something. */
function freshSeconds(answer: StoredAnswer, { limits }: Supplier): number {
  // Asking again costs what cannot be had again: for what it knows of parts alone.
  if (limits.budget) return FRESH_SECONDS.specifications;
  // It may begin to sell a part any day.
  if (answer === null) return FRESH_SECONDS.price;
  const offers = answer.findings.flatMap((finding) => finding.offers);
  if (offers.some(({ stock }) => stock !== null)) return FRESH_SECONDS.stock;
  if (offers.some(({ price_breaks }) => price_breaks.length > 0)) return FRESH_SECONDS.price;
  return FRESH_SECONDS.specifications;
}

/** Parts that the supplier may count for the answers, at most. */
function costOf(batch: readonly Asked[], { limits }: Supplier): number {
  return batch.reduce((sum, { questions }) => sum + questions.length, 0) * (limits.budget?.perQuestion ?? 0);
}

const NO_ANSWER: PartAnswer = { kind: 'transient', reason: 'no_answer' };

/** What the answers about a part's spellings say together: "not found" only where none of them is anything else. */
function answerOf(answers: readonly PartAnswer[]): PartAnswer {
  return answers.find(({ kind }) => kind === 'found') ?? answers.find(isFailure) ?? { kind: 'not_found' };
}

/** Calls until one fails as a whole, or the signal stops it. `refused`: those of calls about several that were refused for one of them. */
async function call(supplier: Supplier, batches: readonly (readonly Asked[])[], signal: AbortSignal) {
  const answered = new Map<AskedPart, PartAnswer>();
  const refused: AskedPart[] = [];
  let [callsMade, partsCounted] = [0, 0];
  for (const batch of batches) {
    if (signal.aborted) break;
    callsMade += 1;
    let answers: ReadonlyMap<string, PartAnswer>;
    try {
      // Two parts may have one spelling between them.
      const questions = new Map(batch.flatMap((asked) => asked.questions).map((asked) => [asked.key, asked]));
      answers = await supplier.lookup([...questions.values()], signal);
    } catch (error) {
      if (signal.aborted) {
        // What the supplier counted for it, nobody will know.
        partsCounted += costOf(batch, supplier);
        break;
      }
      throw error;
    }
    for (const answer of answers.values()) partsCounted += partsOf(answer, supplier);
    if (batch.length > 1 && [...answers.values()].every(({ kind }) => kind === 'permanent')) {
      refused.push(...batch.map(({ part }) => part));
      continue;
    }
    for (const { part, questions } of batch) {
      answered.set(part, answerOf(questions.map(({ key }) => answers.get(key) ?? NO_ANSWER)));
    }
    const failure = failureOfAll([...answers.values()]);
    if (failure) return { answered, refused, failure, callsMade, partsCounted };
  }
  return { answered, refused, failure: null, callsMade, partsCounted };
}

/** What a call that failed has cost is not known: the most that it can have. */
function partsOf(answer: PartAnswer, { limits }: Supplier): number {
  if (!limits.budget) return 0;
  return isFailure(answer) ? limits.budget.perQuestion : answer.parts ?? limits.budget.perQuestion;
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
  isHeard: boolean,
): Omit<Report, 'unused' | 'unused_parts' | 'organization_id'> {
  return {
    // A call that was stopped before its answer is no sign that the supplier is well again.
    failure: failure?.kind ?? (isHeard ? null : 'stopped'),
    retry_after_ms: failure?.retryAfterMs ?? null,
    answers: [...answered].flatMap(([part, answer]) =>
      isFailure(answer) ? [] : [{
        orderable_key: part.key,
        answer: answer.kind === 'found'
          ? { findings: [...answer.findings], ...(answer.has_more && { has_more: true }) }
          : null,
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

/** A supplier that knows manufacturers is told the one that the lines agree on. */
function questionsOf(part: AskedPart, supplier: Supplier): Asked {
  const { spellings = supplier.batchSize, batchSize } = supplier;
  const [manufacturer = null, ...others] = part.stated;
  const numbers = part.numbers.filter((number) => supplier.takes(number)).slice(
    0,
    Math.min(spellings, batchSize),
  );
  return {
    part,
    questions: numbers.map((mpn) => ({
      key: orderableKey(mpn),
      mpn,
      manufacturer: others.length === 0 ? manufacturer : null,
      ...(part.distributor !== null && { isSuppliersOwn: true as const }),
    })),
  };
}

/** Questions for one call each, which can ask for `size` numbers. A part's spellings are asked for together. */
function batchesOf(
  asked: readonly Asked[],
  size: number,
  alone: ReadonlySet<AskedPart>,
): (readonly Asked[])[] {
  const batches: Asked[][] = [];
  let room = 0;
  for (const one of asked) {
    const length = alone.has(one.part) ? size : one.questions.length;
    const batch = batches.at(-1);
    if (batch && length <= room) {
      batch.push(one);
      room -= length;
    } else {
      batches.push([one]);
      room = size - length;
    }
  }
  return batches;
}
