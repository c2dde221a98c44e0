/** Whose part a line means that names no manufacturer of a number that several use, each in a package of its own choice. */
import { readLine } from '../../parts/text/line.ts';
import { areOtherPackages, fitsPackage } from './checks/package.ts';
import type { CheckedLine, KnownPart } from './subject.ts';

const packageOf = ({ fields }: KnownPart): string | null =>
  fields.package === undefined ? null : `${fields.package.value}`;

/** Whether two parts are in packages that cannot stand for each other; not where one of them is unknown. */
export function areMadeUnalike(one: KnownPart, other: KnownPart): boolean {
  const [a, b] = [packageOf(one), packageOf(other)];
  return a !== null && b !== null && areOtherPackages(a, b);
}

/** Whether the line itself says that it is a part in this package: by its footprint, or in words. */
export function fitsLine(line: CheckedLine, part: KnownPart): boolean {
  const name = packageOf(part);
  return name !== null && fitsPackage(readLine(line, part.fields.category?.value).footprints, name);
}
