/** Tests read numbers without waiting: the series are there before the first of them. */
import { loadSeries } from '../../shared/parts/decoders/source.ts';

await loadSeries();
