/** What an order list states of itself, in sentences: boards, what is left out and why, date of prices, spare pieces. */
import type { NotListed } from '../../../domain/order-lists.ts';
import { titleOf } from '../../title.ts';
import { FORMS } from './forms.ts';
import type { OrderListForm } from './list.ts';
import type { LineName, OrderList } from './make.ts';

/** Of one kind; how many more there are is said. */
const MAX_NAMED = 20;

/** What is on another list, and what the distributor does not sell, is said with the distributor's name. */
const REASONS: Readonly<Record<Exclude<NotListed, 'other_list' | 'not_sold'>, string>> = {
  wrong: 'wrong, as was asked',
  ask: 'somebody has to decide first',
  nothing_to_buy: 'nothing to buy',
  pending: 'not looked up yet',
  no_part: 'no part was found',
  no_quantity: 'the BOM does not say how many',
  no_price: 'nobody states a price (ask for unpriced ones to have them listed by their number)',
  own_stock: 'what is on hand is enough',
  elsewhere: 'another supplier sells it for less, or alone',
  no_number: "the distributor's own number is needed, and unknown",
  unwritable: 'the number has a character that separates columns or rows there',
  no_designators: 'no designators',
};

/**
 * @param name of the BOM
 * @returns one sentence or list a line
 */
export function statementOf(form: OrderListForm, name: string, list: OrderList): string[] {
  const sums = list.totals.map(({ currency, total }) => `${total.toFixed(2)} ${currency}`).join(' + ');
  const isWhole = list.rows_priced === list.rows;
  const isOrder = form.rowsOf === 'purchases';
  // of an empty list there are no prices and spare pieces to speak of
  const isBought = isOrder && list.rows > 0;
  const { oldest, newest } = list.prices_from ?? {};
  const some = <T>(of: readonly T[], says: (each: T) => string) => [
    ...of.slice(0, MAX_NAMED).map(says),
    ...(of.length > MAX_NAMED ? [`And ${of.length - MAX_NAMED} more of these.`] : []),
  ];
  return [
    `${list.label}: ${titleOf(name)} for ${counted(list.boards, 'board')}. ${counted(list.rows, 'row')}${
      sums === ''
        ? ''
        : `, ${
          isWhole ? '' : `${list.rows_priced} of them priced: `
        }${sums} net, without tax, freight and tariff`
    }.`,
    ...(isBought
      ? [
        oldest === undefined || newest === undefined
          ? 'No price is in it.'
          : `Prices as of ${day(oldest)}${day(oldest) === day(newest) ? '' : ` to ${day(newest)}`}.`,
      ]
      : []),
    ...(isOrder ? [] : ['It says what is placed where: quantities follow from the boards that are ordered.']),
    ...(list.sandbox
      ? ["Prices and numbers were made up by a supplier's sandbox: order nothing by them."]
      : []),
    ...(isBought
      ? [
        `${counted(list.spares, 'spare piece')} for what gets lost, ${
          counted(list.left_over, 'piece')
        } more by minimums, multiples and price breaks.`,
      ]
      : []),
    ...(list.on_hand > 0 ? [`${counted(list.on_hand, 'piece')} from own stock.`] : []),
    ...some(
      list.buy_more,
      ({ number, buy, instead_of, saved, currency }) =>
        `Buys ${buy} instead of ${instead_of} of ${number}: ${saved.toFixed(2)} ${currency} less, ${
          buy - instead_of
        } left over.`,
    ),
    ...some(list.wrong, (line) => `Wrong, and listed as written: ${named(line)}. ${line.sentence}`.trimEnd()),
    ...some(list.not_found, (line) => `Not found, and listed as written: ${named(line)}.`),
    ...some(list.short, (line) => `Short: ${named(line)}, ${line.missing} missing of ${line.of}.`),
    ...(list.doubled.length > 0
      ? [`Designators that stand in several rows: ${list.doubled.slice(0, MAX_NAMED).join(', ')}.`]
      : []),
    ...list.elsewhere.map(({ supplier, parts, lists }) =>
      lists.length === 0
        ? `${counted(parts, 'part')} from ${supplier}: no list takes ${parts === 1 ? 'it' : 'them'}.`
        : `${counted(parts, 'part')} from ${supplier}, on the list for ${FORMS[lists[0]!].distributor} (${
          lists.join(' or ')
        }).`
    ),
    ...list.unsold.map(({ distributor, lines }) =>
      `Nobody is known to sell ${counted(lines.length, 'line')} (${names(lines)}), which ${
        distributor === null
          ? 'this list has, and others may: order each from one distributor'
          : distributor === form.distributor
          ? "this list has, and no other distributor's"
          : `the list for ${distributor} has, and this one not`
      }.`
    ),
    ...list.left_out.flatMap(({ reason, lines }) =>
      reason === 'other_list'
        ? []
        : `Left out, ${
          reason === 'not_sold' ? `${form.distributor} is not known to sell it` : REASONS[reason]
        }: ${counted(lines.length, 'line')} (${names(lines)}).`
    ),
  ];
}

/**
 * The list as a file: its rows first, where it has some, then, below an empty line, the statement, in the column for words of rows that have
 * neither number nor quantity, which imports take for no part.
 */
export function fileText(form: OrderListForm, { text }: OrderList, statement: readonly string[]): string {
  const blank = Array<string>(form.wordsCell).fill('');
  const sentences = statement.map((sentence) =>
    // What separates cells would begin another one.
    form.write([...blank, form.header === null ? sentence.replaceAll(SEPARATORS, ' ') : sentence])
  );
  return `${text === '' ? '' : `${text}\r\n`}${sentences.join('')}`;
}

const SEPARATORS = /[,|\r\n]/g;

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

const day = (time: string) => time.slice(0, 10);

/** A line without designators is called by its number. */
const named = ({ name, mpn }: LineName) => mpn === null || mpn === name ? name : `${name} (${mpn})`;

/** Names have commas of their own. */
function names(lines: readonly LineName[]): string {
  const first = lines.slice(0, MAX_NAMED).map(({ name }) => name).join('; ');
  return lines.length > MAX_NAMED ? `${first}; and ${lines.length - MAX_NAMED} more lines` : first;
}
