/** What an order list says of lines and parts besides what they are judged by, as the database tells it: without names. */
import { z } from 'zod';
import { JudgingAnswer } from '../../../assess/judging.ts';
import type { SupplierNumber } from '../../../domain/bom.ts';

type LineRow = readonly [
  id: string,
  designators: string | null,
  manufacturer: string | null,
  value: string | null,
  footprint: string | null,
  description: string | null,
  supplier_numbers: readonly SupplierNumber[],
  source_row: number | null,
];
type PartRow = readonly [id: string, mpn: string, manufacturer: string];

/** Ours by our own function, as in judging.ts. */
const rows = <Row>() => z.custom<readonly Row[]>(Array.isArray);

export const OrderAnswer = z.object({
  judging: JudgingAnswer,
  lines: rows<LineRow>(),
  parts: rows<PartRow>(),
});

export interface LineWords {
  readonly designators: string | null;
  readonly manufacturer: string | null;
  readonly value: string | null;
  readonly footprint: string | null;
  readonly description: string | null;
  readonly supplier_numbers: readonly SupplierNumber[];
  /** Of its file. */
  readonly source_row: number | null;
}

export interface Words {
  readonly lines: ReadonlyMap<string, LineWords>;
  readonly parts: ReadonlyMap<string, { readonly mpn: string; readonly manufacturer: string }>;
}

export const readWords = ({ lines, parts }: Pick<z.infer<typeof OrderAnswer>, 'lines' | 'parts'>): Words => ({
  lines: new Map(
    lines.map((
      [id, designators, manufacturer, value, footprint, description, supplier_numbers, source_row],
    ) => [
      id,
      { designators, manufacturer, value, footprint, description, supplier_numbers, source_row },
    ]),
  ),
  parts: new Map(parts.map(([id, mpn, manufacturer]) => [id, { mpn, manufacturer }])),
});
