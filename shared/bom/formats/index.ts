/** The kinds of files that are read, and which of them a file is. */
import { csv } from './csv.ts';
import type { BomFormat } from './format.ts';

export const FORMATS: readonly BomFormat[] = [csv];

/** The format that is most sure of the text, which is known by what stands in it and never by its name. */
export function formatOf(text: string, formats: readonly BomFormat[]): BomFormat {
  return formats.reduce((best, next) => next.detects(text) > best.detects(text) ? next : best);
}
