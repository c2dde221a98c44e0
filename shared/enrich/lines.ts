/** What becomes of a batch of lines: equal parts are looked up once, and each line gets its result. */
import type { KnownPart } from '../assess/contradictions/index.ts';
import { foundOf } from '../assess/found.ts';
import { requiredFields } from '../assess/quality.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { Component, ComponentFields, Remark, SupplierOffers } from '../domain/component.ts';
import { FIELD_NAMES, fieldOf } from '../domain/fields.ts';
import { CHOSEN, KEPT_AS_WRITTEN } from '../domain/kept.ts';
import { MANUFACTURER_OPEN } from '../domain/open-manufacturer.ts';
import { possessive } from '../domain/possessive.ts';
import { type Distributor, readDistributorNumber } from '../parts/distributor-numbers.ts';
import type { Finding } from '../parts/finding.ts';
import { loadSeries } from '../parts/decoders/source.ts';
import { askedBy, partsFor, whyFor } from '../parts/parametric.ts';
import { cleanPartNumber, orderableKey } from '../parts/part-number.ts';
import { componentKey, numberAskedFor, spellingsInUse } from '../parts/spelling.ts';
import { numberInWords } from '../parts/text/asks.ts';
import type { Supplier } from '../suppliers/port.ts';
import type { KnownAhead, OwnComponent, Question } from '../suppliers/store.ts';
import {
  answerKey,
  type AskDependencies,
  type AskedPart,
  askSuppliers,
  type SupplierSaid,
  type Wait,
} from './ask.ts';
import { contradictionsOf, designatorsOf, fits, questionOf } from './judge.ts';
import { findingsAbout, isOf } from './match/named.ts';
import { candidate, MAX_CANDIDATES, proposalsFor } from './match/proposals.ts';
import type { ClaimedLine, EnrichLines, LineResult } from './port.ts';
import { mergeFindings } from './merge.ts';
import { findingsOf, type Resolution, resolve } from './resolve.ts';

/** Source of what a line's own organization says of the part. */
const OWN = 'own';

/** What nobody but a supplier can say, so a part is not done with before one did or could not. */
const FROM_SUPPLIERS = FIELD_NAMES.filter((name) => fieldOf(name).isSuppliersWord);

/** A number by which a line's part can be looked up. */
interface PartLine {
  readonly line_id: string;
  /** As its manufacturer spells it, where that is certain. */
  readonly mpn: string;
  /** Whose own number it is, where it is a distributor's. */
  readonly distributor: Distributor | null;
  /** As the BOM has it. */
  readonly asked: string;
  readonly manufacturer: string | null;
  readonly quantity: number | null;
  /** The organization has decided what these words mean. */
  readonly isDecided: boolean;
  readonly isLastAttempt: boolean;
  readonly remarks: readonly Remark[];
}

/** A distinct number of the batch, with the manufacturers that its lines state. */
interface Part extends AskedPart {
  readonly stated: Set<string | null>;
  /** The stated manufacturers by whose part something is missing that a supplier who could not answer may know. */
  readonly waiting: Set<string | null>;
  /**
   * The part that a line with this manufacturer means, by all that the product itself and the suppliers know now. How sure
   * that is depends on how the line writes the number; without `asked`, as the first line does.
   */
  resolve(stated: string | null, asked?: string): Resolution | null;
  /** The same of a line that names no manufacturer, if several use the number: the part of the one that ranks highest. */
  resolveBy(
    rank: (manufacturer: string, findings: readonly Finding[]) => number,
    asked: string,
  ): Resolution | null;
  /** What suppliers say of its number. */
  answered(): readonly Finding[];
}

type WithoutLine<Result> = Result extends LineResult ? Omit<Result, 'line_id' | 'fence'> : never;
type Outcome = WithoutLine<LineResult>;

const NOT_FOUND = { status: 'not_found', remarks: [] } as const satisfies Outcome;

