/**
 * How a manufacturer's numbering scheme is written down as data. A series table holds nothing but what the
 * manufacturer's document says; the engine gives it meaning. Adding a series is adding a table.
 */
import type { Category } from '../../domain/categories.ts';
import type { FieldName, QuantityName } from '../../domain/fields.ts';
import type { DocumentLink, Statements } from '../finding.ts';
import type { ValueCodec } from './codecs.ts';

/**
 * Codes of one place in the number and what each of them states. An empty code means the place may be left
 * out.
 */
export interface CodeSegment {
  readonly name: string;
  readonly codes: Readonly<Record<string, Statements>>;
  /** The manufacturer's own spelling of codes that have punctuation within. */
  readonly spelt?: Readonly<Record<string, string>> | undefined;
  /** The code to write where nothing that is wanted tells codes apart: the packing that is sold most. */
  readonly usual?: string | undefined;
  /** The same, by how the number begins or ends so far: a chip of a size is mostly as thick as it is wide. */
  readonly usualBehind?: Readonly<Record<string, string>> | undefined;
}

/** A value written in the number, such as `4K7` or `104`, in the unit of its field. */
export interface ValueSegment {
  readonly name: string;
  readonly field: QuantityName;
  readonly codec: ValueCodec;
}

/** Fixed text that identifies the series or ends the number. */
export interface LiteralSegment {
  readonly literal: string;
}

/** Punctuation of the manufacturer's own spelling. It is not part of the search key that is matched. */
export interface SeparatorSegment {
  readonly separator: string;
}

/** Letters and digits that carry no field, for example a manufacturer's internal control code. */
export interface FreeSegment {
  readonly free: number;
}

export type PlainSegment = CodeSegment | ValueSegment | LiteralSegment | SeparatorSegment | FreeSegment;

/** Segments that stand in the number all together or not at all. */
export interface OptionalGroup {
  readonly optional: readonly PlainSegment[];
}

export type Segment = PlainSegment | OptionalGroup;

/** Shapes that numbers may have. */
export type Forms = readonly (readonly Segment[])[];

/** Codes that a number must have: segment name to the codes of which one is there. */
export type CodeChoice = Readonly<Record<string, readonly string[]>>;

/** A combination the scheme demands: where `when` holds, `then` must hold too. */
export interface Constraint {
  readonly when: CodeChoice;
  readonly then: CodeChoice;
}

/**
 * A line of the document's rating table: what holds for numbers with these codes and, if there is a range, with a value
 * of that field above `over` and up to `upTo`. Ratings can change between issues of a document while the part number
 * stays, so they count for less than what the number itself says.
 */
export interface Rating {
  readonly when?: CodeChoice;
  readonly where?: { readonly field: QuantityName; readonly over?: number; readonly upTo?: number };
  readonly states?: Statements;
  /** Fields of which codes and ratings before this line say nothing in such a part, whatever they say in others. */
  readonly drops?: readonly FieldName[];
}

export interface SeriesTable {
  /** Stable name, used in `source: 'decoder:<id>'`. */
  readonly id: string;
  /** Canonical name of the manufacturer. */
  readonly manufacturer: string;
  readonly category: Category;
  /** The series as the manufacturer calls it. */
  readonly series: string;
  /** What a part of the series is, in a few words. */
  readonly description: string;
  /** The manufacturer's document that defines the numbering. */
  readonly reference: DocumentLink;
  /**
   * The shapes a number may have; each begins with a literal or a code segment. They are made when the first number is
   * read that begins like one of theirs (see `begins.ts`): an isolate pays for the series that it reads alone.
   */
  readonly forms: () => Forms;
  /** Of `forms` what reads numbers that begin so (see `begins.ts`): the longest lists are gone through for these alone. */
  readonly formsFor?: (start: string) => Forms;
  /**
   * The manufacturer's own lists end a number with `#` where its packing code, an optional group at its end, is left
   * open.
   */
  readonly hasOpenPacking?: true;
  /** A dash that the scheme has not makes another part: `LM324-N` is not `LM324N`. */
  readonly hasOwnDashes?: true;
  readonly constraints?: readonly Constraint[];
  readonly ratings?: readonly Rating[];
  /** Separators tell parts apart: `1-480698-0` and `1480698-0` are two. Only the table's own spelling is read. */
  readonly isSpeltOneWay?: true;
}
