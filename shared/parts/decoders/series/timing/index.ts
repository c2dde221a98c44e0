/** Series of crystals, oscillators and resonators. */
import type { SeriesTable } from '../../table.ts';
import { abraconCrystals, abraconOscillators } from './abracon.ts';
import { ecsCrystals, ecsOscillators } from './ecs.ts';
import { epsonCrystals, epsonOscillators } from './epson.ts';
import * as several from './several.ts';
import { murataCrystals, murataResonators } from './murata.ts';

export const timingSeries: readonly SeriesTable[] = [
  abraconCrystals,
  abraconOscillators,
  ecsCrystals,
  ecsOscillators,
  epsonCrystals,
  epsonOscillators,
  murataResonators,
  murataCrystals,
  ...Object.values(several),
];
