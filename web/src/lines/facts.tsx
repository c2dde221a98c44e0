import type { Line } from '../../../client/bom-feed.ts';
import { FIELD_NAMES, type FieldName, fieldOf } from '../../../shared/domain/fields.ts';
import type { LineAnswer } from '../lib/api.ts';
import { describeFact, inShort, KNOWN_BY_WORDS } from '../lib/describe.ts';
import { Opened, type ReadLine } from './opened.tsx';

type Fields = NonNullable<NonNullable<LineAnswer['line']['result']>['component']>['fields'];
type Said = Omit<NonNullable<Fields['category']>, 'conflicts'>;

/** Everything known of a line's part, each field with who knows it. */
export function Facts({ line, readLine }: { readonly line: Line; readonly readLine: ReadLine }) {
  return (
    <Opened line={line} className='facts' summary='All facts and who knows them' readLine={readLine}>
      {({ line: { result } }) => result?.component && <FactList fields={result.component.fields} />}
    </Opened>
  );
}

function FactList({ fields }: { readonly fields: Fields }) {
  return (
    <dl>
      {FIELD_NAMES.map((name) => {
        const { [name]: field } = fields;
        if (!field) return null;
        return (
          <div key={name}>
            <dt>{fieldOf(name).label}</dt>
            <dd>
              <Statement name={name} said={field} />
              {field.conflicts?.map((said) => (
                <p key={`${said.source} ${said.value}`} className='doubtful'>
                  or <Statement name={name} said={said} />
                </p>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function inWords(name: FieldName, said: Said): string {
  const row = fieldOf(name);
  const word = String(said.value);
  return row.kind === 'enum'
    ? row.values?.[word]?.label ?? word.replaceAll('_', ' ')
    : describeFact(inShort(said));
}

/** A value and who knows it, with the document it relies on. */
function Statement({ name, said }: { readonly name: FieldName; readonly said: Said }) {
  const { known_by, source, reference } = said;
  const words = KNOWN_BY_WORDS[known_by];
  return (
    <>
      {inWords(name, said)}{' '}
      <span className='why' title={source}>
        {reference && /^https?:/i.test(reference)
          ? <a href={reference} target='_blank' rel='noreferrer'>{words}</a>
          : words}
      </span>
    </>
  );
}
