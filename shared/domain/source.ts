/** What the name of a source says of what it states: who knows that the part exists, and whether all is made up. Free of zod, for browsers. */

/** The surest first. */
export const KNOWN_BY = ['supplier', 'catalogue', 'own', 'scheme'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** By the source of a statement, such as `decoder:yageo-rc` or `supplier:mouser`. */
export function knownBy(source: string): KnownBy {
  const [kind] = source.split(':');
  return KNOWN_BY.find((word) => word === kind) ?? 'scheme';
}

/** What the names end in of those that answer in the place of a supplier. */
export const SANDBOX = '-sandbox';

/** Whether a supplier, or a source such as `supplier:mouser-sandbox`, is a sandbox, which makes up all that it says. */
export function isSandbox(name: string): boolean {
  return name.endsWith(SANDBOX);
}

/** Of several sources that know one part, the one by which it is known the most surely. */
export function surestOf(sources: readonly [string, ...string[]]): string {
  const rank = (source: string) => KNOWN_BY.indexOf(knownBy(source));
  return sources.reduce((surest, source) => rank(source) < rank(surest) ? source : surest);
}
