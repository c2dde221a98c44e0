/** Connectors: pins, rows, pitch and the side that the plug comes from; and footprints that are named for another part. */
import { isWithin } from '../../../domain/categories.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { readFootprint } from '../../../parts/text/footprint.ts';
import { compareNames } from '../part-names.ts';
import type { Contradiction } from '../finding.ts';
import { type Check, placeInWords, sayingsOf, type Subject } from '../subject.ts';
import { orderableKey, searchKey } from '../../../parts/part-number.ts';

/** Whose contacts are counted alike by everybody; the pins of USB and card connectors are not. */
const COUNTED = [
  'pin_header',
  'socket',
  'wire_to_board_connector',
  'board_to_board_connector',
  'flat_cable_connector',
  'terminal_block',
];

const isConnector = ({ part }: Subject, generals: readonly string[] = ['connector']) =>
  generals.some((general) => isWithin(`${sayingsOf(part, 'category')[0]?.value ?? ''}`, general));

export const checkConnector: Check = (subject) => {
  if (!isConnector(subject) && !(subject.part === null && subject.said.kind === 'connector')) return [];
  return [...pins(subject), ...rows(subject), ...pitch(subject), ...orientation(subject)].slice(0, 1);
};

interface Told<T> {
  readonly where: string;
  readonly text: string;
  readonly is: T;
}

/** The first place that contradicts everything that is said of the part. */
function contradiction<T>(
  subject: Subject,
  field: 'pins' | 'pitch' | 'orientation',
  told: readonly Told<T>[],
  agrees: (asked: T, found: string | number) => boolean,
  show: (is: T | string | number) => string,
): readonly Contradiction[] {
  const found = sayingsOf(subject.part, field);
  const [known] = found;
  if (known === undefined) return amongThemselves(field, told, agrees, show);
  const isFound = (is: T) => found.some(({ value }) => agrees(is, value));
  for (const { where, is } of told) {
    const areOthers = told.some((other) => other.where === where && isFound(other.is));
    // Of several numbers in one place the one that agrees is meant.
    if (isFound(is) || !areOthers) {
      subject.hear?.(field, { text: inShort(field, is), where, verdict: isFound(is) ? 'fine' : 'error' });
    }
  }
  const wrong = told.find(({ where, is }) =>
    !isFound(is) &&
    // One of several numbers of a place agrees: the others are of something else.
    !told.some((other) => other.where === where && isFound(other.is))
  );
  if (wrong === undefined) return [];
  const text = show(wrong.is);
  return [{
    check: 'connector',
    severity: 'error',
    field,
    asked: { text: wrong.text, where: wrong.where },
    found: { text: show(known.value), source: known.source },
    sentence: `The BOM says ${text} (${placeInWords(wrong.where)}), the part has ${show(known.value)}.`,
  }];
}

const inShort = (field: 'pins' | 'pitch' | 'orientation', is: unknown): string =>
  typeof is === 'number' ? writeQuantity(is, field === 'pins' ? 'pins' : 'mm') : String(is);

/** Nobody knows the part: what two columns say, each as a rule, is compared. */
function amongThemselves<T>(
  field: 'pins' | 'pitch' | 'orientation',
  told: readonly Told<T>[],
  agrees: (asked: T, found: string | number) => boolean,
  show: (is: T | string | number) => string,
): readonly Contradiction[] {
  const at = (place: string) => told.filter(({ where }) => where === place);
  const [one] = at('value');
  const [other] = at('footprint');
  if (
    !one || !other ||
    at('value').some((a) => at('footprint').some((b) => agrees(a.is, b.is as string | number)))
  ) return [];
  return [{
    check: 'connector',
    severity: 'error',
    field,
    asked: { text: one.text, where: 'value' },
    found: { text: other.text, source: 'bom' },
    sentence: `The BOM disagrees with itself: ${show(one.is)} (value), ${show(other.is)} (footprint).`,
  }];
}

function pins(subject: Subject): readonly Contradiction[] {
  if (!isConnector(subject, COUNTED) && sayingsOf(subject.part, 'category')[0]?.value !== 'connector') {
    return [];
  }
  const told = subject.said.footprints.flatMap(({ where, text, pins }) =>
    pins.map((is) => ({ where, text, is }))
  );
  return contradiction(subject, 'pins', told, (asked, found) => asked === found, (is) => `${is} pins`);
}

/** As many pins in another number of rows do not fit. */
function rows(subject: Subject): readonly Contradiction[] {
  const [said] = sayingsOf(subject.part, 'package');
  const found = said === undefined ? null : readFootprint(`${said.value}`).rows;
  const wrong = subject.said.footprints.find((footprint) =>
    footprint.where === 'footprint' && footprint.rows !== null && found !== null && footprint.rows !== found
  );
  if (!wrong || said === undefined) return [];
  return [{
    check: 'connector',
    severity: 'error',
    field: 'package',
    asked: { text: wrong.text, where: wrong.where },
    found: { text: `${said.value}`, source: said.source },
    sentence: `The BOM says ${inRows(wrong.rows!)} (${placeInWords(wrong.where)}), the part has ${
      inRows(found!)
    }.`,
  }];
}

