/** Every supplier that the product can ask, in the order in which they are asked. A new one is a folder and a line. */
import type { Environment } from '../environment.ts';
import type { SupplierDefinition, SupplierDependencies } from './definition.ts';
import { digikey } from './digikey/adapter.ts';
import { element14 } from './element14/adapter.ts';
import { mouser } from './mouser/adapter.ts';
import { nexar } from './nexar/adapter.ts';
import type { Supplier } from './port.ts';

export const SUPPLIERS: readonly SupplierDefinition[] = [
  mouser,
  digikey,
  element14,
  nexar,
];

/**
 * The suppliers that `environment` has the keys of.
 * @throws Error that names every variable of a supplier's that is missing or wrong
 */
export function createSuppliers(environment: Environment, dependencies: SupplierDependencies): Supplier[] {
  return SUPPLIERS.flatMap((supplier) => supplier.configure(environment, dependencies) ?? []);
}
