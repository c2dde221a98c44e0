import { z } from 'zod';
import { IDS } from '../../../shared/api/examples.ts';
import { defineRoute } from '../../../shared/api/route.ts';
import { id } from '../../../shared/api/values.ts';

export const listManufacturers = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/manufacturers',
  summary: 'Counts the lines of a BOM by the manufacturer that they name.',
  role: 'viewer',
  params: { bom_id: id('bom_id') },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    manufacturers: z.array(z.object({ name: z.string(), lines: z.int() })),
  }),
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    answer: { bom_id: IDS.bom, manufacturers: [{ name: 'Murata', lines: 12 }] },
  },
});