const inRows = (count: number) => count === 1 ? '1 row' : `${count} rows`;

function pitch(subject: Subject): readonly Contradiction[] {
  const told = subject.said.footprints.flatMap(({ where, text, pitch, isName }) => {
    if (pitch !== null) return [{ where, text, is: pitch }];
    // Prose names the pitch by its measure alone, if it is the only one there.
    const measures = isName ? [] : [...text.matchAll(/(?<![\d.])(\d{1,2}[.,]\d{1,2})\s?mm\b/gi)];
    return measures.length === 1
      ? [{ where, text: measures[0]![0], is: Number(measures[0]![1]!.replace(',', '.')) }]
      : [];
  }).filter(({ is }) => is >= 0.3 && is <= 12.7);
  const isCounted = isConnector(subject, COUNTED);
  return isCounted
    ? contradiction(
      subject,
      'pitch',
      told,
      (a, f) => Math.abs(a - Number(f)) <= 0.05,
      (is) => `a pitch of ${is} mm`,
    )
    : [];
}

const VERTICAL = /(?<![a-z])(?:vert(?:ical)?|top[- ]?entry|straight)(?![a-z])/i;
const RIGHT_ANGLE = /(?<![a-z])(?:r(?:igh)?t\.?[- ]?angled?|r\/a|horizontal|side[- ]?entry|angled)(?![a-z])/i;

function orientation(subject: Subject): readonly Contradiction[] {
  const { value, footprint, description } = subject.line;
  const told = Object.entries({ value, footprint, description }).flatMap(([where, text]) => {
    const spaced = (text ?? '').replaceAll('_', ' ');
    const [isVertical, isAngled] = [VERTICAL.test(spaced), RIGHT_ANGLE.test(spaced)];
    if (isVertical === isAngled) return [];
    return [{ where, text: text!, is: isVertical ? 'vertical' : 'right angle' }];
  });
  return contradiction(
    subject,
    'orientation',
    told,
    (a, f) => orientationOf(`${f}`) === a,
    (is) => `${is} contacts`,
  );
}

function orientationOf(text: string): string {
  return VERTICAL.test(text) ? 'vertical' : RIGHT_ANGLE.test(text) ? 'right angle' : text;
}

/** Words that look like numbers of parts and are names of series. */
const SERIES_WORD = /FIT|LOCK|BLADE|MATE|CLASP|HEADER|SOCKET|RECEPTACLE|CONN/i;
const MEASURE =
  /^(?:\d{1,2}X\d{1,3}.*|P\d.*MM|[A-Z]?\d+(?:\.\d+)?X\d.*|[A-Z]*\d+(?:\.\d+)?MM|\dMP|\d{1,2}POS|DIN\d+|LAYOUT.*|EP.*)$/i;

/** `DF13-04P` is `DF13-4P`, and `0533980271` is `53398-0271`. */
const withoutZeros = (text: string) => text.replace(/^0+(?=\d)|(?<![\d.])0+(?=\d+[A-Z])/gi, '');

export const checkFootprintName: Check = (subject) => {
  const { part, line, said } = subject;
  const mpn = part?.mpn ?? line.mpn;
  if (!mpn || !line.footprint || said.kind !== 'connector') return [];
  const names = line.footprint.replace(/^[\w .-]+:(?=\S)/, '').split(/[_\s]+/)
    .filter((word) => !MEASURE.test(word) && !word.includes('=') && !SERIES_WORD.test(word))
    // `FTSH-107-xx-x-DV` leaves open what it does not name.
    .map((word) => ({ word, key: searchKey(word.replace(/xx.*$/i, '')) }))
    // An order number of digits alone cannot be told from the name of the type.
    .filter(({ key }) => /[A-Z]/.test(key) === /[A-Z]/.test(orderableKey(mpn)))
    .filter(({ key }) => /\d.*\d/.test(key) && (key.length >= 7 || /^\d{6,}$/.test(key)));
  if (names.length === 0) return [];
  // Finishes stand in brackets behind the number: `B10B-XH-A(LF)(SN)`.
  const number = mpn.replace(/\(.*$/, '');
  const key = searchKey(number);
  if (searchKey(line.footprint).includes(key)) return [];
  if (
    names.some(({ word }) =>
      compareNames(withoutZeros(word.replace(/xx.*$/i, '')), withoutZeros(number)) !== 'other'
    )
  ) return [];
  const { word } = names.at(-1)!;
  return [{
    check: 'footprint_name',
    severity: 'warning',
    field: 'package',
    asked: { text: word, where: 'footprint' },
    found: { text: mpn, source: sayingsOf(part, 'category')[0]?.source ?? 'bom' },
    sentence: `The footprint is named for another part: ${word} (footprint), the part is ${mpn}.`,
  }];
};
