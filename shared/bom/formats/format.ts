/** What every kind of file that a BOM comes in has in common. */
import type { FileLimits } from '../limits.ts';
import type { OpenedFile, Table } from '../table.ts';

/** One kind of file, known by its content and never by its name. Each is a module of this folder and a line in index.ts. */
interface BomFormat<Content, Opened> {
  readonly container: string;
  /** How sure it is that the content is its own: from 0, certainly not, to 1, certainly. */
  readonly detects: (content: Content) => number;
  /** @throws BomRefusal saying what is wrong, where, and what to do */
  readonly read: (content: Content, limits: FileLimits) => Opened;
}

/** A kind of file that is text, whatever its encoding. */
export type TextFormat = BomFormat<string, OpenedFile>;

/** A kind of file that is bytes. */
export type BinaryFormat = BomFormat<Uint8Array, Promise<OpenedFile>>;

/** The one table of a file that has no sheets, but for its rows. */
export const WHOLE = {
  name: null,
  isHidden: false,
  block: null,
  firstColumn: 1,
  hiddenColumns: new Set<number>(),
  merges: [],
} as const satisfies Omit<Table, 'rows'>;
