/** What a text says of a part. */
import type { QuantityName } from '../../domain/fields.ts';
import type { Quantity, Unit } from '../../domain/units.ts';

/** One thing a text can mean. */
export type Reading =
  | (Quantity & { readonly field: QuantityName })
  | {
    readonly field: 'dielectric' | 'colour' | 'temperature_range' | 'qualification';
    readonly value: string;
  };

/** Words of a text and everything they can mean: one of the readings is meant, and nothing says which. */
export interface Statement {
  /** As written. */
  readonly text: string;
  /** The likeliest first: a bare `470` is 470 ohms before it is a code for 47. */
  readonly readings: readonly Reading[];
  /** A bare number where nobody can tell what is meant: it may agree with a part, and never contradicts one. */
  readonly isOpen?: true;
}

export function quantity(field: QuantityName, value: number, unit: Unit): Reading {
  return { field, value, unit };
}
