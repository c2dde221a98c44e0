/** What a number that nobody knows may have been meant as, for a person to decide. */
import type { Candidate } from '../../domain/candidate.ts';
import { catalogueSource } from '../../parts/catalogue/source.ts';
import { catalogueRows } from '../../parts/catalogue/rows.ts';
import { decoder } from '../../parts/decoders/source.ts';
import type { Finding } from '../../parts/finding.ts';
import { notKnownToExist } from '../../parts/existence.ts';
import { agreesWith } from '../../parts/manufacturers.ts';
import { otherFinishes } from '../../parts/suffixes.ts';
import { orderableKey, searchKey } from '../../parts/part-number.ts';
import { indexNear, type NearNumbers, readAlike, readWhole } from './similar.ts';
import { type ProposalStep, STEPS } from './steps.ts';

/** As many as a person compares at a glance. */
export const MAX_CANDIDATES = 5;

/** Most numbers are known: this is made when the first one is not. */
let nearCatalogue: NearNumbers | undefined;
const near = (number: string) =>
  (nearCatalogue ??= indexNear(catalogueRows.flatMap(({ mpn, variants = [] }) => [mpn, ...variants]))).near(
    number,
  );

/** The likeliest first; those of the manufacturer that the BOM states before others. */
export function proposalsFor(number: string, stated: string | null): readonly Candidate[] {
  const proposals = [
    ...withOtherFinish(number),
    ...oneOff(number),
    ...oneShort(number),
    ...beginningWith(number),
  ];
  const isStated = ({ manufacturer }: Candidate) =>
    stated !== null && agreesWith(stated, manufacturer) !== null;
  const ordered = [...proposals.filter(isStated), ...proposals.filter((proposal) => !isStated(proposal))];
  const seen = new Set<string>();
  return ordered.filter(({ manufacturer, mpn }) => {
    const part = `${manufacturer} ${orderableKey(mpn)}`;
    return !seen.has(part) && seen.add(part);
  }).slice(0, MAX_CANDIDATES);
}

function withOtherFinish(number: string): Candidate[] {
  return otherFinishes(number).flatMap(({ mpn, manufacturer }) =>
    [...catalogueSource.find(mpn), ...decoder.decode(mpn)]
      .filter((finding) =>
        finding.manufacturer === manufacturer && orderableKey(finding.mpn) === orderableKey(mpn)
      )
      .map((finding) => candidate('finish', finding, 'The same part with another finish of its leads.'))
  );
}

function oneOff(number: string): Candidate[] {
  const found = [...near(number).flatMap((mpn) => catalogueSource.find(mpn)), ...readAlike(number, decoder)];
  return found.map((finding) => candidate('similar', finding, 'One character differs.'));
}

/** What nobody is known to make is no help. */
function oneShort(number: string): Candidate[] {
  return readWhole(number, decoder).filter(({ fields }) => notKnownToExist(fields) === null)
    .map((finding) => candidate('similar', finding, 'One character is missing.'));
}

/** Numbers of which this is the beginning: a base number without package and packing. */
function beginningWith(number: string): Candidate[] {
  const key = searchKey(number);
  if (key.length < SHORTEST_BASE) return [];
  return catalogueRows.filter(({ mpn }) => searchKey(mpn).startsWith(key) && searchKey(mpn) !== key)
    .flatMap(({ mpn }) => catalogueSource.find(mpn))
    .map((finding) =>
      candidate('similar', finding, 'The number goes on: package, grade and packing are not said.')
    );
}

/** `LM358` and `NE555` are base numbers; shorter ones begin too many numbers. */
const SHORTEST_BASE = 5;

/** @param among how many manufacturers' part it may be with nothing that tells which */
export function candidate(
  step: ProposalStep | 'exact',
  { mpn, manufacturer, fields }: Finding,
  reason: string,
  among = 1,
): Candidate {
  return {
    step,
    confidence: Math.round(100 * STEPS[step].confidence / among) / 100,
    mpn,
    manufacturer,
    orderable_key: orderableKey(mpn),
    fields,
    reason,
  };
}
