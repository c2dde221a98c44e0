/** The questions of a BOM, one after the other, by keyboard: each answer is saved at once and can be undone. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useCommands } from '../app/command-sources.ts';
import { Frame } from '../app/frame.tsx';
import { useBoards } from '../bom/boards.ts';
import { nameOf } from '../bom/name.ts';
import { NO_LINE, WHY_NO_LINE } from '../bom/verdict-sentence.ts';
import { EditLine } from '../bom/edit-line.tsx';
import { lineCommands } from '../bom/line-commands.ts';
import { Meanwhile, type Others } from '../bom/meanwhile.tsx';
import { bomTabs, TAB_WORDS } from '../bom/tabs.ts';
import { useBom } from '../bom/use-bom.ts';
import { useVerdicts } from '../bom/use-verdicts.ts';
import { useWho } from '../bom/use-who.ts';
import { GoneBom } from '../bom/gone-bom.tsx';
import { useLoss } from '../bom/use-loss.ts';
import { whyClosed } from '../bom/why-closed.ts';
import { isChangedSince, type LineAnswer, type LineChanges, type Review } from '../lib/api.ts';
import { goTo } from '../lib/address.ts';
import { may, useSigned } from '../lib/session.ts';
import { count, messageOf, nameOfLine, plural } from '../lib/words.ts';
import { createJudge, type JudgedLine, stateOf } from '../lines/judged.ts';
import type { Line } from '../lines/line.ts';
import { Connection } from '../run/connection.tsx';
import { Blank, Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { type Candidate, Card } from './card.tsx';
import { asksWhoseIs, groupsOf, isAsked, type Question } from './questions.ts';
import { ReleasedReview } from './released-review.tsx';
import { inPieces, oneByOne, type Piece, savePieces, type Saving, type Written } from './saving.ts';
import './review.css';

/** What was answered, in words, and how it is taken back. */
interface Done {
  readonly lines: readonly JudgedLine[];
  readonly text: string;
  readonly saving: Saving<JudgedLine>;
}

/** An answer to lines that somebody else has changed meanwhile: whoever gives it again has seen that. */
interface Refused {
  /** The first of them; it is all of them where they were answered one by one. */
  readonly first: JudgedLine;
  /** Who did what. */
  readonly sentence: string;
  readonly text: string;
  /** What was typed. */
  readonly quantity: number | undefined;
}

