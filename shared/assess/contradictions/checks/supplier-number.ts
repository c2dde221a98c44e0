/** A distributor's number against the part number. */
import { isWithin } from '../../../domain/categories.ts';
import { digiKeyResistance, readDistributorNumber } from '../../../parts/distributor-numbers.ts';
import { searchKey } from '../../../parts/part-number.ts';
import type { Contradiction } from '../finding.ts';
import { compareNames } from '../part-names.ts';
import { differingFields, isOtherPackingOnly } from '../same-part.ts';
import type { Check, KnownPart, Subject } from '../subject.ts';

export const checkSupplierNumber: Check = (subject): readonly Contradiction[] => {
  const { line, know } = subject;
  const mpn = line.mpn ?? null;
  if (mpn === null) return [];
  const alternates = (line.alternates ?? []).map((alternate) => alternate.mpn);
  const own = [mpn, ...alternates].map(searchKey);
  const bySupplier = new Map<string, readonly Judged[]>();
  for (const { supplier, number } of line.supplier_numbers ?? []) {
    const { distributor, inner, isCertain } = readDistributorNumber(supplier, number);
    const resistance = digiKeyResistance(number);
    if (inner === null && resistance === null) continue;
    const judged = resistance === null
      ? judge(inner!, isCertain, own, mpn, know)
      : isResistance(resistance, [mpn, ...alternates].map(know));
    const name = distributor ?? supplier ?? '';
    bySupplier.set(name, [...bySupplier.get(name) ?? [], { number, judged }]);
  }
  const found = [...bySupplier].flatMap(([name, numbers]) => {
    // Several numbers of one distributor are alternatives: one that is the part is enough.
    if (numbers.some(({ judged }) => judged === 'same' || judged === 'unclear')) return [];
    const wrong = numbers.find(({ judged }) => judged === 'packing') ?? numbers[0];
    return wrong === undefined ? [] : [{ name, ...wrong }];
  });
  const worst = found.find(({ judged }) => judged === 'other') ?? found[0];
  if (worst === undefined) return [];
  const isOther = worst.judged === 'other';
  const at = worst.name === '' ? 'The supplier' : worst.name;
  return [{
    check: 'supplier_number',
    severity: isOther ? 'error' : 'warning',
    field: 'mpn',
    asked: { text: mpn, where: 'part number' },
    found: { text: worst.number, source: 'bom' },
    sentence: `The BOM disagrees with itself: ${mpn} (part number), but ${at} number ${worst.number} is ${
      isOther ? 'another part' : 'another packing'
    }.`,
  }];
};

type Verdict = 'same' | 'packing' | 'other' | 'unclear';

interface Judged {
  readonly number: string;
  readonly judged: Verdict;
}

function judge(
  inner: string,
  isCertain: boolean,
  own: readonly string[],
  mpn: string,
  know: Subject['know'],
): Verdict {
  const key = searchKey(inner);
  const isOtherPacking = own.some((one) => isOtherPackingOnly(one, key));
  if (own.some((one) => key.startsWith(one) || one.startsWith(key) && key.length >= 5)) {
    return isOtherPacking && arePackedOtherwise(know(mpn), know(inner)) ? 'packing' : 'same';
  }
  const [part, other] = [know(mpn), know(inner)];
  if (part !== null && other !== null) {
    if (differingFields(part.fields, other.fields).length > 0) return 'other';
    return !isOtherPacking && isCircuit(part) && compareNames(inner, mpn) === 'other' ? 'other' : 'packing';
  }
  if (isOtherPacking) return 'packing';
  if (!isCertain) return other !== null && part === null && isFar(key, searchKey(mpn)) ? 'other' : 'unclear';
  return own.every((one) => isFar(key, one)) ? 'other' : 'unclear';
}

/** Circuits differ in what no field says, as in the size of a memory. */
const isCircuit = ({ fields }: KnownPart) =>
  isWithin(`${fields.category?.value ?? ''}`, 'integrated_circuit');

/** Whether both numbers say how their part is packed. One without an end may leave that open. */
function arePackedOtherwise(part: KnownPart | null, other: KnownPart | null): boolean {
  const [one, two] = [part?.fields.packaging?.value, other?.fields.packaging?.value];
  return one !== undefined && two !== undefined && one !== two;
}

/** As near as three digits are written. */
const ROUNDED = 0.01;

/** A number that says a resistance and nothing else that is compared. */
function isResistance(ohms: number, parts: readonly (KnownPart | null)[]): Verdict {
  const known = parts.flatMap((part) => {
    const value = part?.fields.resistance?.value;
    return typeof value === 'number' ? [value] : [];
  });
  if (known.length === 0) return 'unclear';
  return known.some((value) => Math.abs(value - ohms) <= ROUNDED * value) ? 'same' : 'other';
}

/**
 * Whether two numbers are none that somebody shortened or mistyped for each other: too few characters stand in one order.
 * Mouser's numbers leave some out.
 */
function isFar(a: string, b: string): boolean {
  let row: readonly number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (const char of a) {
    const next = [0];
    for (let i = 1; i <= b.length; i += 1) {
      next.push(char === b[i - 1] ? row[i - 1]! + 1 : Math.max(row[i]!, next[i - 1]!));
    }
    row = next;
  }
  return row.at(-1)! < 0.7 * Math.min(a.length, b.length);
}
