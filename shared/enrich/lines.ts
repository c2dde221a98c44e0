/** What becomes of a batch of lines: equal parts are looked up once, and each line gets its result. */
import type { KnownPart } from '../assess/contradictions/index.ts';
import { foundOf } from '../assess/found.ts';
import { requiredFields } from '../assess/quality.ts';
import type { ComponentFields, Remark, SupplierOffers } from '../domain/component.ts';
import { FIELD_NAMES, fieldOf } from '../domain/fields.ts';
import type { Finding } from '../parts/finding.ts';
import { loadSeries } from '../parts/decoders/source.ts';
import { askedBy, partsFor, whyFor } from '../parts/parametric.ts';
import { cleanPartNumber, orderableKey } from '../parts/part-number.ts';
import { numberAskedFor, spellingsInUse } from '../parts/spelling.ts';
import type { OwnComponent } from '../suppliers/store.ts';
import { type AskDependencies, type AskedPart, askSuppliers, type SupplierSaid, type Wait } from './ask.ts';
import { contradictionsOf, designatorsOf } from './judge.ts';
import { findingsAbout, isOf } from './match/named.ts';
import { candidate, MAX_CANDIDATES, proposalsFor } from './match/proposals.ts';
import type { ClaimedLine, EnrichLines, LineResult } from './port.ts';
import { findingsOf, type Resolution, resolve } from './resolve.ts';

/** Source of what a line's own organization says of the part. */
const OWN = 'own';

/** What nobody but a supplier can say, so a part is not done with before one did or could not. */
const FROM_SUPPLIERS = FIELD_NAMES.filter((name) => fieldOf(name).isSuppliersWord);

/** A line that has a part number. */
interface PartLine {
  readonly line_id: string;
  /** As its manufacturer spells it, where that is certain. */
  readonly mpn: string;
  /** As the BOM has it. */
  readonly asked: string;
  readonly manufacturer: string | null;
  readonly quantity: number | null;
  /** The organization has decided what these words mean. */
  readonly isDecided: boolean;
  readonly remarks: readonly Remark[];
}

/** A distinct number of the batch, with the manufacturers that its lines state. */
interface Part extends AskedPart {
  readonly stated: Set<string | null>;
  /** The part that a line with this manufacturer means, by all that the product itself and the suppliers know now. */
  resolve(stated: string | null): Resolution | null;
}

type WithoutLine<Result> = Result extends LineResult ? Omit<Result, 'line_id' | 'fence'> : never;
type Outcome = WithoutLine<LineResult>;

const NOT_FOUND = { status: 'not_found', remarks: [] } as const satisfies Outcome;

/** What is proposed for a line by its value and size, where it has no number. */
function byWords(line: ClaimedLine): Outcome {
  const asked = line.decided ? null : askedBy({ ...line, designators: designatorsOf(line) });
  const candidates = asked === null
    ? []
    : partsFor(asked).slice(0, MAX_CANDIDATES).map((finding) =>
      candidate('parametric', finding, whyFor(asked, finding))
    );
  return candidates.length > 0 ? { ...NOT_FOUND, candidates } : NOT_FOUND;
}

/**
 * Enriches with what the line's organization, the product itself and suppliers know, suppliers or not. A line that the
 * signal stopped gets no result.
 */
