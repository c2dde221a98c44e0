/** A BOM for somebody without an account: what a read-only link opens, and nothing that could be changed. */
import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { VERDICTS } from '../../../shared/domain/judging.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import { allLinesOf } from '../bom/all-lines.ts';
import { CostLine, Counts } from '../bom/answer.tsx';
import { verdictSentence } from '../bom/verdict-sentence.ts';
import { BomMenu } from '../bom/bom-menu.tsx';
import '../bom/bom.css';
import { useBoards } from '../bom/boards.ts';
import { nameOf } from '../bom/name.ts';
import { Panel } from '../bom/panel.tsx';
import { bomOf } from '../bom/queries.ts';
import { ReleaseNote } from '../bom/release.tsx';
import { useSummary } from '../bom/use-bom.ts';
import { useVerdicts } from '../bom/use-verdicts.ts';
import { useColumns } from '../bom/use-columns.ts';
import { Cost } from '../cost/cost-page.tsx';
import { useFilters, withBoards, withFilters } from '../lib/address.ts';
import { type BomSummary, createApi } from '../lib/api.ts';
import { currenciesOf } from '../lib/money.ts';
import { createQueryClient, isFinal } from '../lib/query.ts';
import { ByLink, useApi } from '../lib/session.ts';
import { count, messageOf, plural } from '../lib/words.ts';
import { createJudge, type JudgedLine, worstFirst } from '../lines/judged.ts';
import { lineBeside, LinesTable } from '../lines/lines-table.tsx';
import { nextSorting, readSorting } from '../lines/sorting.ts';
import { Blank, Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { switchTheme } from '../ui/theme.ts';
import { useKeys } from '../ui/use-keys.ts';

/** How often a run that is at work is looked at: nobody waits here for its last line. */
const LOOK_MS = 10_000;

/** How one begins. The server takes any other text for an access token, and speaks of that. */
const IS_LINK = /^bsl_/;
const CUT = 'This link was not copied whole. Copy it again, or ask whoever sent it for another.';

interface LinkPageProps {
  readonly supabaseUrl: string;
  readonly bomId: string;
  readonly link: string;
  readonly page: string | undefined;
}

export default function LinkPage({ supabaseUrl, bomId, link, page }: LinkPageProps) {
  const api = useMemo(() => createApi(supabaseUrl, () => link), [supabaseUrl, link]);
  // What somebody who is signed in here has read is not the link's to show, nor the other way round.
  const queries = useMemo(createQueryClient, []);
  return (
    <ByLink value={api}>
      <QueryClientProvider client={queries}>
        <Opened bomId={bomId} link={link} at={`/shared/${bomId}/${link}`} page={page} />
      </QueryClientProvider>
    </ByLink>
  );
}

function Opened(
  { bomId, link, at, page }: { bomId: string; link: string; at: string; page: string | undefined },
) {
  const api = useApi();
  const queries = useQueryClient();
  const { data: bom, error } = useQuery({
    ...bomOf(api, bomId),
    refetchInterval: ({ state }) => state.data && isRunning(state.data) ? LOOK_MS : false,
  });
  // What a run changes is read again.
  const stand = bom?.latest_run?.event_id;
  const readAt = useRef(stand);
  useEffect(() => {
    if (readAt.current !== undefined && stand !== readAt.current) {
      void queries.invalidateQueries({ queryKey: ['lines', bomId] });
      void queries.invalidateQueries({ queryKey: ['judged', bomId] });
    }
    readAt.current = stand;
  }, [queries, bomId, stand]);
  const { boards, isOpen } = useBoards(bomId);
  const { data: summary } = useSummary(bomId, boards, isOpen);
  if (isFinal(error)) {
    return (
      <Around>
        <Blank title='No BOM is behind this link.'>
          <p>{IS_LINK.test(link) ? messageOf(error) : CUT}</p>
        </Blank>
      </Around>
    );
  }
  return (
    <Around bom={bom} at={at} page={page} isMadeUp={summary?.sandbox ?? false}>
      <Errors of={[error && messageOf(error)]} />
      {!bom
        ? !error && <Loading />
        : page === 'cost'
        ? <Cost bomId={bomId} linesAt={at} hasOrderLists={false} />
        : <Lines bom={bom} />}
    </Around>
  );
}

const isRunning = ({ status }: BomSummary) => status !== null && !isEnded(status);

interface AroundProps {
  readonly bom?: BomSummary | undefined;
  readonly at?: string;
  readonly page?: string | undefined;
  readonly isMadeUp?: boolean;
  readonly children: ReactNode;
}

/** As Frame, without an account and an organization. */
function Around({ bom, at, page, isMadeUp = false, children }: AroundProps) {
  return (
    <div className='frame fixed'>
      {bom?.release && <ReleaseNote release={bom.release} />}
      {isMadeUp && (
        <aside className='made-up' aria-label='About the data'>
          <b>Prices and stock are made up</b>
        </aside>
      )}
      <header className='top'>
        <span className='brand'>
          <Mark of='brand' />
          <span>bomstream</span>
        </span>
        {at && (
          <nav className='tabs' aria-label='Pages'>
            <Link href={withBoards(at)} {...(page === 'cost' ? {} : { 'aria-current': 'page' as const })}>
              Lines
            </Link>
            <Link
              href={withBoards(`${at}/cost`)}
              {...(page === 'cost' ? { 'aria-current': 'page' as const } : {})}
            >
              Cost
            </Link>
          </nav>
        )}
        <span className='grow' />
        <span className='quieter'>Read-only</span>
        <Button look='quiet' aria-label='Light or dark' onClick={switchTheme}>
          <Mark of='theme' />
        </Button>
      </header>
      <main>{children}</main>
    </div>
  );
}

function Lines({ bom }: { bom: BomSummary }) {
  const api = useApi();
  const { bom_id } = bom;
  const [filters, changeFilters] = useFilters();
  const { boards, isOpen, setBoards } = useBoards(bom_id);
  const summary = useSummary(bom_id, boards, isOpen);
  const verdicts = useVerdicts(bom_id, boards, !isOpen);
  const { data: lines, error } = useQuery({
    ...allLinesOf(api, bom_id),
    placeholderData: (before) => before,
  });
  const judge = useMemo(createJudge, [bom_id]);
  const judged = useMemo(() => judge(lines ?? [], verdicts.data ?? null, boards, false), [
    lines,
    verdicts.data,
    boards,
  ]);
  const currencies = useMemo(() => currenciesOf(judged.map(({ part }) => part)), [judged]);
  const show = VERDICTS.find((verdict) => verdict === filters.get('show')) ?? null;
  const shown = useMemo(
    () => worstFirst(judged.filter(({ verdict }) => show === null || verdict === show)),
    [judged, show],
  );
  const [hidden] = useColumns(false);
  const sorting = readSorting(filters.get('sort'));
  const order = useRef<readonly JudgedLine[]>([]);
  const selected = Number(filters.get('line')) || null;
  const current = judged.find(({ line }) => line.line_number === selected);
  const [menuError, setMenuError] = useState<string | null>(null);
  const open = (line: number | undefined) => {
    if (line !== undefined) changeFilters({ line: `${line}` });
  };
  const close = () => changeFilters({ line: null });
  const move = (by: 1 | -1) => open(lineBeside(order.current, selected, by));
  useKeys({ j: () => move(1), k: () => move(-1), Escape: current ? close : undefined });
  return (
    <div className='split'>
      <section className='page'>
        <div className='answer'>
          <div className='verdict-row'>
            <h1 className='verdict'>
              <span>{nameOf(bom.name)}.</span>{' '}
              {isRunning(bom) ? 'It is being looked up.' : summary.data && verdictSentence(summary.data)}
            </h1>
            <BomMenu bom={bom} boards={boards} onError={setMenuError} />
          </div>
          <Errors
            of={[error, summary.error, verdicts.error].map((e) => e && messageOf(e)).concat(menuError)}
          />
          {summary.data && (
            <>
              <div className='filters'>
                <Counts verdicts={summary.data.verdicts} />
              </div>
              <CostLine
                summary={summary.data}
                boards={boards}
                onBoards={setBoards}
                isOld={summary.isPlaceholderData}
              />
            </>
          )}
        </div>
        {lines
          ? (
            <LinesTable
              lines={shown}
              hidden={hidden}
              sorting={sorting}
              onSort={(column) => changeFilters({ sort: nextSorting(sorting, column) })}
              selected={selected}
              onOpen={open}
              order={order}
              boards={boards}
              currencies={currencies}
              empty={
                <p>
                  No line of {count(judged.length)} is like that.{' '}
                  <Link href={withFilters({ show: null })}>Show all</Link>
                </p>
              }
            />
          )
          : <div className='lines'>{!error && <Loading />}</div>}
        <footer className='foot'>
          <span role='status'>{plural(shown.length, 'line')}{sorting ? '' : ', worst first'}</span>
        </footer>
      </section>
      {current && (
        <Panel
          bomId={bom_id}
          judged={current}
          review={null}
          change={null}
          isRunning={isRunning(bom)}
          onClose={close}
          onMove={move}
        />
      )}
    </div>
  );
}
