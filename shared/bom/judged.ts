/** What a BOM was judged to be, kept for lists: computed here alone, when a run ends and where it is asked for and old. */
import { z } from 'zod';
import { ownRules, USUAL_RULES } from '../assess/cost/rules.ts';
import { JudgingAnswer, readJudging } from '../assess/judging.ts';
import { judgeForLists, prepare } from '../assess/summary.ts';
import type { Database } from '../database/port.ts';
import { DEFAULT_BOARDS } from '../domain/judging.ts';

/** Judges a BOM at the boards that it is meant for, and keeps that. Nothing where the BOM is gone. */
export async function judge(database: Database, bomId: string): Promise<void> {
  const answer = await database.call(
    'bomstream_bom_judging_take',
    { p_bom_id: bomId },
    JudgingAnswer.nullable(),
  );
  if (answer === null) return;
  const { bom, lines, parts } = readJudging(answer);
  const { boards = DEFAULT_BOARDS, state = '' } = answer;
  const judged = judgeForLists(prepare(lines, parts, { ...USUAL_RULES, ...ownRules(bom) }), boards);
  await database.call('bomstream_bom_judging_write', {
    p_bom_id: bomId,
    p_state: state,
    p_event_id: bom.event_id,
    p_boards: boards,
    p_verdicts: judged.verdicts,
    p_rows: judged.lines.map((line) => [
      line.line_number,
      line.verdict,
      line.risk,
      line.unit_price,
      line.currency,
      line.stock,
      line.lifecycle,
    ]),
  }, z.boolean());
}
