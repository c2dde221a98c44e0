/** From the parts of a supplier's answer to what is found for each question. */
import type { ComponentFields, SupplierOffer } from '../domain/component.ts';
import { type AnsweredPart, partsAskedFor } from './asked-for.ts';
import type { PartAnswer, PartQuestion, SupplierFinding } from './port.ts';

/** What a supplier's answer says of one part in one packing. */
export interface ReadPart extends AnsweredPart {
  readonly fields: ComponentFields;
  readonly offers: readonly SupplierOffer[];
  /** The manufacturer as the supplier names it. */
  readonly named: string;
}

/**
 * The answer to one question out of the parts that came back for it.
 * @param isWhole whether those are all that there are: what was cut off, or could not be read, may have been the part
 */
export function answerFrom({ mpn }: PartQuestion, parts: readonly ReadPart[], isWhole: boolean): PartAnswer {
  const [first, ...others] = byManufacturer(partsAskedFor(mpn, parts));
  if (first) return { kind: 'found', findings: [first, ...others] };
  return isWhole ? { kind: 'not_found' } : { kind: 'transient', reason: 'incomplete' };
}

/** The same part in several packings is one finding with several offers. */
function byManufacturer(parts: readonly ReadPart[]): SupplierFinding[] {
  const manufacturers = new Map<string, ReadPart[]>();
  for (const part of parts) {
    manufacturers.set(part.manufacturer, [...manufacturers.get(part.manufacturer) ?? [], part]);
  }
  return [...manufacturers.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { mpn, manufacturer, fields } = first;
    return [{ mpn, manufacturer, fields, offers: same.flatMap(offersOf) }];
  });
}

/** Each keeps a name that is not the manufacturer's own: the person who orders it has to recognise the listing. */
function offersOf({ manufacturer, named, offers }: ReadPart): readonly SupplierOffer[] {
  return named === manufacturer
    ? offers
    : offers.map((offer) => ({ ...offer, manufacturer_as_given: named }));
}
