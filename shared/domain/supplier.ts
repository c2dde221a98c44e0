/** The suppliers that the product can ask, in the order in which it asks them: each has a folder in shared/suppliers. */
export const SUPPLIER_NAMES = ['mouser', 'digikey', 'element14', 'nexar'] as const;
export type SupplierName = (typeof SUPPLIER_NAMES)[number];
