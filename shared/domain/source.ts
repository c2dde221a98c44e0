/** Who knows of a part that it exists: what a manufacturer's numbering allows, somebody need not make. Free of zod, for browsers. */

/** The surest first. */
export const KNOWN_BY = ['supplier', 'catalogue', 'own', 'scheme'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** By the source of a statement, such as `decoder:yageo-rc` or `supplier:mouser`. */
export function knownBy(source: string): KnownBy {
  const [kind] = source.split(':');
  return KNOWN_BY.find((word) => word === kind) ?? 'scheme';
}

/** Of several sources that know one part, the one by which it is known the most surely. */
export function surestOf(sources: readonly [string, ...string[]]): string {
  const rank = (source: string) => KNOWN_BY.indexOf(knownBy(source));
  return sources.reduce((surest, source) => rank(source) < rank(surest) ? source : surest);
}
