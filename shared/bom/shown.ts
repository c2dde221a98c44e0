/** A line as its answer shows it: what the database has of it, and who knows its part. */
import type { LineAnswer, StoredAlternate, StoredLineAnswer } from '../api/boms.ts';
import { sayingsOfLine } from '../assess/contradictions/index.ts';
import { shownFields } from '../domain/known-by.ts';
import { knownBy, surestOf } from '../domain/source.ts';
import { agreesWith } from '../parts/manufacturers.ts';
import { issuesOfLine } from './line-issues.ts';

type Known = 'line' | 'candidates';

export function shownAnswer<Stored extends Pick<StoredLineAnswer, Known>>(
  { line, candidates, ...answer }: Stored,
): Omit<Stored, Known> & Pick<LineAnswer, Known> {
  const { result } = line;
  return {
    ...answer,
    candidates: candidates.map(({ fields, ...candidate }) => ({
      ...candidate,
      // one source proposed it
      known_by: knownBy(fields.manufacturer?.source ?? ''),
      fields: shownFields(fields),
    })),
    line: {
      ...line,
      result: result && {
        ...result,
        component: result.component && {
          ...result.component,
          known_by: knownBy(result.source ?? ''),
          fields: shownFields(result.component.fields),
        },
      },
    },
  };
}

/** One line by itself, with all that is said of it. */
export const oneLine = <Stored extends StoredLineAnswer>(stored: Stored) => ({
  ...withKnownAlternates(shownAnswer(withStated(stored))),
  issues: issuesOfLine(stored.line),
});

/** Of one line, which alone says what is known of its alternates. */
function withKnownAlternates<Stored extends Pick<StoredLineAnswer, 'alternates'>>(
  { alternates, ...answer }: Stored,
): Omit<Stored, 'alternates'> & Pick<LineAnswer, 'alternates'> {
  return {
    ...answer,
    alternates: alternates.map(({ known, ...alternate }) => ({
      ...alternate,
      ...(known ? { known: knownOf(alternate, known) } : {}),
    })),
  };
}

/** Of one line with its part: what the line says of each field, as the checks of a run read it. */
function withStated<Stored extends Pick<StoredLineAnswer, 'line' | 'extra'>>(
  answer: Stored,
): Stored & Pick<LineAnswer, 'stated'> {
  const { line, extra } = answer;
  const component = line.result?.component;
  if (!component) return { ...answer, stated: {} };
  const { value = null, footprint = null, description = null, manufacturer = null, designators } = line;
  const words = { value, footprint, description, manufacturer, columns: extra };
  const stated = sayingsOfLine({ ...words, designators: designators?.split(/[\s,;]+/) ?? [] }, component);
  // Whether somebody else uses the number, too, a run has found out.
  const other = line.result?.contradictions?.find(({ check }) => check === 'manufacturer');
  return {
    ...answer,
    stated: stated.manufacturer && other
      ? { ...stated, manufacturer: { ...stated.manufacturer, verdict: other.severity } }
      : stated,
  };
}

type StoredKnown = NonNullable<StoredAlternate['known']>;

/** Of the manufacturer that the BOM names; where it names none, of each whose number it is. */
function knownOf(
  { manufacturer }: Pick<StoredAlternate, 'manufacturer'>,
  known: StoredKnown,
): LineAnswer['alternates'][number]['known'] {
  const meant = manufacturer === null
    ? known
    : known.filter((part) => agreesWith(manufacturer, part.manufacturer) !== null);
  return meant.length === 0 ? null : {
    known_by: knownBy(surestOf(['', ...meant.flatMap(({ sources }) => sources)])),
    sold: meant.some(({ sold }) => sold),
    priced: meant.some(({ priced }) => priced),
  };
}
