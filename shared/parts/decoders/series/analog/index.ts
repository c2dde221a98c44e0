/** Series of amplifiers, regulators, converters, references and interfaces. */
import type { SeriesTable } from '../../table.ts';

export const analogSeries: readonly SeriesTable[] = [];
