import { possessive } from '../../../shared/domain/possessive.ts';

interface Equivalent {
  readonly manufacturer: string;
  readonly reason: string;
}

/** Why all of them may do. The first's sentence holds of all, but for the name of its manufacturer. */
export function whyEqual(equivalents: readonly Equivalent[]): string {
  const [first] = equivalents;
  if (!first) return '';
  const { manufacturer, reason } = first;
  return equivalents.every((each) => each.manufacturer === manufacturer)
    ? reason
    : reason.replace(`by ${possessive(manufacturer)} numbering`, "each by its manufacturer's numbering");
}
