/** `Murata's`, and `Texas Instruments'`: a name that ends in s gets the apostrophe alone. */
export const possessive = (name: string): string => `${name}${/s$/i.test(name) ? "'" : "'s"}`;
