/** Compares what each place of a line says of one field with what is known of the part, or with what another place says. */
import type { FieldName } from '../../domain/fields.ts';
import type { SourcedValue } from '../../domain/component.ts';
import type { Reading } from '../../parts/text/statement.ts';
import type { Stated } from '../../parts/text/line.ts';
import type { CheckName, Contradiction, Severity } from './finding.ts';
import { placeInWords, sayingsOf, statedBy, type Subject } from './subject.ts';

/** How one reading stands against one thing that is said of the part; null: nobody can compare the two. */
export type Verdict = Severity | 'fine' | null;

export interface Comparison<Asked, Found> {
  readonly check: CheckName;
  readonly field: FieldName;
  /** What a place says, all readings of it. */
  readonly asked: ReadonlyMap<string, readonly Told<Asked>[]>;
  readonly found: readonly (Told<Found> & { readonly source: string })[];
  /** What another place says, in the place of a part that nobody knows. */
  readonly asFound?: (asked: Asked) => Found;
  readonly judge: (asked: Asked, found: Found, where: string) => Verdict;
  /** What to add behind both readings: how far they lie apart. */
  readonly how?: (asked: Asked, found: Found, verdict: Severity) => string;
}

export interface Told<T> {
  readonly is: T;
  readonly text: string;
  /** The words that it was read from. */
  readonly read?: string;
  /** Nobody can tell what is meant: it may agree and never disagrees. */
  readonly isOpen?: boolean;
}

const MILDEST: readonly Verdict[] = ['fine', 'upgrade', 'warning', 'error'];

interface Judged<Asked, Found> {
  readonly verdict: Severity | 'fine';
  readonly asked: Told<Asked>;
  readonly found: Told<Found> & { readonly source: string };
}

/** The mildest of all pairs: an error needs that no reading agrees. */
function mildest<Asked, Found>(
  { judge }: Comparison<Asked, Found>,
  where: string,
  asked: readonly Told<Asked>[],
  found: readonly (Told<Found> & { readonly source: string })[],
): Judged<Asked, Found> | null {
  const judged = asked.flatMap((one) =>
    found.flatMap((other) => {
      const verdict = judge(one.is, other.is, where);
      // What is open may agree and never disagrees.
      return verdict === null || one.isOpen && verdict !== 'fine'
        ? []
        : [{ verdict, asked: one, found: other }];
    })
  );
  return judged.toSorted((a, b) => MILDEST.indexOf(a.verdict) - MILDEST.indexOf(b.verdict))[0] ?? null;
}

/** At most one contradiction: the worst of all places. */
export function compare<Asked, Found>(
  comparison: Comparison<Asked, Found>,
  { hear }: Pick<Subject, 'hear'>,
): readonly Contradiction[] {
  const { check, field, asked, found, asFound, how = () => '' } = comparison;
  const places = [...asked];
  const judged = found.length > 0
    ? places.flatMap(([where, said]) => {
      const one = mildest(comparison, where, said, found);
      const heard = one?.asked ?? said.find(({ isOpen }) => !isOpen) ?? said[0];
      // What was not understood is shown as it is written.
      const text = one === null && heard?.isOpen ? heard.read ?? heard.text : heard?.text;
      if (text !== undefined) hear?.(field, { text, where, verdict: one?.verdict ?? null });
      return one === null ? [] : [{ where, ...one }];
    })
    : asFound === undefined
    ? []
    : againstEachOther(comparison, places, asFound);
  const [first] = judged.toSorted((a, b) => MILDEST.indexOf(b.verdict) - MILDEST.indexOf(a.verdict));
  if (first === undefined || first.verdict === 'fine') return [];
  const { where, verdict, asked: one, found: other } = first;
  const apart = how(one.is, other.is, verdict);
  const ending = apart === '' ? '.' : `: ${apart}.`;
  const agreeing = judged.find((place) =>
    place.where !== where && place.verdict === 'fine' && !place.asked.isOpen
  );
  const sentence = other.source === 'bom'
    ? `The BOM disagrees with itself: ${one.text} (${placeInWords(where)}), ${other.text}${ending}`
    : agreeing && verdict !== 'upgrade'
    ? `The BOM disagrees with itself: ${one.text} (${placeInWords(where)}), ${agreeing.asked.text} (${
      placeInWords(agreeing.where)
    }); the part agrees with the ${placeInWords(agreeing.where)}.`
    : `The BOM says ${one.text} (${placeInWords(where)}), the part is ${other.text}${ending}`;
  return [{
    check,
    severity: verdict,
    field,
    asked: {
      text: one.text,
      where,
      ...(one.read !== undefined && one.read !== one.text && { read: one.read }),
    },
    found: { text: other.text, source: other.source },
    sentence,
  }];
}

/** Nobody knows the part: the last place, prose if there is some, stands for it. */
function againstEachOther<Asked, Found>(
  comparison: Comparison<Asked, Found>,
  places: readonly (readonly [string, readonly Told<Asked>[]])[],
  asFound: (asked: Asked) => Found,
): readonly (Judged<Asked, Found> & { readonly where: string })[] {
  const prose = places.find(([where]) => where === 'description') ?? places.at(-1);
  if (prose === undefined) return [];
  const [last, said] = prose;
  const found = said.filter(({ isOpen }) => !isOpen).map((one) => ({
    is: asFound(one.is),
    text: `${one.text} (${placeInWords(last)})`,
    source: 'bom',
  }));
  return places.filter(([where]) => where !== last).flatMap(([where, said]) => {
    const one = mildest(comparison, where, said, found);
    // Another place that asks for less is no news.
    return one === null || one.verdict === 'upgrade' ? [] : [{ where, ...one }];
  });
}

/** The readings of a field, by place, each with how it is shown. */
export function toldBy<T>(
  subject: Subject,
  field: string,
  read: (reading: Reading, statement: Stated) => T | null,
  show: (is: T) => string,
): ReadonlyMap<string, readonly Told<T>[]> {
  const told = [...statedBy(subject.said, field)].map(([where, statements]) => {
    const all = statements.flatMap((statement) =>
      statement.readings.flatMap((reading) => {
        const is = read(reading, statement);
        return is === null
          ? []
          : [{ is, text: show(is), read: statement.text, ...(statement.isOpen && { isOpen: true }) }];
      })
    );
    return [where, all] as const;
  });
  return new Map(told.filter(([, all]) => all.length > 0));
}

/** What is said of a field of the part, each with how it is shown. */
export function foundIn<T>(
  subject: Subject,
  field: FieldName,
  read: (said: SourcedValue) => T | null,
  show: (is: T) => string,
): readonly (Told<T> & { readonly source: string })[] {
  return sayingsOf(subject.part, field).flatMap((said) => {
    const is = read(said);
    return is === null ? [] : [{ is, text: show(is), source: said.source }];
  });
}
