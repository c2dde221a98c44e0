/** The manufacturer that the BOM names against the one whose number it is. */
import { isGenericNumber } from '../../../parts/generic-numbers.ts';
import { agreesWith, eitherOf, resolveManufacturer } from '../../../parts/manufacturers.ts';
import { visibleText } from '../../../parts/part-number.ts';
import type { Contradiction } from '../finding.ts';
import { type CheckedLine, type KnownPart, sayingsOf } from '../subject.ts';

/** They print the number of the part that theirs stands for: `AMS1117-3.3` by UMW. Whoever writes one of them means it. */
const UNDER_ANOTHERS_NUMBER: ReadonlySet<string> = new Set([
  'Fuxinsemi',
  'Goodwork',
  'Guangdong Hottech',
  'HGSEMI',
  'HTCSEMI',
  'Huashuo',
  'JSCJ',
  'JSMSEMI',
  'Juxing',
  'KUU',
  'Kexin',
  'LRC',
  'Leiditech',
  'Luguang',
  'MDD',
  'MSKSEMI',
  'SHIKUES',
  'SLKOR',
  'TECH PUBLIC',
  'UMW',
  'VBsemi',
  'YONGYUTAI',
  'Yangjie',
]);

/**
 * Asks where the BOM names another manufacturer than the number's. A name that nobody knows may be one of its spellings, and a
 * number that several use may be his, too.
 * @param isShared whether several manufacturers are known to use the number
 */
export function checkManufacturer(
  { manufacturer }: CheckedLine,
  part: KnownPart | null,
  isShared: (mpn: string) => boolean,
): readonly Contradiction[] {
  const text = visibleText(manufacturer ?? '').trim();
  const found = sayingsOf(part, 'manufacturer');
  const [known] = found;
  if (text === '' || part === null || known === undefined) return [];
  // A supplier's own spelling, such as `Microchip Technology / Atmel`, may be whom the BOM names.
  if (found.some(({ value }) => resolveManufacturer(`${value}`) === null)) return [];
  if (found.some(({ value }) => agreesWith(text, `${value}`) !== null)) return [];
  const named = resolveManufacturer(text);
  if (named !== null && UNDER_ANOTHERS_NUMBER.has(named.name)) return [];
  const isKnown = named !== null || eitherOf(text).length > 1;
  if (!isKnown || isGenericNumber(part.mpn) || isShared(part.mpn)) return [];
  return [{
    check: 'manufacturer',
    severity: 'warning',
    field: 'manufacturer',
    asked: { text, where: 'manufacturer' },
    found: { text: `${known.value}`, source: known.source },
    sentence: `The BOM says ${text}; the part number is one of ${known.value}.`,
  }];
}
