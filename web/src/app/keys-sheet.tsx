/** What each key does, by where it does it. docs/guide/the-page.md and review.md have the same lists. */
import { Sheet } from '../ui/sheet.tsx';

const KEYS: readonly (readonly [where: string, keys: readonly (readonly [keys: string, does: string])[]])[] =
  [
    ['Everywhere', [
      ['Ctrl K', 'go to a page, a BOM or a line'],
      ['?', 'show these keys'],
      ['Esc', 'close what is open'],
    ]],
    ['Lines', [
      ['j k', 'next line, line before'],
      ['Enter', 'open the line'],
      ['a', 'approve'],
      ['n', 'nothing to buy'],
      ['e', 'edit the line'],
      ['c', 'note'],
      ['u', 'undo what was done last'],
      ['/', 'find'],
      ['p', 'pause or resume the run'],
    ]],
    ['Questions', [
      ['1 to 5', 'choose that part'],
      ['a', 'first choice for all of the group'],
      ['k', 'keep as written'],
      ['n', 'nothing to buy'],
      ['e', 'edit the line'],
      ['s', 'later'],
      ['u', 'undo'],
    ]],
    ['BOMs', [['i', 'import']]],
  ];

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title='Keys' onClose={onClose}>
      {KEYS.map(([where, keys]) => (
        <section key={where} className='keys'>
          <h3>{where}</h3>
          <table className='small'>
            <tbody>
              {keys.map(([names, does]) => (
                <tr key={names}>
                  <th scope='row'>
                    <kbd>{names}</kbd>
                  </th>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Sheet>
  );
}
