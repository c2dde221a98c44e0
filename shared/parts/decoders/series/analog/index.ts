/** Series of amplifiers, regulators, converters, references and interfaces. */
import type { SeriesTable } from '../../table.ts';
import { analogDevices } from './adi.ts';
import { texasInstruments } from './ti.ts';
import { tiFets, tiProcessors } from './ti-processors.ts';

export const analogSeries: readonly SeriesTable[] = [texasInstruments, tiProcessors, tiFets, analogDevices];
