/** A BOM's name as people read it: that of its file, without what the file's name ends with. */
export const titleOf = (name: string): string => name.replace(FILE_ENDING, '');

const FILE_ENDING = /\.(?:csv|tsv|txt|xlsx?|ods|xml|json|html?|net)$/i;
