/** A well-known part, written down by hand from its manufacturer's document. */
import type { Category } from '../../domain/categories.ts';
import type { DocumentLink } from '../finding.ts';

export interface CatalogueRow {
  /** The manufacturer's spelling of the orderable number. */
  readonly mpn: string;
  /**
   * Other numbers of the very same part: other packaging (reel, tape, tube), or the number without packing
   * code.
   */
  readonly variants?: readonly string[];
  /** Canonical name of the manufacturer. */
  readonly manufacturer: string;
  readonly category: Category;
  readonly package: string;
  readonly description: string;
  /** The manufacturer's data sheet or product page. */
  readonly document: DocumentLink;
}
