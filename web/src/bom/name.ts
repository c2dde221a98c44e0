/** `Motor driver rev B` of `Motor driver rev B.csv`: in which format it came in is of no interest here. */
export const nameOf = (name: string) => name.replace(/\.(csv|tsv|txt|xlsx?|ods|xml|json|net)$/i, '');
