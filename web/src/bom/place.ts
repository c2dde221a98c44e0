/** Where what is told of a BOM is told: on its pages. */
export const placeOf = (bomId: string) => `/boms/${bomId}`;
