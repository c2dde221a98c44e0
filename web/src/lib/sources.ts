/** Who says something of a part, in a reader's words. */
import type { KnownBy } from '../../../shared/domain/source.ts';
import { day } from './words.ts';

const NAMES: Readonly<Record<string, string>> = {
  mouser: 'Mouser',
  digikey: 'DigiKey',
  element14: 'element14',
  farnell: 'Farnell',
  nexar: 'Nexar',
};

/** `mouser-sandbox` is "Mouser sandbox". */
export function supplierName(supplier: string): string {
  const name = supplier.replace(/-sandbox$/, '');
  return `${NAMES[name] ?? name}${name === supplier ? '' : ' sandbox'}`;
}

/** `decoder:yageo-rc` is "Yageo’s numbering", `supplier:mouser` of today "Mouser, today 13:52". */
export function sourceInWords(
  source: string,
  observedAt?: string | undefined,
  manufacturer?: string,
): string {
  const [kind, name = ''] = source.split(':', 2);
  const when = observedAt ? `, ${day(observedAt)}` : '';
  switch (kind) {
    case 'supplier':
      return supplierName(name) + when;
    case 'catalogue':
      return `the catalogue${when}`;
    case 'own':
      return `your organization${when}`;
    case 'bom':
      return 'the BOM';
    default:
      return `${manufacturer ? `${manufacturer}’s` : 'the manufacturer’s'} numbering`;
  }
}

/** The same beside the part itself, whose manufacturer need not be named again. */
export const sourceInShort = (source: string, observedAt?: string): string =>
  sourceInWords(source, observedAt).replace(/^the manufacturer’s /, '');

/** Of its mark in a list. */
export const KNOWN_BY_SENTENCES: Readonly<Record<KnownBy, string>> = {
  supplier: 'From a supplier',
  catalogue: 'From the catalogue',
  own: 'Your own component',
  scheme: 'Read from the manufacturer’s numbering',
};
