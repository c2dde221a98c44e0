/** Components as an organization describes them, made into some that lines are matched with. */
import type { z } from 'zod';
import { qualityScore } from '../assess/quality.ts';
import type { Component, ComponentField, ComponentFields } from '../domain/component.ts';
import type { FieldName } from '../domain/fields.ts';
import { OwnComponent, type OwnStatement } from '../domain/organization.ts';
import { mergeFindings } from '../enrich/merge.ts';
import { findingsOf } from '../enrich/resolve.ts';
import { Refusal } from '../domain/refusal.ts';
import { cut } from '../domain/validate.ts';
import { decoder } from '../parts/decoders/source.ts';
import { readDistributorNumber } from '../parts/distributor-numbers.ts';
import { resolveManufacturer } from '../parts/manufacturers.ts';
import { cleanPartNumber, visibleText } from '../parts/part-number.ts';
import { componentKey, spelledBy } from '../parts/spelling.ts';

/** Who says something of a component of an organization's own. */
export const OWN = 'own';

/** What is wrong with a component, and where in it. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export interface ReadComponents {
  /** No two of one part. */
  readonly components: readonly Component[];
  /** Where each stood in the list, from 0. */
  readonly indices: readonly number[];
  readonly refused: readonly (Fault & { readonly index: number })[];
}

/** Reads each of the list by itself. Of several that are one part the first counts. */
export function readComponents(list: readonly unknown[]): ReadComponents {
  const { rows, indices, refused } = readEach(list, readOne, partKey, 'is the same part as');
  return { components: rows, indices, refused };
}

/**
 * Reads each of a list by itself. Of several with one key the first counts.
 * @param same what is told of the others, before "number 3 of this call"
 */
export function readEach<Row extends object>(
  list: readonly unknown[],
  read: (given: unknown) => Row | Fault,
  keyOf: (row: Row) => string,
  same: string,
) {
  const firsts = new Map<string, number>();
  const rows: Row[] = [];
  const indices: number[] = [];
  const refused: (Fault & { index: number })[] = [];
  for (const [index, given] of list.entries()) {
    const row = read(given);
    if (isFault(row)) {
      refused.push({ index, ...row });
      continue;
    }
    const key = keyOf(row);
    const first = firsts.get(key);
    if (first !== undefined) {
      refused.push({ index, path: 'mpn', message: `${same} number ${first} of this call` });
      continue;
    }
    firsts.set(key, index);
    rows.push(row);
    indices.push(index);
  }
  return { rows, indices, refused };
}

const isFault = (read: object): read is Fault => 'message' in read;

/** What is wrong with a row, by the first thing that is. */
export function faultOf({ issues: [issue] }: z.ZodError): Fault {
  return { path: cut(issue!.path.join('.')), message: cut(issue!.message) };
}

/** What tells a component from all others of the organization. */
export const partKey = ({ orderable_key, manufacturer }: Identity): string =>
  `${orderable_key}\n${manufacturer}`;

function readOne(given: unknown): Component | Fault {
  const parsed = OwnComponent.safeParse(given);
  return parsed.success ? describe(parsed.data) : faultOf(parsed.error);
}

/**
 * One component, as `describe` has it.
 * @throws Refusal `invalid_body` where it is none
 */
export function toComponent(described: OwnComponent): Component {
  const read = describe(described);
  if (!('message' in read)) return read;
  throw new Refusal('invalid', 'invalid_body', `The body is invalid at ${read.path}: ${read.message}.`, {
    errors: [read],
  });
}

/**
 * Manufacturer and number are spelled as everywhere, so that the lines that ask for the part find it. What the product itself
 * knows of this very number stands behind what is said, or a short list would hide it. The numberings have to be loaded.
 */
export function describe({ fields: said, ...numbered }: OwnComponent): Component | Fault {
  const identity = identify(numbered);
  if ('message' in identity) return identity;
  const { orderable_key, mpn: spelled, manufacturer } = identity;
  const fields: ComponentFields = { manufacturer: own({ value: manufacturer }) };
  for (const [name, statement] of Object.entries(said) as [FieldName, OwnStatement][]) {
    fields[name] = own(statement);
  }
  const known = findingsOf(spelled).filter((finding) =>
    finding.manufacturer === manufacturer && componentKey(finding.mpn, manufacturer) === orderable_key
  );
  const all = mergeFindings([{ source: OWN, mpn: spelled, manufacturer, fields }, ...known]);
  return { orderable_key, mpn: spelled, manufacturer, fields: all, quality_score: qualityScore(all) };
}

/** What a component is known by: `orderable_key` and `manufacturer` tell it from all others. */
export type Identity = Pick<Component, 'orderable_key' | 'mpn' | 'manufacturer'>;

/** Which part is meant. The numberings have to be loaded. */
export function identify(
  { mpn, manufacturer: stated }: Pick<OwnComponent, 'mpn' | 'manufacturer'>,
): Identity | Fault {
  const number = cleanPartNumber(mpn);
  if (number === null) return { path: 'mpn', message: 'holds no part number' };
  const distributor = distributorOf(number);
  if (distributor !== null) {
    return { path: 'mpn', message: `is a number of ${distributor}; write the manufacturer's own` };
  }
  const manufacturer = resolveManufacturer(stated)?.name ?? visibleText(stated).trim();
  if (manufacturer === '') return { path: 'manufacturer', message: 'holds no name' };
  return {
    orderable_key: componentKey(number, manufacturer),
    mpn: spelledBy(number, manufacturer),
    manufacturer,
  };
}

/**
 * Whose number it is without doubt. Digits and dashes are nobody's for certain: organizations number their own parts so. Nor
 * is what a manufacturer's numbering reads.
 */
function distributorOf(number: string): string | null {
  const { distributor, inner, isCertain } = readDistributorNumber(null, number);
  if (distributor === null || decoder.decode(number).length > 0) return null;
  if (distributor === 'DigiKey' || distributor === 'LCSC') return distributor;
  return isCertain && inner !== null && decoder.decode(inner).length > 0 ? distributor : null;
}

const own = (said: OwnStatement): ComponentField => ({ ...said, source: OWN, confidence: 1 });
