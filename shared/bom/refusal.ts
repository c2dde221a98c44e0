/** Why a file or a list is no BOM. */
import { Refusal } from '../domain/refusal.ts';

export type BomRefusalCode =
  | 'empty_bom'
  | 'invalid_body'
  | 'invalid_csv'
  | 'invalid_do_not_place'
  | 'invalid_quantity'
  | 'no_part_number_column'
  | 'no_part_numbers'
  | 'too_many_columns'
  | 'too_many_lines'
  | 'unknown_column';

export class BomRefusal extends Refusal<BomRefusalCode> {
  constructor(code: BomRefusalCode, detail: string) {
    super('invalid', code, detail);
  }
}
