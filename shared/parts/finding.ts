/** What one source says about one part, and the port through which sources are asked. */
import type { ComponentFields } from '../domain/component.ts';

/**
 * One part that a number can be. `mpn` is the spelling the source uses, `manufacturer` a canonical name;
 * `fields` repeats the manufacturer with its confidence.
 */
export interface Finding {
  readonly source: string;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly fields: ComponentFields;
}

/** Something that knows parts. */
export interface PartSource {
  readonly name: string;
  /**
   * Every part the number can be, the likeliest first: several manufacturers may use one number. Never a guess: a
   * number with another orderable key is another part.
   */
  find(mpn: string): readonly Finding[];
}

/** The page of a manufacturer that a statement relies on. */
export interface DocumentLink {
  readonly title: string;
  readonly url: string;
}
