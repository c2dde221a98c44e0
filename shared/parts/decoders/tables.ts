/** Every series the product can read, by kind of part. A new series is a file in `series/` and a line in its index. */
import { analogSeries } from './series/analog/index.ts';
import { capacitorSeries } from './series/capacitors/index.ts';
import { connectorSeries } from './series/connectors/index.ts';
import { discreteSeries } from './series/discretes/index.ts';
import { logicSeries } from './series/logic/index.ts';
import { magneticsSeries } from './series/magnetics/index.ts';
import { mixedSeries } from './series/mixed/index.ts';
import { processorSeries } from './series/processors/index.ts';
import { protectionSeries } from './series/protection/index.ts';
import { resistorSeries } from './series/resistors/index.ts';
import { timingSeries } from './series/timing/index.ts';
import type { SeriesTable } from './table.ts';

export const seriesTables: readonly SeriesTable[] = [
  ...resistorSeries,
  ...capacitorSeries,
  ...magneticsSeries,
  ...timingSeries,
  ...discreteSeries,
  ...analogSeries,
  ...logicSeries,
  ...processorSeries,
  ...mixedSeries,
  ...connectorSeries,
  ...protectionSeries,
];
