/** Who knows of a part that it exists: what a scheme says is not that. */
export const KNOWN_BY = ['supplier', 'catalogue', 'own', 'scheme'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** By the source of a statement, such as `decoder:yageo-rc` or `supplier:mouser`. */
export function knownBy(source: string): KnownBy {
  const [kind = ''] = source.split(':');
  return (KNOWN_BY as readonly string[]).includes(kind) ? kind as KnownBy : 'scheme';
}
