/** What one stream shows. */
export interface Scope {
  readonly kind: 'bom' | 'organization';
  readonly id: string;
}
