/** Series of connectors. */
import type { SeriesTable } from '../../table.ts';

export const connectorSeries: readonly SeriesTable[] = [];
