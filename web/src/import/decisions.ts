/** What somebody decided of a file's mapping: answers to its questions, and columns that they say are something else. */
import { withAnswer } from '../../../client/mapping-answers.ts';
import type { ColumnRole, FileMapping } from '../../../shared/domain/mapping.ts';

type Decision =
  /** The mapping of the option that was chosen for a question. */
  | { readonly code: string; readonly chosen: FileMapping }
  /** A use of a column, by its place among them. */
  | { readonly use: number; readonly role: ColumnRole };

/** The oldest first, each question and column once. */
export type Decisions = readonly Decision[];

export const decided = (before: Decisions, decision: Decision): Decisions => [
  ...before.filter((each) => aboutOf(each) !== aboutOf(decision)),
  decision,
];

const aboutOf = (decision: Decision) => 'code' in decision ? decision.code : decision.use;

/** What was chosen for a question, if it is answered. */
export const answerTo = (decisions: Decisions, code: string): FileMapping | null => {
  const answer = decisions.find((each) => 'code' in each && each.code === code);
  return answer && 'code' in answer ? answer.chosen : null;
};

/** @param proposed what the preview proposed, of which each option is a variant */
export const mappingOf = (proposed: FileMapping, decisions: Decisions): FileMapping =>
  withOwnPart(decisions.reduce(
    (mapping, decision) =>
      'code' in decision
        ? withAnswer(mapping, proposed, decision.chosen)
        : withRole(mapping, decision.use, decision.role),
    proposed,
  ));

/** Of these roles, columns with one group belong together. */
const GROUPED: readonly ColumnRole[] = ['mpn', 'manufacturer', 'supplier', 'supplier_number'];

/** A second part number is an alternate's, and so is a second manufacturer: each is of the first group without one. */
function withRole(mapping: FileMapping, use: number, role: ColumnRole): FileMapping {
  const taken = new Set(
    mapping.columns.flatMap((column, i) => i !== use && column.role === role ? column.group : []),
  );
  let group = 0;
  while (GROUPED.includes(role) && taken.has(group)) group++;
  return {
    ...mapping,
    columns: mapping.columns.map((column, i) =>
      i === use ? { ...column, role, group, confidence: 1, runner_up: null } : column
    ),
  };
}

/**
 * Where the column of the part's own number became something else, the first alternate's is the part's own: a manufacturer
 * that has no number is nobody's, and would be dropped from each line.
 */
function withOwnPart(mapping: FileMapping): FileMapping {
  const groups = mapping.columns.flatMap(({ role, group }) => role === 'mpn' ? group : []);
  const first = Math.min(...groups);
  if (groups.length === 0 || first === 0) return mapping;
  const hasOwn = mapping.columns.some(({ role, group }) => role === 'manufacturer' && group === first);
  const behind = Math.max(...mapping.columns.map(({ group }) => group)) + 1 - first;
  return {
    ...mapping,
    columns: mapping.columns.map((column) => {
      const { role, group } = column;
      if (role !== 'mpn' && role !== 'manufacturer') return column;
      if (group >= first) return { ...column, group: group - first };
      // Beside the number's own manufacturer, the one of the number that is gone comes last.
      return hasOwn ? { ...column, group: group + behind } : column;
    }),
  };
}
