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
  /** Lines that it would serve, its own included. */
  readonly lines: number;
  /** Of those, the first MAX_LINE_IDS. */
  readonly line_ids: readonly string[];
  readonly sentence: string;
}

/**
 * Parts of one value and size that are held against each other, the first of the BOM. Each with each: what that costs grows
 * with the square, and 10,000 lines in groups of 40 keep an isolate busy for a second. Boards have some ten.
 */
const MAX_ALIKE = 40;

/** An answer does not grow with the BOM. */
const MAX_CONSOLIDATIONS = 100;
const MAX_LINE_IDS = 100;

const partOf = ({ manufacturer, mpn }: FoundLine) => `${manufacturer} ${mpn}`;

/**
 * The parts that could serve the most others, those with the most lines first, at most MAX_CONSOLIDATIONS; each line in one
 * of them at most. A line whose BOM allows no substitute stays with its part.
 */
export function consolidate(lines: readonly FoundLine[]): readonly Consolidation[] {
  const byPart = groupedBy(lines, partOf);
  // Only parts of one value and size can serve each other, so nothing else is compared.
  const alike = groupedBy([...byPart.values()], ([line]) => keyOf(line!.fields));
  return [...alike.values()].flatMap((parts) => groupsOf(parts.slice(0, MAX_ALIKE)))
    .toSorted((a, b) => b.lines - a.lines)
    .slice(0, MAX_CONSOLIDATIONS);
}

/** What has no key is in no group. */
function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function keyOf({ category, package: size, resistance, capacitance }: ComponentFields): string | null {
  const value = resistance?.value ?? capacitance?.value;
  return value === undefined || size === undefined ? null : [category?.value, size.value, value].join(' ');
}

type Part = readonly FoundLine[];

function groupsOf(parts: readonly Part[]): Consolidation[] {
  const mayChange = parts.filter((part) =>
    part.every(({ substitution }) => !forbidsSubstitutes(substitution))
  );
  const serves = new Map(parts.map((part) => [
    part,
    mayChange.filter((other) => other !== part && couldServe(other[0]!.fields, part[0]!.fields)),
  ]));
  const groups: Consolidation[] = [];
  const left = new Set(parts);
  for (;;) {
    const [best] = [...left].map((part) => ({
      part,
      served: serves.get(part)!.filter((one) => left.has(one)),
    }))
      .toSorted((a, b) => b.served.length - a.served.length);
    if (!best || best.served.length === 0) return groups;
    groups.push(consolidation(best.part, best.served));
    for (const part of [best.part, ...best.served]) left.delete(part);
  }
}

function consolidation(part: Part, served: readonly Part[]): Consolidation {
  const { mpn, manufacturer } = part[0]!;
  const lines = [part, ...served].flat();
  const parts = served.length + 1;
  return {
    mpn,
    manufacturer,
    parts,
    lines: lines.length,
    line_ids: lines.slice(0, MAX_LINE_IDS).map(({ line_id }) => line_id),
    sentence:
      `${lines.length} lines, ${parts} different parts: ${mpn} is no worse than any of them in size, value and what their numbers say.`,
  };
}
