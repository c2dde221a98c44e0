/** A name of a part in the column of values. */
import { compareNames } from '../part-names.ts';
import { kindOfCategory } from '../../../parts/text/kind.ts';
import { isGenericNumber } from '../../../parts/generic-numbers.ts';
import { searchKey } from '../../../parts/part-number.ts';
import { readValue } from '../../../parts/text/value.ts';
import type { Check } from '../subject.ts';
import { sayingsOf } from '../subject.ts';

/** A word with letters and digits enough to be a part's number, and nothing else. */
const NUMBER = /^(?=.*[A-Z])(?=(?:.*\d){3})[A-Z0-9.]{5,40}$/;
/** Names of places on boards and of packages: `SOT23`, `Conn_01x10`, `USB2.0`, `RA1206`. */
const NO_NUMBER =
  /^(?:CONN|HEADER|FUSE|PTC|NTC|RELAY|XTAL|CRYSTAL|OSC|ANT|BUZZER|BATT|TVS|ESD|ZENER|DIODE|MOSFET|NPN|PNP|IND|FERRITE|CAP|RES|SWITCH|BUTTON|HOLE|MOUNT|TEST|SCREW|TERM|OLED|MODULE|PIN|USB\d|SOT|SOD|SOIC|TSSOP|LQFP|QFN|DFN|BGA|TO\d|DO\d|DIP|SW|JST|IDC|LED|[RCL]A?\d{4}$|SMD|CASE|EIA|HC49|PCB|REV|V\d|[\d.]+(?:X|P|PIN|POS|WAY|MHZ|KHZ|M|K|R|OHM|MM|V|A|W|U|N|UF|NF|PF|UH|NH)?\d*$)/;

/** Rectifiers that everybody numbers alike, with too few digits for a number of its own. */
const RECTIFIER = /^S[SK]\d{2,3}[A-C]?$/;
/** The letters that a series begins with: `1N` of 1N4007, `SMBJ` of SMBJ12A. */
const SERIES = /^(?:[12](?:N|S[A-Z]?)|BA(?=[STVW]\d)|[A-Z]+)/;

/** Batteries by their IEC names and sizes: a holder is called by the cell that it holds. */
const CELL = /^(?:[CBLSP]R|ML|MS|VL|LIR)\d{2,5}[A-Z]{0,2}$/;
const isCell = (text: string) => CELL.test(/^[A-Z]+\d+[A-Z]{0,2}/.exec(searchKey(text))?.[0] ?? '');

/**
 * Whether a word is a number of the same series as the part's, which everybody numbers alike: `1N5819` and 1N5822. A number
 * of another series may be the same diode in another case: `1N4007` and M7.
 */
function isOfSeries(word: string, mpn: string): boolean {
  const [key, partKey] = [searchKey(word), searchKey(mpn)];
  return (isGenericNumber(word) || RECTIFIER.test(key)) &&
    SERIES.exec(key)?.[0] === SERIES.exec(partKey)?.[0];
}

export const checkPartName: Check = ({ line, part, said }) => {
  const { value } = line;
  const mpn = part?.mpn ?? line.mpn;
  if (!value || !mpn) return [];
  const category = `${sayingsOf(part, 'category')[0]?.value ?? ''}`;
  // The value of a passive is a number; what else stands there is about its series.
  const kind = kindOfCategory(category || undefined) ?? said.kind;
  if (kind !== null && ['resistor', 'capacitor', 'inductor', 'ferrite'].includes(kind)) return [];
  const names = [value, ...value.split(/[\s/,;()]+/)].filter((word) => {
    const key = searchKey(word);
    if (word === value && /\s/.test(word)) return false;
    if (isOfSeries(word, mpn)) return true;
    if (CELL.test(key) && !isCell(mpn)) return false;
    return NUMBER.test(key) && !NO_NUMBER.test(key) && !/\dX\d\d/.test(key) &&
      readValue(word, said.kind).length === 0;
  });
  if (names.length === 0) return [];
  const likeness = [value, ...names].map((name) => compareNames(name, mpn));
  const isKnown = likeness.includes('same') || likeness.includes('unclear');
  const isGrade = likeness.includes('grade');
  if (isKnown || (!isGrade && !likeness.slice(1).includes('other'))) return [];
  const [name = value] = names;
  const source = sayingsOf(part, 'category')[0]?.source ?? 'bom';
  return [{
    check: 'part_name',
    severity: 'warning',
    field: 'mpn',
    asked: { text: name, where: 'value' },
    found: { text: mpn, source },
    sentence: isGrade
      ? `The BOM says ${name} (value), the part is ${mpn}: another grade.`
      : `The BOM says ${name} (value), the part is ${mpn}: another number.`,
  }];
};
