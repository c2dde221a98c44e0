/** A distributor's number against the part number. */
import { readDistributorNumber } from '../../../parts/distributor-numbers.ts';
import { searchKey } from '../../../parts/part-number.ts';
import type { Contradiction } from '../finding.ts';
import { differingFields, isOtherPackingOnly } from '../same-part.ts';
import type { Check, Subject } from '../subject.ts';

export const checkSupplierNumber: Check = (subject): readonly Contradiction[] => {
  const { line, know } = subject;
  const mpn = line.mpn ?? null;
  if (mpn === null) return [];
  const own = [mpn, ...(line.alternates ?? []).map((alternate) => alternate.mpn)].map(searchKey);
  const bySupplier = new Map<string, readonly Judged[]>();
  for (const { supplier, number } of line.supplier_numbers ?? []) {
    const { distributor, inner, isCertain } = readDistributorNumber(supplier, number);
    if (inner === null) continue;
    const judged = judge(inner, isCertain, own, mpn, know);
    const name = distributor ?? supplier ?? '';
    bySupplier.set(name, [...bySupplier.get(name) ?? [], { number, inner, judged }]);
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
  readonly inner: string;
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
  if (own.some((one) => key.startsWith(one) || one.startsWith(key) && key.length >= 5)) return 'same';
  const part = know(mpn);
  const other = know(inner);
  if (part !== null && other !== null) {
    const differing = differingFields(part.fields, other.fields);
    return differing.length > 0 ? 'other' : 'packing';
  }
  if (own.some((one) => isOtherPackingOnly(one, key))) return 'packing';
  if (!isCertain) return other !== null && part === null && isFar(key, searchKey(mpn)) ? 'other' : 'unclear';
  return own.every((one) => isFar(key, one)) ? 'other' : 'unclear';
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