/** What is proposed for a line without a number: what its distributors' numbers hold, else by its value and size. */
function byWords(line: ClaimedLine): Outcome {
  if (line.decided) return NOT_FOUND;
  const asked = askedBy({ ...line, designators: designatorsOf(line) });
  const candidates = [
    ...withinSupplierNumbers(line),
    ...inTurn(
      asked.map((meant) =>
        partsFor(meant, line.manufacturer).map((finding) =>
          candidate('parametric', finding, whyFor(meant, finding))
        )
      ),
    ),
  ].slice(0, MAX_CANDIDATES);
  const remarks = line.supplier_numbers.slice(0, 1).map(({ supplier, number }): Remark => ({
    code: 'distributor_number_only',
    detail: `The BOM names this part by ${
      possessive(readDistributorNumber(supplier, number).distributor ?? supplier ?? 'a distributor')
    } number ${number} alone, and nobody who was asked knows the part by it. Give the manufacturer's number.`,
  }));
  return { ...NOT_FOUND, remarks, ...(candidates.length > 0 ? { candidates } : {}) };
}

/** The first of each list, then the second of each: a number may mean one value as well as another. */
const inTurn = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  Array.from(
    { length: Math.max(0, ...lists.map(({ length }) => length)) },
    (_, i) => lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat();

/** Parts whose manufacturer's number stands in a distributor's: proposed, for some leave characters out of it. */
function withinSupplierNumbers({ supplier_numbers }: ClaimedLine): Candidate[] {
  return supplier_numbers.flatMap(({ supplier, number }) => {
    const { distributor, inner, isCertain } = readDistributorNumber(supplier, number);
    if (inner === null || !isCertain) return [];
    return findingsOf(inner).filter(({ mpn }) => orderableKey(mpn) === orderableKey(inner)).map((finding) =>
      candidate('similar', finding, `${possessive(`${distributor}`)} number ${number} holds this number.`)
    );
  });
}

/**
 * Enriches with what the line's organization, the product itself and suppliers know, suppliers or not. A line that the
 * signal stopped gets no result.
 */
export function createEnrichLines(dependencies: AskDependencies): EnrichLines {
  const { suppliers, store } = dependencies;
  return async (lines, signal, organizationId, ahead = null) => {
    await loadSeries();
    const outcomes = new Map<string, Outcome | null>();
    const ownParts = new Map<string, KnownPart>();
    const ways = new Map<string, readonly PartLine[]>();
    for (const line of lines) {
      const named = partLineOf(line);
      ways.set(line.line_id, named ? [named] : otherWays(line, suppliers));
      outcomes.set(line.line_id, named ? NOT_FOUND : byWords(line));
    }
    // Most lines have one number. One without is looked up by the next that may lead to its part, until one does.
    for (let turn = 0;; turn += 1) {
      const asked = lines.flatMap(({ line_id }) => {
        const way = ways.get(line_id)?.[turn];
        return way && isUnknown(outcomes.get(line_id)) ? [way] : [];
      });
      if (asked.length === 0) break;
      const settle = ({ line_id }: PartLine, outcome: Outcome | null) =>
        outcomes.set(line_id, surerOf(outcomes.get(line_id) ?? null, outcome));
      const questions = asked.map((way) => ({ line_id: way.line_id, orderable_key: answerKey(way) }));
      const known = ahead !== null && answersAll(ahead, questions)
        ? ahead
        : await store.read(suppliers.map(({ name }) => name), questions);
      const parts = distinctParts(asked);
      await askSuppliers(
        [...parts.values()],
        { isOpen, heard: noteWaiting },
        known.answers,
        known.choice,
        dependencies,
        { organizationId, signal },
      );
      const claimed = new Map(lines.map((line) => [line.line_id, line]));
      for (const line of asked) {
        const part = parts.get(answerKey(line))!;
        const own = ownPartOf(line, known.own, part);
        if (own) ownParts.set(line.line_id, own.resolution.component);
        settle(
          line,
          own ? ownResultOf(own, part, line) : resultOf(part, line, claimed.get(line.line_id)!),
        );
      }
    }
    return lines.flatMap((line): LineResult[] => {
      const outcome = outcomes.get(line.line_id);
      return outcome
        ? [{ line_id: line.line_id, fence: line.fence, ...judged(line, outcome, ownParts.get(line.line_id)) }]
        : [];
    });
  };
}

/** A number that was read otherwise than the line has it, or a later one of the line, is asked for. */
function answersAll({ asked }: KnownAhead, questions: readonly Question[]): boolean {
  const keys = new Map(asked.map(({ line_id, orderable_key }) => [line_id, orderable_key]));
  return questions.every(({ line_id, orderable_key }) => keys.get(line_id) === orderable_key);
}

type Unknown = Extract<Outcome, { status: 'not_found' | 'failed' }>;

const isUnknown = (outcome: Outcome | null | undefined): outcome is Unknown =>
  outcome?.status === 'not_found' || outcome?.status === 'failed';

/** What is known of a line after one more number of it was looked up: what was proposed before is still proposed. */
function surerOf(before: Outcome | null, now: Outcome | null): Outcome | null {
  if (!isUnknown(now) || !isUnknown(before)) return now;
  const candidates = [before, now].flatMap(({ candidates }) => candidates ?? [])
    .toSorted((a, b) => b.confidence - a.confidence).slice(0, MAX_CANDIDATES);
  return {
    status: before.status === 'failed' ? 'failed' : now.status,
    remarks: [...before.remarks, ...now.remarks],
    ...(candidates.length > 0 ? { candidates } : {}),
  };
}

/** Held against the part that was found, but for words whose meaning the organization has decided. */
function judged(line: ClaimedLine, outcome: Outcome, own: KnownPart | undefined): Outcome {
  if (outcome.status === 'retry' || line.decided) return outcome;
  const shared = 'component' in outcome ? outcome.component : null;
  const contradictions = contradictionsOf(line, own ?? shared);
  return {
    ...outcome,
    ...('component' in outcome && outcome.candidates ? whoseOf(line, outcome, outcome.candidates) : {}),
    ...(contradictions.length > 0 ? { contradictions } : {}),
  };
}

/** Where several manufacturers use the number, and do not make it alike, the remark that says so is a question. */
function whoseOf(
  line: ClaimedLine,
  { component, source, remarks }: Extract<Outcome, { component: Component }>,
  others: readonly Candidate[],
): { readonly remarks: readonly Remark[]; readonly candidates: readonly Candidate[] } {
  const taken = candidate(
    'exact',
    { ...component, source },
    'Looked up, since no manufacturer is named.',
    others.length + 1,
  );
  const question = questionOf(line, taken, others);
  return {
    remarks: remarks.map((remark) =>
      remark.code === MANUFACTURER_OPEN && question ? question.remark : remark
    ),
    candidates: (question?.candidates ?? others).slice(0, MAX_CANDIDATES),
  };
}

/** What an organization decided of a line's words comes before the words themselves. */
function partLineOf(
  { line_id, mpn, manufacturer, quantity, decided, is_last_attempt }: ClaimedLine,
): PartLine | null {
  const wanted = decided?.mpn
    ? { mpn: decided.mpn, manufacturer: decided.manufacturer }
    : { mpn, manufacturer };
  const asked = cleanPartNumber(wanted.mpn ?? '');
  if (asked === null) return null;
  return {
    line_id,
    mpn: numberAskedFor(asked, wanted.manufacturer),
    distributor: null,
    asked,
    manufacturer: wanted.manufacturer,
    quantity,
    isDecided: decided !== null,
    isLastAttempt: is_last_attempt,
    remarks: decided ? [remarkOf(decided.mpn)] : [],
  };
}

/**
 * By what the part of a line without a number is looked up, the surest first: a number of a distributor that can be asked by
 * it, then a number that stands in the place of the value or the description. What is meant as written is looked up by nothing.
 */
function otherWays(line: ClaimedLine, suppliers: readonly Supplier[]): readonly PartLine[] {
  if (line.decided) return [];
  const { line_id, manufacturer, quantity, supplier_numbers, is_last_attempt } = line;
  const known = { line_id, manufacturer, quantity, isDecided: false, isLastAttempt: is_last_attempt };
  const sold = supplier_numbers.flatMap(({ supplier, number }): PartLine[] => {
    const { distributor } = readDistributorNumber(supplier, number);
    const asked = cleanPartNumber(number);
    const isKept = distributor !== null && asked !== null &&
      suppliers.some((one) => one.distributor === distributor);
    return isKept ? [{ ...known, mpn: asked, asked, distributor, remarks: [] }] : [];
  });
  const named = numberInWords(line);
  return [
    // Several numbers of distributors are packings and alternatives: each would cost calls, and one tells the part.
    ...sold.slice(0, 1),
    ...(named === null ? [] : [{
      ...known,
      mpn: numberAskedFor(named.number, manufacturer),
      asked: named.number,
      distributor: null,
      remarks: [{
        code: `number_in_${named.where}`,
        detail: `The BOM gives no part number. Its ${named.where}, ${named.number}, was looked up as one.`,
      }],
    }]),
  ];
}

function remarkOf(chosen: string | null): Remark {
  return chosen === null
    ? { code: KEPT_AS_WRITTEN, detail: 'Your organization decided that this is meant as written.' }
    : { code: CHOSEN, detail: `Your organization decided that these words mean ${chosen}.` };
}

/** The parts behind the lines, by what their numbers are of. */
function distinctParts(lines: readonly PartLine[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const line of lines) {
    const key = answerKey(line);
    const part = parts.get(key) ?? newPart(line);
    part.stated.add(line.manufacturer);
    parts.set(key, part);
  }
  return parts;
}

function newPart({ mpn: number, asked: first, distributor }: PartLine): Part {
  const said: SupplierSaid[] = [];
  const local = distributor === null ? findingsOf(number) : [];
  // Asked before and after each supplier, for each line: what was found holds until a supplier says more.
  let heard = 0;
  let found = new Map<string, Resolution | null>();
  const answered = () => said.flatMap((heard) => findingsAbout(number, heard));
  return {
    key: answerKey({ mpn: number, distributor }),
    distributor,
    numbers: distributor === null ? spellingsInUse(number) : [number],
    stated: new Set(),
    waiting: new Set(),
    said,
    waits: [],
    unheard: [],
    isStopped: false,
    answered,
    resolve(stated, asked = first) {
      if (heard < said.length) found = new Map();
      heard = said.length;
      const question = JSON.stringify([stated, asked]);
      const resolution = found.has(question)
        ? found.get(question) ?? null
        : resolve({ number, asked, stated }, [...local, ...answered()]);
      found.set(question, resolution);
      return resolution;
    },
    resolveBy(rank, asked) {
      const byManufacturer = new Map<string, Finding[]>();
      for (const finding of [...local, ...answered()]) {
        byManufacturer.set(finding.manufacturer, [
          ...byManufacturer.get(finding.manufacturer) ?? [],
          finding,
        ]);
      }
      const ranked = [...byManufacturer].map(([name, findings]) => ({ findings, rank: rank(name, findings) }))
        .sort((a, b) => b.rank - a.rank);
      return resolve({ number, asked, stated: null }, ranked.flatMap(({ findings }) => findings));
    },
  };
}

/**
 * The part of a line. Where its BOM leaves open whose of several it is, one in the package of its footprint comes first, then
 * one that somebody has for sale.
 */
function resolutionOf(
  part: Part,
  { mpn, asked, manufacturer }: PartLine,
  line: ClaimedLine,
): Resolution | null {
  const resolution = part.resolve(manufacturer, asked);
  if (!resolution || manufacturer !== null || resolution.others.length === 0) return resolution;
  return part.resolveBy((manufacturer, findings) => {
    const orderable_key = componentKey(mpn, manufacturer);
    return 2 * Number(fits(line, findings)) + Number(isForSale(part, { orderable_key, manufacturer }));
  }, asked);
}

/** Whether a further supplier could still add what is required, or have what those before have not. */
function isOpen(part: Part): boolean {
  return [...part.stated].some((stated) => {
    const resolution = part.resolve(stated);
    return !resolution || !isFilled(resolution.component.fields) || !isForSale(part, resolution.component);
  });
}

/** What suppliers said long ago keeps nobody from waiting for what one of them would say now. */
function noteWaiting(part: Part): void {
  if (part.waits.length === 0) return;
  for (const stated of part.stated) {
    if (!isFilled(part.resolve(stated)?.component.fields)) part.waiting.add(stated);
  }
}

/** Somebody has some, at a price that is known; what a marketplace has, its sellers send apart. */
function isForSale({ said }: Part, component: Parameters<typeof isOf>[0]): boolean {
  return said.some(({ findings }) =>
    findings.some((finding) =>
      isOf(component, finding) &&
      finding.offers.some(({ marketplace, stock, price_breaks }) =>
        !marketplace && (stock ?? 0) > 0 && price_breaks.length > 0
      )
    )
  );
}

function isFilled(fields: ComponentFields = {}): boolean {
  return [...requiredFields(fields), ...FROM_SUPPLIERS].every((name) => fields[name] !== undefined);
}

/** Null: the signal stopped it. */
function resultOf(
  part: Part,
  asked: PartLine,
  line: ClaimedLine,
): Outcome | null {
  const { mpn, manufacturer, quantity, isDecided, isLastAttempt, distributor, remarks } = asked;
  const { waits, unheard, isStopped, waiting } = part;
  if (isStopped) return null;
  const resolution = resolutionOf(part, asked, line);
  const wait = waiting.has(manufacturer) ? shortest(waits) : null;
  // Put off for the last time, it would fail: what is known of it without the one who does not answer is better than that.
  const isWorthMore = resolution !== null && resolution.doubt === null && isLastAttempt &&
    wait?.usesAttempt === true;
  if (wait && !isWorthMore) return putOff(wait);
  // Nobody knows it, but somebody who might was not heard: that is no "not found".
  if (!resolution) {
    const candidates = isDecided || distributor !== null ? [] : proposalsFor(mpn, manufacturer);
    return {
      status: unheard.length > 0 ? 'failed' : 'not_found',
      remarks: [...remarks, ...notAsked(part)],
      ...(candidates.length > 0 ? { candidates } : {}),
    };
  }
  if (resolution.doubt !== null) {
    const { mpn, manufacturer } = resolution.component;
    const detail = `${
      possessive(manufacturer)
    } numbering allows ${mpn}. No such part is known: ${resolution.doubt}.`;
    return {
      status: unheard.length > 0 ? 'failed' : 'not_found',
      remarks: [...remarks, { code: 'not_known_to_exist', detail }, ...notAsked(part)],
    };
  }
  const offers = offersOf(resolution.component, part);
  const found = foundOf(resolution.component.fields, offers.flatMap(({ offers }) => offers), quantity);
  const { others, doubt: _, ...known } = resolution;
  return {
    status: 'enriched',
    ...known,
    remarks: [
      ...remarks,
      // That any of them will do has been decided, too.
      ...resolution.remarks.filter(({ code }) => !isDecided || code !== MANUFACTURER_OPEN),
      ...notAsked(part),
    ],
    ...(others.length > 0 && !isDecided ? { candidates: others } : {}),
    offers,
    ...found,
  };
}

function putOff(wait: Wait): Outcome {
  return {
    status: 'retry',
    uses_attempt: wait.usesAttempt,
    waits_for: wait.waitsFor,
    // kept only where this was the last attempt
    remarks: [{ code: 'supplier_failed', detail: `${wait.supplier} did not answer (${wait.reason}).` }],
    ...(wait.retryAfterMs === null ? {} : { retry_after_ms: wait.retryAfterMs }),
  };
}

function notAsked({ unheard, waits }: Part): readonly Remark[] {
  return [...unheard, ...waits.map(({ supplier }) => supplier)].map((supplier) => (
    { code: 'supplier_not_asked', detail: `${supplier} could not be asked about this part.`, supplier }
  ));
}

function offersOf(component: Component, { said }: Part): readonly SupplierOffers[] {
  return said.map(({ supplier, fetched_at, findings }) => ({
    supplier,
    fetched_at,
    offers: findings.filter((finding) => isOf(component, finding)).flatMap(({ offers }) => offers),
  }));
}

function shortest(waits: readonly Wait[]): Wait | null {
  const [first, ...others] = waits;
  if (!first) return null;
  return others.reduce((a, b) => (a.retryAfterMs ?? 0) <= (b.retryAfterMs ?? 0) ? a : b, first);
}

/** A component that a line's own organization keeps, and what is known of it. */
interface OwnPart {
  readonly kept: OwnComponent;
  readonly resolution: Resolution;
}

/** An organization's own description of a part wins over everybody's, and stays a row that only the organization sees. */
function ownPartOf(
  { line_id, mpn, asked, manufacturer, distributor }: PartLine,
  known: readonly OwnComponent[],
  part: Part,
): OwnPart | null {
  if (distributor !== null) return null;
  const own = known.filter((component) => component.line_id === line_id);
  const question = { number: mpn, asked, stated: manufacturer };
  const chosen = resolve(question, own.map(ownFinding));
  const kept = own.find((component) => component.manufacturer === chosen?.component.manufacturer);
  if (!chosen || !kept) return null;
  const others = part.answered().filter((finding) => isOf(chosen.component, finding));
  const findings = own.map((component) =>
    component === kept ? withOthersWord(ownFinding(kept), others) : ownFinding(component)
  );
  return { kept, resolution: resolve(question, findings)! };
}

function ownFinding({ mpn, manufacturer, fields, observed_at }: OwnComponent): Finding {
  const dated = Object.entries(fields).map(([name, said]) => [
    name,
    said.source === OWN ? { ...said, observed_at } : said,
  ]);
  const stated = { manufacturer: { value: manufacturer, source: OWN, confidence: 1 } };
  return { source: OWN, mpn, manufacturer, fields: { ...stated, ...Object.fromEntries(dated) } };
}

/** The organization's word stands before others', but for what changes with time: there the newest does. */
function withOthersWord(own: Finding, others: readonly Finding[]): Finding {
  const all = [own, ...others];
  const fields = mergeFindings(all);
  const dateOf = ({ fields }: Finding) => fields.lifecycle?.observed_at ?? '';
  const { lifecycle } = mergeFindings(
    all.toSorted((a, b) => dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0),
  );
  return { ...own, fields: lifecycle ? { ...fields, lifecycle } : fields };
}

/** Null: the signal stopped it. */
function ownResultOf(
  { kept, resolution }: OwnPart,
  part: Part,
  { quantity, remarks: said }: PartLine,
): Outcome | null {
  if (part.isStopped) return null;
  const { component, step, quality_score, source, remarks } = resolution;
  // No supplier's failure takes away what the organization says itself.
  const wait = isFilled(component.fields) ? null : shortest(
    part.waits.filter(({ usesAttempt, waitsFor }) => !usesAttempt && waitsFor !== 'supplier_away'),
  );
  if (wait) return putOff(wait);
  const offers = offersOf(component, part);
  return {
    status: 'enriched',
    step,
    quality_score,
    source,
    remarks: [...said, ...remarks, ...notAsked(part)],
    own_component_id: kept.component_id,
    own_described_at: kept.described_at,
    own_fields: component.fields,
    offers,
    ...foundOf(component.fields, offers.flatMap(({ offers }) => offers), quantity),
  };
}
