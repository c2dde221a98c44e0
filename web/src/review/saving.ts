/** Answers on their way to the server: in pieces, one after the other, each of which is saved or not. */
import { MAX_REVIEWED_LINES } from '../../../shared/domain/bom.ts';

/** What a call wrote of a line, by which it is taken back. */
export interface Written {
  readonly line_id: string;
  readonly change_id: number;
}

/** What one call saves. */
export interface Piece<Of> {
  readonly of: readonly Of[];
  readonly send: () => Promise<readonly Written[]>;
}

export interface Saving<Of> {
  /** Once nothing is on its way any more: what was saved, what that wrote, and what refused the rest. It never fails itself. */
  readonly ended: Promise<
    { readonly saved: readonly Of[]; readonly written: readonly Written[]; readonly error: unknown }
  >;
  /** Sends nothing more after the piece that is on its way. */
  readonly stop: () => void;
}

export function savePieces<Of>(pieces: readonly Piece<Of>[]): Saving<Of> {
  let isStopped = false;
  async function run() {
    const saved: Of[] = [];
    const written: Written[] = [];
    for (const { of, send } of pieces) {
      if (isStopped) break;
      try {
        written.push(...await send());
      } catch (error) {
        return { saved, written, error };
      }
      saved.push(...of);
    }
    return { saved, written, error: null };
  }
  return { ended: run(), stop: () => void (isStopped = true) };
}

/** As many at once as one review takes. */
export function inPieces<Of>(
  all: readonly Of[],
  send: (of: readonly Of[]) => Promise<readonly Written[]>,
): readonly Piece<Of>[] {
  return Array.from({ length: Math.ceil(all.length / MAX_REVIEWED_LINES) }, (_, i) => {
    const of = all.slice(i * MAX_REVIEWED_LINES, (i + 1) * MAX_REVIEWED_LINES);
    return { of, send: () => send(of) };
  });
}

/** Each by itself. */
export const oneByOne = <Of>(
  all: readonly Of[],
  send: (each: Of, i: number) => Promise<readonly Written[]>,
) => all.map((each, i): Piece<Of> => ({ of: [each], send: () => send(each, i) }));
