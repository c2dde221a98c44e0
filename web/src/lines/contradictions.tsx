import type { Line } from '../../../client/bom-feed.ts';
import type { Contradiction, Severity } from '../../../shared/domain/contradiction.ts';
import { knownBy } from '../../../shared/domain/known-by.ts';
import { KNOWN_BY_WORDS } from '../lib/describe.ts';
import { count, plural } from '../lib/words.ts';

/** What a line says against its part, or against itself: before all else that is said of it. */
export function Contradictions({ of }: { readonly of: readonly Contradiction[] }) {
  return (
    <ul className='contradictions'>
      {of.map((contradiction) => (
        <li key={contradiction.sentence} className={contradiction.severity}>
          <p>
            <strong>{SEVERITY_WORDS[contradiction.severity]}.</strong> {contradiction.sentence}
          </p>
          <Readings {...contradiction} />
        </li>
      ))}
    </ul>
  );
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Look at this',
  upgrade: 'Better than asked',
};

/** Both, with where each stands. */
function Readings({ asked, found }: Contradiction) {
  const isBom = found.source === 'bom';
  return (
    <dl>
      <div>
        <dt>BOM, {asked.where}</dt>
        <dd>{asked.text}</dd>
      </div>
      <div>
        <dt title={found.source}>
          {isBom ? 'BOM, elsewhere' : `Part, ${KNOWN_BY_WORDS[knownBy(found.source)]}`}
        </dt>
        <dd>{found.text}</dd>
      </div>
    </dl>
  );
}

/** So many are named; the others are found in the list. */
const NAMED = 12;

/** Above the list, with a way to each: the lines that are wrong, and those that somebody should look at. */
export function ContradictionsOfAll({ lines }: { readonly lines: readonly Line[] }) {
  const worstOf = ({ result }: Line) => result?.contradictions?.[0]?.severity;
  return (['error', 'warning'] as const).map((severity) => {
    const wrong = lines.filter((line) => worstOf(line) === severity);
    if (wrong.length === 0) return null;
    return (
      <nav key={severity} className={`contradicted-lines ${severity}`} aria-label={SEVERITY_WORDS[severity]}>
        <strong>
          {severity === 'error'
            ? `${plural(wrong.length, 'line')} ${
              wrong.length === 1 ? 'contradicts' : 'contradict'
            } the part or the BOM itself:`
            : `${plural(wrong.length, 'line')} to look at:`}
        </strong>{' '}
        {wrong.slice(0, NAMED).map(({ line_id, line_number }) => (
          <button
            key={line_id}
            type='button'
            className='link'
            onClick={() => goTo(line_number)}
          >
            line {line_number}
          </button>
        ))}
        {wrong.length > NAMED && <span>and {count(wrong.length - NAMED)} more</span>}
      </nav>
    );
  });
}

function goTo(line: number): void {
  const row = document.querySelector<HTMLElement>(`tr[data-line="${line}"]`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
