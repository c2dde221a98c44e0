/** All rows of the catalogue. */
import { discretes } from './discretes.ts';
import { electromechanical } from './electromechanical.ts';
import { microcontrollers } from './microcontrollers.ts';
import { power } from './power.ts';
import { signals } from './signals.ts';
import type { CatalogueRow } from './row.ts';

export const catalogueRows: readonly CatalogueRow[] = [
  ...microcontrollers,
  ...power,
  ...signals,
  ...discretes,
  ...electromechanical,
];