export function createEnrichLines(dependencies: AskDependencies): EnrichLines {
  const { suppliers, store } = dependencies;
  return async (lines, signal, organizationId) => {
    await loadSeries();
    const outcomes = new Map<string, Outcome | null>(lines.map((line) => [line.line_id, byWords(line)]));
    const ownParts = new Map<string, KnownPart>();
    const asked = lines.flatMap((line) => partLineOf(line) ?? []);
    if (asked.length > 0) {
      const questions = asked.map(({ line_id, mpn }) => ({ line_id, orderable_key: orderableKey(mpn) }));
      const known = await store.read(suppliers.map(({ name }) => name), questions);
      for (const line of asked) {
        const own = ownResult(line, known.own);
        outcomes.set(line.line_id, own?.outcome ?? null);
        if (own) ownParts.set(line.line_id, own.part);
      }
      const rest = asked.filter(({ line_id }) => !outcomes.get(line_id));
      const parts = distinctParts(rest);
      await askSuppliers([...parts.values()], isOpen, known.answers, known.choice, dependencies, {
        organizationId,
        signal,
      });
      for (const line of rest) {
        const part = parts.get(orderableKey(line.mpn));
        if (part) outcomes.set(line.line_id, resultOf(part, line));
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

/** Held against the part that was found, but for words whose meaning the organization has decided. */
function judged(line: ClaimedLine, outcome: Outcome, own: KnownPart | undefined): Outcome {
  if (outcome.status === 'retry' || line.decided) return outcome;
  const shared = 'component' in outcome ? outcome.component : null;
  const contradictions = contradictionsOf(line, own ?? shared);
  return contradictions.length > 0 ? { ...outcome, contradictions } : outcome;
}

/** What an organization decided of a line's words comes before the words themselves. */
function partLineOf({ line_id, mpn, manufacturer, quantity, decided }: ClaimedLine): PartLine | null {
  const wanted = decided?.mpn
    ? { mpn: decided.mpn, manufacturer: decided.manufacturer }
    : { mpn, manufacturer };
  const asked = cleanPartNumber(wanted.mpn ?? '');
  if (asked === null) return null;
  return {
    line_id,
    mpn: numberAskedFor(asked, wanted.manufacturer),
    asked,
    manufacturer: wanted.manufacturer,
    quantity,
    isDecided: decided !== null,
    remarks: decided ? [remarkOf(decided.mpn)] : [],
  };
}

function remarkOf(chosen: string | null): Remark {
  return chosen === null
    ? { code: 'kept_as_written', detail: 'Your organization decided that this is meant as written.' }
    : { code: 'chosen', detail: `Your organization decided that these words mean ${chosen}.` };
}

/** The parts behind the lines, by orderable key. */
function distinctParts(lines: readonly PartLine[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const { mpn, asked, manufacturer } of lines) {
    const key = orderableKey(mpn);
    const part = parts.get(key) ?? newPart(key, mpn, asked);
    part.stated.add(manufacturer);
    parts.set(key, part);
  }
  return parts;
}

function newPart(key: string, number: string, asked: string): Part {
  const said: SupplierSaid[] = [];
  const local = findingsOf(number);
  // Asked before and after each supplier, for each line: what was found holds until a supplier says more.
  let heard = 0;
  let found = new Map<string | null, Resolution | null>();
  return {
    key,
    numbers: spellingsInUse(number),
    stated: new Set(),
    said,
    waits: [],
    unheard: [],
    isStopped: false,
    resolve(stated) {
      if (heard < said.length) found = new Map();
      heard = said.length;
      const answered = said.flatMap((heard) => findingsAbout(number, heard));
      const resolution = found.has(stated)
        ? found.get(stated) ?? null
        : resolve({ number, asked, stated }, [...local, ...answered]);
      found.set(stated, resolution);
      return resolution;
    },
  };
}

/** Whether a further supplier could still add what is required, or have what those before have not. */
function isOpen(part: Part): boolean {
  return [...part.stated].some((stated) => {
    const resolution = part.resolve(stated);
    return !isFilled(resolution) || !isForSale(part, resolution);
  });
}

/** Somebody has some, at a price that is known; what a marketplace has, its sellers send apart. */
function isForSale({ said }: Part, resolution: Resolution | null): boolean {
  return resolution !== null &&
    said.some(({ findings }) =>
      findings.some((finding) =>
        isOf(resolution.component, finding) &&
        finding.offers.some(({ marketplace, stock, price_breaks }) =>
          !marketplace && (stock ?? 0) > 0 && price_breaks.length > 0
        )
      )
    );
}

function isFilled(resolution: Resolution | null): boolean {
  const fields: ComponentFields = resolution?.component.fields ?? {};
  return [...requiredFields(fields), ...FROM_SUPPLIERS].every((name) => fields[name] !== undefined);
}

/** Null: the signal stopped it. */
function resultOf(part: Part, { mpn, manufacturer, quantity, isDecided, remarks }: PartLine): Outcome | null {
  const { said, waits, unheard, isStopped } = part;
  if (isStopped) return null;
  const resolution = part.resolve(manufacturer);
  const wait = isFilled(resolution) ? null : shortest(waits);
  if (wait) {
    return {
      status: 'retry',
      uses_attempt: wait.usesAttempt,
      waits_for: wait.waitsFor,
      // kept only where this was the last attempt
      remarks: [{ code: 'supplier_failed', detail: `${wait.supplier} did not answer (${wait.reason}).` }],
      ...(wait.retryAfterMs === null ? {} : { retry_after_ms: wait.retryAfterMs }),
    };
  }
  const notAsked = [...unheard, ...waits.map(({ supplier }) => supplier)].map((supplier): Remark => (
    { code: 'supplier_not_asked', detail: `${supplier} could not be asked about this part.` }
  ));
  // Nobody knows it, but somebody who might was not heard: that is no "not found".
  if (!resolution) {
    const candidates = isDecided ? [] : proposalsFor(mpn, manufacturer);
    return {
      status: unheard.length > 0 ? 'failed' : 'not_found',
      remarks: [...remarks, ...notAsked],
      ...(candidates.length > 0 ? { candidates } : {}),
    };
  }
  if (resolution.doubt !== null) {
    const { mpn, manufacturer } = resolution.component;
    const detail = `${manufacturer}'s numbering allows ${mpn}. No such part is known: ${resolution.doubt}.`;
    return {
      status: unheard.length > 0 ? 'failed' : 'not_found',
      remarks: [...remarks, { code: 'not_known_to_exist', detail }, ...notAsked],
    };
  }
  const offers = said.map(({ supplier, fetched_at, findings }): SupplierOffers => ({
    supplier,
    fetched_at,
    offers: findings.filter((finding) => isOf(resolution.component, finding)).flatMap(({ offers }) => offers),
  }));
  const found = foundOf(resolution.component.fields, offers.flatMap(({ offers }) => offers), quantity);
  const { others, doubt: _, ...known } = resolution;
  return {
    status: 'enriched',
    ...known,
    remarks: [...remarks, ...resolution.remarks, ...notAsked],
    ...(others.length > 0 && !isDecided ? { candidates: others.slice(0, MAX_CANDIDATES) } : {}),
    offers,
    ...found,
  };
}

function shortest(waits: readonly Wait[]): Wait | null {
  const [first, ...others] = waits;
  if (!first) return null;
  return others.reduce((a, b) => (a.retryAfterMs ?? 0) <= (b.retryAfterMs ?? 0) ? a : b, first);
}

/** A tenant's own description of a part wins over everybody's, and stays a row that only the tenant sees. */
function ownResult(
  { line_id, mpn, asked, manufacturer, remarks: said }: PartLine,
  known: readonly OwnComponent[],
): { readonly outcome: Outcome; readonly part: KnownPart } | null {
  const own = known.filter((component) => component.line_id === line_id);
  const findings = own.map(({ mpn, manufacturer, fields }): Finding => ({
    source: OWN,
    mpn,
    manufacturer,
    fields: { manufacturer: { value: manufacturer, source: OWN, confidence: 1 }, ...fields },
  }));
  const resolution = resolve({ number: mpn, asked, stated: manufacturer }, findings);
  const chosen = own.find((component) => component.manufacturer === resolution?.component.manufacturer);
  if (!resolution || !chosen) return null;
  const { step, quality_score, source, remarks } = resolution;
  const outcome: Outcome = {
    status: 'enriched',
    step,
    quality_score,
    source,
    remarks: [...said, ...remarks],
    own_component_id: chosen.component_id,
    // Nothing that was fetched for all is said of it.
    ...foundOf(chosen.fields, [], null),
  };
  return { outcome, part: resolution.component };
}
