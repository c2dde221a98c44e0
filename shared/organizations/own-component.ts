/** A component as an organization describes it, made into one that lines are matched with. */
import { qualityScore } from '../assess/quality.ts';
import type { Component, ComponentField, ComponentFields } from '../domain/component.ts';
import type { FieldName } from '../domain/fields.ts';
import type { OwnComponent, OwnStatement } from '../domain/organization.ts';
import { Refusal } from '../domain/refusal.ts';
import { resolveManufacturer } from '../parts/manufacturers.ts';
import { cleanPartNumber, visibleText } from '../parts/part-number.ts';
import { componentKey, spelledBy } from '../parts/spelling.ts';

/** Who says something of a component of an organization's own. */
const OWN = 'own';

/**
 * The component, every field of it said by the organization. Manufacturer and number are spelled as everywhere, so that
 * the lines that ask for the part find it.
 * @throws Refusal `invalid_body` when `mpn` holds no part number, or `manufacturer` no name
 */
export function toComponent({ mpn, manufacturer: stated, fields: said }: OwnComponent): Component {
  const number = cleanPartNumber(mpn);
  if (number === null) throw wrongAt('mpn', 'holds no part number');
  const manufacturer = resolveManufacturer(stated)?.name ?? visibleText(stated).trim();
  if (manufacturer === '') throw wrongAt('manufacturer', 'holds no name');
  const fields: ComponentFields = { manufacturer: own({ value: manufacturer }) };
  for (const [name, statement] of Object.entries(said) as [FieldName, OwnStatement][]) {
    fields[name] = own(statement);
  }
  return {
    orderable_key: componentKey(number, manufacturer),
    mpn: spelledBy(number, manufacturer),
    manufacturer,
    fields,
    quality_score: qualityScore(fields),
  };
}

function wrongAt(path: string, message: string): Refusal {
  return new Refusal('invalid', 'invalid_body', `The body is invalid at ${path}: ${message}.`, {
    errors: [{ path, message }],
  });
}

const own = (said: OwnStatement): ComponentField => ({ ...said, source: OWN, confidence: 1 });
