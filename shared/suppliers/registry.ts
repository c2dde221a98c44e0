/** Every supplier that the product can ask, in the order in which they are asked. A new one is a folder and a line. */
import type { Environment } from '../environment.ts';
import type { SupplierDefinition, SupplierDependencies } from './definition.ts';
import { mouser } from './mouser/adapter.ts';
import type { Supplier } from './port.ts';

export const SUPPLIERS: readonly SupplierDefinition[] = [
  mouser,
];

/**
 * The suppliers that `environment` has the keys of.
 * @throws Error that names every variable of a supplier's that is missing or wrong
 */
export function createSuppliers(environment: Environment, dependencies: SupplierDependencies): Supplier[] {
  return SUPPLIERS.flatMap((supplier) => supplier.configure(environment, dependencies) ?? []);
}
