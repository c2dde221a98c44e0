/** Lines of a BOM that one part could serve: fewer different parts to buy, store and place. */
import type { ComponentFields } from '../domain/component.ts';
import { couldServe, forbidsSubstitutes } from './equivalents.ts';

/** A line that was found, with what is known of its part. */
export interface FoundLine {
  readonly line_id: string;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly fields: ComponentFields;
  /** What the BOM says of substitutes, as written. */
  readonly substitution: string | null;
}

/** One of the BOM's own parts, and the lines of other parts that it could serve besides its own. */
export interface Consolidation {
  readonly mpn: string;
  readonly manufacturer: string;
  /** Different parts that it would make one, itself included. */
  readonly parts: number;
  /** All lines that it would serve, its own included. */
  readonly line_ids: readonly string[];
  readonly sentence: string;
}

const partOf = ({ manufacturer, mpn }: FoundLine) => `${manufacturer} ${mpn}`;

/**
 * The parts that could serve the most others, each line in one group at most. A line whose BOM allows no substitute stays
 * with its part.
 */
export function consolidate(lines: readonly FoundLine[]): readonly Consolidation[] {
  const byPart = new Map<string, FoundLine[]>();
  for (const line of lines) byPart.set(partOf(line), [...byPart.get(partOf(line)) ?? [], line]);
  // Only parts of one value and size can serve each other, so nothing else is compared.
  const alike = new Map<string, FoundLine[][]>();
  for (const same of byPart.values()) {
    const key = keyOf(same[0]!.fields);
    if (key !== null) alike.set(key, [...alike.get(key) ?? [], same]);
  }
  return [...alike.values()].flatMap(groupsOf).toSorted((a, b) => b.line_ids.length - a.line_ids.length);
}

function keyOf({ category, package: size, resistance, capacitance }: ComponentFields): string | null {
  const value = resistance?.value ?? capacitance?.value;
  return value === undefined || size === undefined ? null : [category?.value, size.value, value].join(' ');
}

function groupsOf(parts: readonly (readonly FoundLine[])[]): Consolidation[] {
  const servedBy = (part: readonly FoundLine[], rest: readonly (readonly FoundLine[])[]) =>
    rest.filter((other) =>
      other !== part && other.every(({ substitution }) => !forbidsSubstitutes(substitution)) &&
      couldServe(other[0]!.fields, part[0]!.fields)
    );
  const groups: Consolidation[] = [];
  let rest = parts;
  for (;;) {
    const [best] = rest.map((part) => ({ part, served: servedBy(part, rest) }))
      .toSorted((a, b) => b.served.length - a.served.length);
    if (!best || best.served.length === 0) return groups;
    const { part: [one], served } = best;
    const served_lines = [best.part, ...served].flat();
    groups.push({
      mpn: one!.mpn,
      manufacturer: one!.manufacturer,
      parts: served.length + 1,
      line_ids: served_lines.map(({ line_id }) => line_id),
      sentence: `${served_lines.length} lines, ${served.length + 1} different parts: ${
        one!.mpn
      } is no worse than any of them in size, value and what their numbers say.`,
    });
    rest = rest.filter((part) => part !== best.part && !served.includes(part));
  }
}
