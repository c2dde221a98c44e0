/** `Motor driver rev B` of `Motor driver rev B.csv`: in which format it came in is of no interest here. */
export { titleOf as nameOf } from '../../../shared/bom/title.ts';
