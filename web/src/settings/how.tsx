/** How BOMs of the organization are looked up: when, by whom, and from whom they are bought. */
import type { ReactNode } from 'react';
import type { Answer } from '../../../client/client.ts';
import { SCHEDULES } from '../../../shared/domain/status.ts';
import { SUPPLIER_NAMES, type SupplierName } from '../../../shared/domain/supplier.ts';
import { supplierName } from '../lib/sources.ts';
import { Button } from '../ui/controls.tsx';
import { SCHEDULE_WORDS } from './schedule-words.ts';
import { KNOWN_SELLERS, remarkOn } from './seller-names.ts';

export type Settings = Answer<'GET /organizations/:organization_id/settings'>;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00 UTC`;

interface HowProps {
  readonly settings: Settings;
  /** Null: somebody who only reads. */
  readonly change: ((some: Partial<Settings>) => void) | null;
  readonly isBusy: boolean;
}

export function How({ settings, change, isBusy }: HowProps) {
  const { auto_start, suppliers_until_filled, schedule, schedule_hour } = settings;
  if (!change) {
    return (
      <ul className='quieter'>
        <li>A BOM is {auto_start ? '' : 'not '}looked up as soon as it is imported.</li>
        <li>
          BOMs are looked up again {SCHEDULE_WORDS[schedule]}
          {schedule === 'none' ? '' : `, from ${hourText(schedule_hour)} on`}.
        </li>
        <li>{asked(settings)}</li>
        {SELLERS.map(({ name, text }) =>
          settings[name].length > 0 && <li key={name}>{text}: {settings[name].join(', ')}.</li>
        )}
      </ul>
    );
  }
  return (
    <fieldset disabled={isBusy}>
      <legend className='unseen'>How BOMs are looked up</legend>
      <Check
        isOn={auto_start}
        onChange={(auto_start) => change({ auto_start })}
      >
        A BOM is looked up as soon as it is imported
      </Check>
      <Check
        isOn={suppliers_until_filled}
        onChange={(suppliers_until_filled) => change({ suppliers_until_filled })}
      >
        Suppliers are asked one after the other, until all is known, instead of all at once
      </Check>
      <p className='inline'>
        <label>
          BOMs are looked up again{' '}
          <select
            value={schedule}
            onChange={({ target }) => change({ schedule: target.value as Settings['schedule'] })}
          >
            {SCHEDULES.map((each) => <option key={each} value={each}>{SCHEDULE_WORDS[each]}</option>)}
          </select>
        </label>
        {schedule !== 'none' && (
          <label>
            from{' '}
            <select
              value={schedule_hour}
              onChange={({ target }) => change({ schedule_hour: Number(target.value) })}
            >
              {HOURS.map((hour) => <option key={hour} value={hour}>{hourText(hour)}</option>)}
            </select>{' '}
            on
          </label>
        )}
      </p>
      <h2>Suppliers</h2>
      <Suppliers asked={settings.suppliers} onChange={(suppliers) => change({ suppliers })} />
      {SELLERS.map(({ name, text, hint }) => (
        <form
          key={`${name} ${settings[name].join()}`}
          className='inline'
          onSubmit={(event) => {
            event.preventDefault();
            const said = String(new FormData(event.currentTarget).get('names'));
            change({ [name]: said.split(',').map((each) => each.trim()).filter((each) => each !== '') });
          }}
        >
          <label className='sellers'>
            <span className='quieter'>{hint}</span>
            <input
              className='text'
              name='names'
              aria-label={text}
              placeholder={`names with commas, such as ${KNOWN_SELLERS.slice(0, 3).join(', ')}`}
              defaultValue={settings[name].join(', ')}
            />
          </label>
          <Button type='submit' aria-label={`Save: ${text}`}>Save</Button>
          {settings[name].map((each) => {
            const remark = remarkOn(each);
            return remark && <small key={each} className='is-at_risk'>{remark}</small>;
          })}
        </form>
      ))}
    </fieldset>
  );
}

const SELLERS = [
  {
    name: 'blocked_suppliers',
    text: 'Never bought from',
    hint: 'Never bought from: their offers count for neither price nor stock',
  },
  {
    name: 'preferred_suppliers',
    text: 'Bought from first',
    hint: 'Bought from first, wherever they have enough, whatever others ask',
  },
] as const;

function asked({ suppliers }: Settings): string {
  if (suppliers === null) return 'Every supplier that the operator has connected is asked.';
  return suppliers.length === 0
    ? 'No supplier is asked.'
    : `Asked, in this order: ${suppliers.map(supplierName).join(', ')}.`;
}

function Check(
  { isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode },
) {
  return (
    <label className='check'>
      <input type='checkbox' checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  );
}

/** Those that are asked come first, in their order. */
function Suppliers(
  { asked, onChange }: {
    asked: readonly SupplierName[] | null;
    onChange: (asked: SupplierName[] | null) => void;
  },
) {
  const all = [...asked ?? [], ...SUPPLIER_NAMES.filter((name) => !asked?.includes(name))];
  const earlier = (at: number) => asked!.toSpliced(at, 1).toSpliced(at - 1, 0, asked![at]!);
  return (
    <>
      <Check isOn={asked === null} onChange={(isOn) => onChange(isOn ? null : [...SUPPLIER_NAMES])}>
        Every connected supplier is asked
      </Check>
      {asked !== null && (
        <ul className='plain' aria-label='Asked, in this order'>
          {all.map((name) => {
            const at = asked.indexOf(name);
            return (
              <li key={name}>
                <Check
                  isOn={at >= 0}
                  onChange={(isOn) =>
                    onChange(isOn ? [...asked, name] : asked.filter((each) => each !== name))}
                >
                  {supplierName(name)}
                </Check>
                {at > 0 && (
                  <Button
                    look='quiet'
                    aria-label={`Ask ${supplierName(name)} earlier`}
                    onClick={() => onChange(earlier(at))}
                  >
                    Earlier
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
