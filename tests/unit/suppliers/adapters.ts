/** Each supplier's adapter, made for a stand-in's address. */
import type { SupplierName } from '../../../shared/domain/supplier.ts';
import type { Log } from '../../../shared/log.ts';
import { createDigiKey } from '../../../shared/suppliers/digikey/adapter.ts';
import { createElement14 } from '../../../shared/suppliers/element14/adapter.ts';
import { createMouser } from '../../../shared/suppliers/mouser/adapter.ts';
import { createNexar } from '../../../shared/suppliers/nexar/adapter.ts';
import type { Supplier } from '../../../shared/suppliers/port.ts';
import { API_KEY } from './stand-in.ts';

export interface AdapterSettings {
  readonly key?: string;
  readonly log?: Log;
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

type MakeAdapter = (apiUrl: string | null, settings?: AdapterSettings) => Omit<Supplier, 'limits'>;

/** An id and a secret are one and the same here, as at the stand-ins. */
const options = ({ key = API_KEY, log = () => {}, ...more }: AdapterSettings) => (
  { apiKey: key, clientId: key, clientSecret: key, currency: 'USD', log, ...more }
);

export const ADAPTERS: Readonly<Record<SupplierName, MakeAdapter>> = {
  mouser: (apiUrl, settings = {}) => createMouser({ ...options(settings), apiUrl }),
  digikey: (apiUrl, settings = {}) => createDigiKey({ ...options(settings), apiUrl, site: 'US' }),
  element14: (apiUrl, settings = {}) =>
    createElement14({ ...options(settings), apiUrl, store: 'uk.farnell.com' }),
  nexar: (apiUrl, settings = {}) => createNexar({ ...options(settings), apiUrl, country: 'US' }),
};