export default function ReviewPage({ bomId }: { bomId: string }) {
  const { api, organizations, user } = useSigned();
  const queries = useQueryClient();
  const { boards, isOpen: isBoardsOpen } = useBoards(bomId);
  const open = useBom(bomId);
  const { bom, view, isWhole, isRunning, changed, seen, theirs, watch, catchUp, follow, act } = open;
  const who = useWho(bom?.organization_id);
  const others: Others = { seen, theirs, who, watch };
  const verdicts = useVerdicts(bomId, boards, view !== null && !isRunning && !isBoardsOpen);
  const organization = organizations.find(({ organization_id }) => organization_id === bom?.organization_id);
  const release = bom?.release ?? null;
  const loss = useLoss(bom, open.isLost);
  const mayAnswer = may(organization, 'editor') && !open.isLost && !isRunning && release === null;

  const judge = useMemo(createJudge, [bomId]);
  const judged = useMemo(
    () => judge(view?.lines ?? [], isRunning ? null : verdicts.data ?? null, boards, isRunning),
    [judge, view?.lines, verdicts.data, boards, isRunning],
  );
  /** Lines that were ever asked about here: what is answered stays in sight, where it was. */
  const [asked, setAsked] = useState<ReadonlyMap<string, JudgedLine>>(new Map());
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  /** Answers that are part numbers, and not words. */
  const numbers = useRef(new Set<string>());
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Done[]>([]);
  const [picked, setPicked] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  /** What was answered and not saved, because somebody else has changed the lines meanwhile. */
  const [refused, setRefused] = useState<Refused | null>(null);

  /** What is counted before is too few. */
  const isJudged = isWhole && verdicts.data !== undefined && !verdicts.isPlaceholderData;
  useEffect(() => {
    if (!isJudged || isRunning) return;
    const fresh = judged.filter((each) => isAsked(each) && isNew(each, asked.get(each.line.line_id)));
    if (fresh.length === 0) return;
    const ids = new Set(fresh.map(({ line }) => line.line_id));
    setAsked((before) => new Map([...before, ...fresh.map((each) => [each.line.line_id, each] as const)]));
    setAnswers((before) => new Map([...before].filter(([id]) => !ids.has(id))));
  }, [judged, isJudged, isRunning]);
  // What somebody else has decided meanwhile is no question any more, until it is taken back.
  useEffect(() => {
    const others = judged.filter(({ line }) => {
      const before = asked.get(line.line_id);
      const answer = answers.get(line.line_id) ?? null;
      return before !== undefined && (answer === null || answer === BY_ANOTHER) &&
        isAnswered(line, before.line) !== (answer === BY_ANOTHER);
    });
    if (others.length === 0) return;
    setAnswers((before) => {
      const after = new Map(before);
      for (const { line: { line_id } } of others) {
        if (!after.delete(line_id)) after.set(line_id, BY_ANOTHER);
      }
      return after;
    });
  }, [judged]);

  const groups = useMemo(() => groupsOf([...asked.values()]), [asked]);
  const all = useMemo(() => groups.flatMap(({ questions }) => questions), [groups]);
  const isOpen = ({ judged: { line } }: Question) => !answers.has(line.line_id);
  /** What the list shows of it, and not what is measured or said in words. */
  const isNumber = ({ judged: { line } }: Question) => {
    const answer = answers.get(line.line_id);
    return answer === undefined ? line.mpn != null : numbers.current.has(answer);
  };
  const waiting = all.filter(isOpen);
  const queue = waiting.toSorted((a, b) => +later.has(idOf(a)) - +later.has(idOf(b)));
  const question = all.find((each) => idOf(each) === picked) ?? queue[0];
  const group = question && groups.find(({ questions }) => questions.includes(question))!;
  const next = queue.find((each) => each !== question);

  const read = (lineId: string) => ({
    queryKey: ['question', bomId, lineId],
    queryFn: () => api.readLine(bomId, lineId),
  });
  const { data: answer, error: readError } = useQuery({
    ...read(question ? idOf(question) : ''),
    enabled: question !== undefined,
  });
  const nextId = next && idOf(next);
  useEffect(() => {
    if (nextId) void queries.prefetchQuery(read(nextId));
  }, [nextId]);
  // Where its part is known, no other one is asked about.
  const candidates = question?.isHowMany || question?.isIfMeant ? [] : answer?.candidates.slice(0, 5) ?? [];

  /**
   * Shown as answered at once; what the server refuses is open again, with its sentence.
   * @param skipped lines for which there turned out to be no such answer, once the pieces are saved
   */
  async function save(
    text: string,
    pieces: readonly Piece<JudgedLine>[],
    { quantity, skipped = [] }: { readonly quantity?: number; readonly skipped?: readonly JudgedLine[] } = {},
  ) {
    const lines = pieces.flatMap(({ of }) => of);
    const ids = lines.map(({ line }) => line.line_id);
    setError(null);
    setRefused(null);
    setPicked(null);
    setAnswers((before) => new Map([...before, ...ids.map((id) => [id, text] as const)]));
    const saving = savePieces(pieces);
    setDone((before) => [...before, { lines, text, saving }]);
    const { saved, written, error } = await saving.ended;
    const [first, ...rest] = lines.filter((each) => !saved.includes(each));
    if (isChangedSince(error) && first) setRefused({ first, sentence: error.message, text, quantity });
    else if (error !== null) setError(messageOf(error));
    if (first) reopen(saving, [first, ...rest]);
    reopen(saving, skipped);
    if (isChangedSince(error)) await catchUp().catch((e) => setError(messageOf(e)));
    await readAgain(saved, written);
  }
  /** What was saved stays so where it cannot be read: only the page is old then, and says why. */
  const readAgain = async ([first]: readonly JudgedLine[], written: readonly Written[] = []) => {
    if (!first) return;
    await changed(first.line, written.map(({ change_id }) => change_id)).catch((e) => setError(messageOf(e)));
  };
  /** These lines of what was saved so are not answered any more. */
  function reopen(saving: Done['saving'], lines: readonly JudgedLine[]) {
    if (lines.length === 0) return;
    const ids = new Set(lines.map(({ line }) => line.line_id));
    setDone((before) =>
      before.map((each) =>
        each.saving === saving
          ? { ...each, lines: each.lines.filter(({ line }) => !ids.has(line.line_id)) }
          : each
      ).filter(({ lines }) => lines.length > 0)
    );
    setAnswers((before) => new Map([...before].filter(([id]) => !ids.has(id))));
  }
  const edited = async (lineId: string, changes: LineChanges, asOf: number | null) => {
    const { change_id } = await api.changeLine(bomId, lineId, changes, asOf);
    return change_id === null ? [] : [{ line_id: lineId, change_id }];
  };
  const review = async (lines: readonly JudgedLine[], how: Review, asOf: number | null) => {
    const { changes } = await api.review(bomId, lines.map(({ line }) => line.line_id), how, asOf);
    return changes;
  };
  /** Takes back what was written of these lines. A line of which nothing was written is as it was. */
  const undoing = (lines: readonly JudgedLine[], written: readonly Written[]) => {
    const ids = new Map(written.map(({ line_id, change_id }) => [line_id, change_id]));
    return inPieces(lines, async (of) => {
      const changed = of.filter(({ line }) => ids.has(line.line_id));
      const change_ids = changed.map(({ line }) => ids.get(line.line_id)!);
      return changed.length === 0 ? [] : await review(changed, { action: 'undo', change_ids }, null);
    });
  };

  // What was seen is what was shown when the key was pressed, not when its turn to be saved comes.
  const decide = (how: Review, text: string) => {
    const asOf = seen();
    if (question) void save(text, inPieces([question.judged], (of) => review(of, how, asOf)));
  };
  const answerHowMany = (quantity: number, isForAll: boolean) => {
    if (!question) return;
    const asOf = seen();
    const lines = isForAll ? ofGroup.map((each) => each.judged) : [question.judged];
    void save(
      `${quantity} a board`,
      oneByOne(lines, ({ line: { line_id } }) => edited(line_id, { quantity }, asOf)),
      { quantity },
    );
  };
  const choose = (candidate: Candidate | undefined) => {
    if (!candidate) return;
    const { mpn, manufacturer } = candidate;
    numbers.current.add(mpn);
    decide({ action: 'choose', choice: { mpn, manufacturer } }, mpn);
  };
  /** Nothing has to change. Of a part that is known that is said of the part, of any other of the words. */
  const asItIs: { readonly text: string; readonly how: Review } = question?.isIfMeant
    ? { text: 'both are meant so', how: { action: 'approve' } }
    : { text: 'as written', how: { action: 'keep_as_written' } };
  /** The first choice for each line of the group. Those that have none are asked about further on. */
  const ofGroup = group?.questions.filter(isOpen) ?? [];
  const takesFirst = candidates.length > 0;
  const answerGroup = () => {
    const asOf = seen();
    const lines = ofGroup.map((each) => each.judged);
    if (!takesFirst) {
      void save(asItIs.text, inPieces(lines, (of) => review(of, asItIs.how, asOf)));
      return;
    }
    const answers = Promise.all(ofGroup.map((each) => queries.fetchQuery(read(idOf(each)))));
    const skipped: JudgedLine[] = [];
    void save(
      'first choice',
      oneByOne(lines, async (line, i) => {
        const [first] = (await answers)[i]!.candidates;
        if (!first) {
          skipped.push(line);
          return [];
        }
        numbers.current.add(first.mpn);
        const { line: { line_id } } = line;
        setAnswers((before) => before.has(line_id) ? new Map([...before, [line_id, first.mpn]]) : before);
        return await review([line], { action: 'choose', choice: partOf(first) }, asOf);
      }),
      { skipped },
    );
  };
  const mayAnswerGroup = !question?.isHowMany && (ofGroup.length > 1 || takesFirst);
  const last = done.at(-1);
  /** Pressed once more, it would take something else back. */
  const isUndoing = useRef(false);
  const undo = async () => {
    if (!last || isUndoing.current) return;
    isUndoing.current = true;
    setError(null);
    try {
      // What is on its way would be saved after it was taken back.
      last.saving.stop();
      const { saved, written } = await last.saving.ended;
      const lines = last.lines.filter((each) => saved.includes(each));
      const undone = await savePieces(undoing(lines, written)).ended;
      if (undone.error !== null) setError(messageOf(undone.error));
      reopen(last.saving, undone.saved);
      setPicked(idOf({ judged: last.lines[0]! }));
      // What refuses it may be what somebody else has done to a line.
      await readAgain(lines);
    } finally {
      isUndoing.current = false;
    }
  };
  const edit = () => {
    if (!question) return;
    // A refusal of the answer before would put another question in its place, under the form.
    setPicked(idOf(question));
    setEditing(true);
  };
  const putOff = () => {
    if (!question) return;
    setPicked(null);
    setLater((before) => new Set([...before].filter((id) => id !== idOf(question)).concat(idOf(question))));
  };

  useKeys(
    mayAnswer && question && answer
      ? {
        ...Object.fromEntries(candidates.map((candidate, i) => [`${i + 1}`, () => choose(candidate)])),
        a: mayAnswerGroup ? answerGroup : undefined,
        n: () => decide({ action: 'nothing_to_buy' }, 'nothing to buy'),
        e: edit,
        k: question.isHowMany ? undefined : () => decide(asItIs.how, asItIs.text),
        s: putOff,
        u: last ? () => void undo() : undefined,
      }
      : { u: mayAnswer && last ? () => void undo() : undefined },
  );

  useCommands((text) => [lineCommands(bomId, judged, text, stateOf)]);

  if (open.isGone || (open.isLost && !isEditing)) return <GoneBom bomId={bomId} />;
  // A form that is open stays, with what was typed.
  if (bom && release && !isEditing) {
    return <ReleasedReview bom={bom} organization={organization} open={isJudged ? all.length : 0} />;
  }
  const answered = all.length - waiting.length;
  // Of a BOM that was never looked up nobody knows what it will ask.
  const isUnasked = all.length === 0 && bom !== null && bom.status === null;
  const hasNoLine = isUnasked && bom.nothing_to_look_up;
  // Of what was kept as written, or needs nothing bought, there is nothing to look up.
  const isAnythingToLookUp = isUnasked
    ? !hasNoLine
    : view?.lines.some(({ status }) => status === 'pending') === true;
  return (
    <Frame
      organization={organization}
      trail={bom ? [{ text: nameOf(bom.name), href: `/boms/${bomId}` }] : []}
      title={bom
        ? `${isJudged ? plural(waiting.length, 'question') : TAB_WORDS.questions} · ${nameOf(bom.name)}`
        : undefined}
      tabs={bomTabs(bomId, 'questions', isJudged ? waiting.length : undefined)}
      connection={<Connection of={open.connection} heard={open.heard} />}
      isMadeUp={view?.lines.some(({ result }) => result?.component?.sandbox) ?? false}
      isFixed
    >
      <div className='review'>
        <nav className='queue' aria-label='Questions'>
          <p>
            <b>
              {hasNoLine
                ? NO_LINE
                : isUnasked
                ? 'Not looked up yet'
                : isJudged
                ? `${count(answered)} of ${count(all.length)} answered`
                : 'Questions'}
            </b>
          </p>
          <div
            className='answered'
            role='img'
            aria-label={`${count(answered)} of ${count(all.length)} answered`}
          >
            {all.map((each) => (
              <i key={idOf(each)} className={!isOpen(each) ? 'is-done' : each === question ? 'is-now' : ''} />
            ))}
          </div>
          {groups.map(({ title, questions }) => (
            <section key={title}>
              <h2>
                {title} <span>{count(questions.length)}</span>
              </h2>
              <ul>
                {questions.map((each) => (
                  <li key={idOf(each)}>
                    <button
                      type='button'
                      aria-current={each === question ? 'true' : undefined}
                      onClick={() => setPicked(idOf(each))}
                    >
                      {isOpen(each)
                        ? <Mark of='ask' label='open' className='is-ask' />
                        : <Mark of='fine' label='answered' className='is-fine' />}
                      <span>{each.judged.line.designators && nameOfLine(each.judged.line)}</span>
                      <span className={isNumber(each) ? 'mono' : undefined}>
                        {answers.get(idOf(each)) ?? each.judged.line.mpn ?? each.judged.line.value ??
                          each.judged.line.description}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <section className='asking'>
          <Errors of={[error, readError && messageOf(readError), ...open.errors]} />
          {refused && (
            <p role='alert' className='error complaint'>
              {`${refused.sentence} “${refused.text}” was not saved.`}
              {refused.first.line.line_id !== (question && idOf(question)) && (
                <>
                  {' '}
                  <Button look='link' onClick={() => setPicked(refused.first.line.line_id)}>
                    {`Back to ${nameOfLine(refused.first.line)}`}
                  </Button>
                </>
              )}
            </p>
          )}
          {isRunning && (
            <Blank title='The run is still at work.'>
              <p>Its questions can be answered once it has ended.</p>
            </Blank>
          )}
          {!isRunning && !isJudged && <Loading />}
          {!isRunning && isJudged && !question && (
            <Blank
              title={hasNoLine
                ? `${NO_LINE}.`
                : isUnasked
                ? 'Not looked up yet.'
                : all.length === 0
                ? 'Nothing to ask.'
                : 'All answered.'}
            >
              {hasNoLine && <p>{WHY_NO_LINE}</p>}
              {isAnythingToLookUp && bom && mayAnswer && (
                <p>
                  <Button
                    look='go'
                    onClick={() =>
                      void act(async () => {
                        await api.start(bom, isUnasked ? 'all' : 'pending');
                        follow();
                        goTo(`/boms/${bomId}`);
                      })}
                  >
                    {isUnasked ? 'Look up' : 'Look up what was chosen'}
                  </Button>
                </p>
              )}
              <p>
                <Link href={`/boms/${bomId}`}>To the lines</Link>
              </p>
            </Blank>
          )}
          {!isRunning && question && group && (
            <>
              <div>
                <h1 className='verdict'>{question.title}</h1>
                <p className='quieter'>
                  Question {count(all.indexOf(question) + 1)} of{' '}
                  {count(all.length)}, in the group “{group.title}”, {plural(group.questions.length, 'line')}.
                </p>
              </div>
              {!answer ? <Loading /> : (
                <Card
                  question={question}
                  answer={answer}
                  meanwhile={<Meanwhile lineId={idOf(question)} others={others} since={null} />}
                  candidates={candidates}
                  organization={organization?.name ?? ''}
                  actions={mayAnswer
                    ? [
                      {
                        keys: mayAnswerGroup ? 'a' : null,
                        text: takesFirst
                          ? ofGroup.length > 1
                            ? `first choice for all ${count(ofGroup.length)}`
                            : 'first choice'
                          : `all ${count(ofGroup.length)}: ${asItIs.text}`,
                        act: answerGroup,
                      },
                      {
                        keys: 'n',
                        text: 'nothing to buy',
                        act: () => decide({ action: 'nothing_to_buy' }, 'nothing to buy'),
                      },
                      { keys: 'e', text: 'edit', act: edit },
                      {
                        keys: question.isHowMany ? null : 'k',
                        text: question.isIfMeant
                          ? asItIs.text
                          : asksWhoseIs(question.judged)
                          ? 'any of them will do'
                          : 'keep as written',
                        act: () => decide(asItIs.how, asItIs.text),
                      },
                      { keys: 's', text: 'later', act: putOff },
                      { keys: last ? 'u' : null, text: 'undo', act: () => void undo() },
                    ]
                    : null}
                  onChoose={mayAnswer ? choose : null}
                  whyNot={!mayAnswer && organization && !may(organization, 'editor')
                    ? `You are ${organization.role} here: whoever is editor or admin answers.`
                    : null}
                  howMany={mayAnswer && question.isHowMany
                    ? {
                      lines: ofGroup.length,
                      onAnswer: answerHowMany,
                      ...(refused?.quantity !== undefined && refused.first.line.line_id === idOf(question)
                        ? { typed: `${refused.quantity}` }
                        : {}),
                    }
                    : null}
                />
              )}
            </>
          )}
          <p role='status' className='last'>
            {done.length > 0 && (
              <>
                <Mark of='fine' className='is-fine' /> {done.at(-1)!.lines.length === 1
                  ? nameOfLine(done.at(-1)!.lines[0]!.line)
                  : plural(done.at(-1)!.lines.length, 'line')}:{' '}
                <span className={numbers.current.has(done.at(-1)!.text) ? 'mono' : undefined}>
                  {done.at(-1)!.text}
                </span>. {mayAnswer && (
                  <Button
                    look='link'
                    shortcut='u'
                    onClick={() => void undo()}
                  >
                    Undo
                  </Button>
                )}
              </>
            )}
          </p>
          {next && question && (
            <p className='next'>
              <span className='quietest'>Next</span> <Mark of='ask' className='is-ask' />{' '}
              <b>{nameOfLine(next.judged.line)}</b>{' '}
              <span className={next.judged.line.mpn == null ? undefined : 'mono'}>
                {next.judged.line.mpn ?? next.judged.line.value}
              </span>{' '}
              <span className='quieter'>
                {[next.judged.line.footprint, next.judged.line.description].filter(Boolean).join(' · ')}
              </span>
            </p>
          )}
        </section>
      </div>
      {isEditing && question && answer && (
        <EditLine
          answer={answer}
          others={others}
          closed={whyClosed({ release, organization, loss, userId: user.id, who })}
          onClose={() => setEditing(false)}
          onSave={async (changes, asOf) => {
            const written = await edited(idOf(question), changes, asOf).catch(async (e) => {
              if (isChangedSince(e)) await catchUp();
              throw e;
            });
            void save('edited', inPieces([question.judged], () => Promise.resolve(written)));
          }}
        />
      )}
    </Frame>
  );
}

/** Asked for the first time, or again: somebody has said how many, and whose it is remains to be asked. */
const isNew = (now: JudgedLine, before: JudgedLine | undefined): boolean =>
  before === undefined ||
  (before.line.quantity == null && now.line.quantity != null && now.line.review === 'none' &&
    asksWhoseIs(now));

/** In the place of an answer that was not given here. */
const BY_ANOTHER = 'by somebody else';

/** Whether a line was decided, or says something else, since it was asked about. */
const isAnswered = (now: Line, before: Line): boolean =>
  (now.review === 'approved' && before.review !== 'approved') || now.mpn !== before.mpn ||
  now.quantity !== before.quantity;

const idOf = ({ judged: { line } }: Pick<Question, 'judged'>) => line.line_id;
const partOf = ({ mpn, manufacturer }: LineAnswer['candidates'][number]) => ({ mpn, manufacturer });
