/** Why candidates may be meant: what holds of all of them beyond that is said once, so that what tells them apart can be read. */

export interface Reasons {
  /** Sentences that hold of each; empty where there is only one candidate. */
  readonly ofAll: string;
  /** What is left to say of each, in their order. */
  readonly each: readonly string[];
}

const sentencesOf = (reason: string) => reason.split(/(?<=\.) (?=[A-Z])/);

export function reasonsOf(reasons: readonly string[]): Reasons {
  const [first = [], ...others] = reasons.map(sentencesOf);
  const shared = others.length === 0
    ? []
    // the first one says it, and stays where it is looked for
    : first.slice(1).filter((sentence) => others.every((each) => each.includes(sentence)));
  const left = (sentences: readonly string[]) => sentences.filter((each) => !shared.includes(each)).join(' ');
  return { ofAll: shared.join(' '), each: [first, ...others].map(left) };
}
