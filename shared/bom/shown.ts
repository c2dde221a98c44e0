/** A line as its answer shows it: what the database has of it, and who knows its part. */
import type { LineAnswer, StoredLineAnswer } from '../api/boms.ts';
import { shownFields } from '../domain/known-by.ts';
import { knownBy } from '../domain/source.ts';

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
