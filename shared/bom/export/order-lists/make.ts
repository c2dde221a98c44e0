/**
 * An order list: which rows it has, and what it states besides. Quantities, prices and shortages are those of the summary
 * (`planParts`): nothing is worked out here a second time.
 */
import { supplierNumber } from '../../../assess/cost/agreed.ts';
import { money, Sums } from '../../../assess/cost/money.ts';
import { type Order, totalOf } from '../../../assess/cost/orders.ts';
import { sellerOf } from '../../../assess/cost/market.ts';
import {
  datesOf,
  type Judged,
  planParts,
  prepare,
  reasonOf,
  type SummaryLine,
  type SummaryPart,
  type SummaryRules,
} from '../../../assess/summary.ts';
import { asksWhose, verdictOf } from '../../../assess/verdict.ts';
import { NOT_LISTED, type NotListed, ORDER_LISTS, type OrderListName } from '../../../domain/order-lists.ts';
import { nameOfLine } from '../../../domain/name-of-line.ts';
import { isSandbox } from '../../../domain/source.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { resolveManufacturer } from '../../../parts/manufacturers.ts';
import { orderableKey } from '../../../parts/part-number.ts';
import { type Distributor, readDistributorNumber } from '../../../parts/distributor-numbers.ts';
import { readDesignators } from '../../rows/designators.ts';
import { FORMS } from './forms.ts';
import { type ListRow, type OrderListForm, takesOrder } from './list.ts';
import type { Words } from './words.ts';

/** Would make two rows of one, and the second an order for something else. */
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

export interface ListOptions {
  readonly list: OrderListName;
  readonly boards: number;
  /** Everything that the list's distributor sells, whatever others ask. */
  readonly alone: boolean;
  /** Parts that nobody states a price for are listed by their number. */
  readonly unpriced: boolean;
  readonly without_wrong: boolean;
  readonly without_not_found: boolean;
}

/** A line, as a person finds it. */
export interface LineName {
  readonly line_number: number;
  /** As people call it, see nameOfLine. */
  readonly name: string;
  readonly mpn: string | null;
}

export interface OrderList {
  readonly label: string;
  readonly boards: number;
  /** The rows alone, for the clipboard and for the distributor. */
  readonly text: string;
  readonly rows: number;
  /** Those of them that the totals count. */
  readonly rows_priced: number;
  /** One for each currency. */
  readonly totals: readonly { readonly currency: string; readonly total: number }[];
  readonly prices_from: { readonly oldest: string; readonly newest: string } | null;
  /** Pieces that are bought because as many get lost. */
  readonly spares: number;
  /** Pieces more than needed: by minimums and multiples, and where more cost less. */
  readonly left_over: number;
  readonly on_hand: number;
  readonly buy_more: readonly {
    readonly number: string;
    readonly buy: number;
    readonly instead_of: number;
    readonly saved: number;
    readonly currency: string;
  }[];
  /** Contradicted by the BOM, and on the list as written. */
  readonly wrong: readonly (LineName & { readonly sentence: string })[];
  /** Whose part nobody found, and on the list as written. */
  readonly not_found: readonly LineName[];
  readonly short: readonly (LineName & { readonly missing: number; readonly of: number })[];
  readonly left_out: readonly { readonly reason: NotListed; readonly lines: readonly LineName[] }[];
  /** Lines on a list that nobody is known to sell, by the distributor on whose alone they stand; null: on this one, and on others. */
  readonly unsold: readonly { readonly distributor: string | null; readonly lines: readonly LineName[] }[];
  /** Who sells the rest of the mix, and which lists take that. */
  readonly elsewhere: readonly {
    readonly supplier: string;
    readonly parts: number;
    readonly lists: readonly OrderListName[];
  }[];
  /** Some of it a supplier's sandbox made up. */
  readonly sandbox: boolean;
  /** Written so often that the assembler may refuse them. */
  readonly doubled: readonly string[];
}

/**
 * @param parts those that lines got, each once
 * @throws Refusal where two designators of a list for assembly differ in nothing but case
 */
export function makeOrderList(
  lines: readonly SummaryLine[],
  parts: readonly SummaryPart[],
  words: Words,
  rules: SummaryRules,
  options: ListOptions,
): OrderList {
  const form = FORMS[options.list];
  const list = new ListMaker(form, words, options);
  const asked = options.alone
    ? parts.map((part) => ({ ...part, offers: part.offers.filter((offer) => takesOrder(form, offer)) }))
    : parts;
  const wanted = lines.filter((line) => {
    const verdict = verdictOf(line, null, null);
    if (options.without_wrong && verdict === 'wrong') list.leaveOut('wrong', [line]);
    else if (options.without_not_found && isNotFound(line)) list.leaveOut('no_part', [line]);
    // A list for assembly has to have every designator: who assembles asks what is not known.
    else if (form.rowsOf === 'purchases' && verdict === 'ask' && isOpen(line)) {
      list.leaveOut('ask', [line]);
    } else return true;
    return false;
  });
  const written = asWritten(wanted, words);
  const judged = planParts(prepare(written.lines, [...asked, ...written.parts], rules), options.boards);
  if (form.rowsOf === 'lines') list.addLines(written.lines, judged);
  else list.addPurchases(written.lines, judged);
  return list.made();
}

/** What stands before the number of a part that nobody found, in the place of a component's id. */
const AS_WRITTEN = 'as written ';

/** Somebody has to decide between parts, or say another one. */
const isUndecided = ({ review }: SummaryLine): boolean => review === 'needed' || review === 'rejected';

/** A line that only has to be looked at has its part: it is bought, as one that is wrong is. */
const isOpen = (line: SummaryLine): boolean =>
  line.quantity !== null &&
  (isUndecided(line) || (line.part !== null && asksWhose(line.review, line.open_manufacturer ?? null)));

const isNotFound = (line: SummaryLine): boolean =>
  line.part === null && line.mpn !== null && line.status !== 'skipped' &&
  line.result_status === 'not_found' &&
  !isUndecided(line);

/** Lines whose part nobody found are ordered by what they say: each number of one manufacturer is a part of which nothing is known. */
function asWritten(lines: readonly SummaryLine[], words: Words) {
  const parts = new Map<string, SummaryPart>();
  const named = lines.map((line) => {
    if (!isNotFound(line)) return line;
    const said = words.lines.get(line.line_id)?.manufacturer?.trim() ?? '';
    const manufacturer = resolveManufacturer(said)?.name ?? said.toUpperCase();
    const part = `${AS_WRITTEN}${orderableKey(line.mpn!)} ${manufacturer}`;
    parts.set(part, { ...UNKNOWN, part });
    return { ...line, part };
  });
  return { lines: named, parts: [...parts.values()] };
}

const UNKNOWN = {
  category: null,
  package: null,
  pins: null,
  lifecycle: null,
  rohs: null,
  offers: [],
  own_stock: 0,
} satisfies Omit<SummaryPart, 'part'>;

class ListMaker {
  readonly #rows: string[] = [];
  readonly #leftOut = new Map<NotListed, LineName[]>();
  readonly #unsold = new Map<Distributor | null, LineName[]>();
  /** Of the mix, with a list to order by; who sells most parts comes first. */
  #distributors: readonly Distributor[] = [];
  readonly #sums = new Sums();
  readonly #bought: Order[] = [];
  readonly #wrong: OrderList['wrong'][number][] = [];
  readonly #notFound: LineName[] = [];
  readonly #short: OrderList['short'][number][] = [];
  readonly #buyMore: OrderList['buy_more'][number][] = [];
  readonly #elsewhere = new Map<string, OrderList['elsewhere'][number]>();
  #doubled: readonly string[] = [];
  #spares = 0;
  #leftOver = 0;
  #onHand = 0;

  constructor(
    readonly form: OrderListForm,
    readonly words: Words,
    readonly options: ListOptions,
  ) {}

  leaveOut(reason: NotListed, lines: readonly SummaryLine[]): void {
    const others = this.#leftOut.get(reason);
    const names = lines.map((line) => this.#nameOf(line));
    if (others === undefined) this.#leftOut.set(reason, names);
    else others.push(...names);
  }

  addPurchases(lines: readonly SummaryLine[], judged: readonly Judged[]): void {
    const unpriced = new Set(judged.flatMap(({ lines, plan }) => plan.basket === null ? lines : []));
    for (const line of lines) {
      const reason = reasonOf(line, unpriced);
      // Those that nobody prices have a pool, which says what becomes of them.
      if (reason !== null && reason !== 'no_price') this.leaveOut(reason, [line]);
    }
    this.#distributors = distributorsOf(judged);
    for (const pool of judged) this.#addPool(pool);
  }

  #addPool(pool: Judged): void {
    const { lines, plan, buying } = pool;
    this.#onHand += Math.min(buying.own_stock, plan.needed + plan.spares);
    if (plan.to_buy === 0) return this.leaveOut(plan.needed === 0 ? 'no_quantity' : 'own_stock', lines);
    if (plan.basket === null) {
      const isListed = this.options.unpriced || pool.known.part.startsWith(AS_WRITTEN);
      if (!isListed) {
        const isSold = !this.options.alone || pool.known.offers.length > 0;
        return this.leaveOut(isSold ? 'no_price' : 'not_sold', lines);
      }
      const home = this.#homeOf(lines);
      if (home !== null && home !== this.form.distributor) {
        this.#isUnsold(home, lines);
        return this.leaveOut('other_list', lines);
      }
      const refused = this.#write(pool, { quantity: plan.to_buy, number: this.#statedNumber(lines) });
      if (refused !== null) return this.leaveOut(refused, lines);
      if (!this.options.alone) this.#isUnsold(home, lines);
      return this.#isOnList(pool, plan.spares);
    }
    const { orders } = plan.basket;
    const here = orders.filter(({ offer }) => takesOrder(this.form, offer));
    for (const { offer } of orders) {
      if (!here.some((order) => order.offer === offer)) this.#isElsewhere(offer);
    }
    if (here.length === 0) return this.leaveOut('elsewhere', lines);
    const refused = new Set<NotListed>();
    for (const order of here) {
      const reason = this.#write(pool, {
        quantity: order.quantity,
        number: this.#numberOf(pool, order),
      });
      if (reason === null) this.#buy(order);
      else refused.add(reason);
    }
    for (const reason of refused) this.leaveOut(reason, lines);
    if (refused.size === here.length) return;
    // Of a part that several sell, the first of them: said on each list, they would be counted twice.
    const isOurs = here[0] === orders[0];
    this.#isOnList(pool, isOurs ? plan.spares : 0);
    if (isOurs) this.#leftOver += orders.reduce((sum, { quantity }) => sum + quantity, 0) - plan.to_buy;
  }

  addLines(lines: readonly SummaryLine[], judged: readonly Judged[]): void {
    const poolOf = new Map(judged.flatMap((pool) => pool.lines.map((line) => [line, pool] as const)));
    const seen = new Map<string, string>();
    const doubled = new Set<string>();
    for (const line of lines) {
      if (line.status === 'skipped') {
        this.leaveOut('nothing_to_buy', [line]);
        continue;
      }
      const all = this.#designatorsOf(line);
      if (all.length === 0) {
        this.leaveOut('no_designators', [line]);
        continue;
      }
      for (const name of all) {
        const other = seen.get(name.toLowerCase());
        if (other !== undefined && other !== name) throw sameButForCase(other, name);
        if (other !== undefined) doubled.add(name);
        seen.set(name.toLowerCase(), name);
      }
      const number = this.#statedNumber([line]) ??
        poolOf.get(line)?.known.offers.find((offer) => takesOrder(this.form, offer))?.supplier_part_number ??
        null;
      const most = this.form.maxDesignators ?? all.length;
      for (let at = 0; at < all.length; at += most) {
        const designators = all.slice(at, at + most);
        this.#put({ ...this.#rowOf([line]), quantity: designators.length, number, designators });
      }
      this.#nameDoubtful([line]);
    }
    this.#doubled = [...doubled];
  }

  made(): OrderList {
    const { form, options } = this;
    const header = form.header === null ? '' : form.write(form.header);
    return {
      label: form.label,
      boards: options.boards,
      text: header + this.#rows.join(''),
      rows: this.#rows.length,
      rows_priced: this.#bought.length,
      totals: this.#sums.list(),
      prices_from: datesOf(this.#bought),
      spares: this.#spares,
      left_over: this.#leftOver,
      on_hand: this.#onHand,
      buy_more: this.#buyMore.toSorted((a, b) => b.saved - a.saved),
      wrong: this.#wrong,
      not_found: this.#notFound,
      short: this.#short,
      left_out: NOT_LISTED.flatMap((reason) => {
        const lines = this.#leftOut.get(reason);
        return lines === undefined ? [] : [{ reason, lines: inOrder(lines) }];
      }),
      unsold: [...this.#unsold].map(([distributor, lines]) => ({ distributor, lines: inOrder(lines) })),
      elsewhere: [...this.#elsewhere.values()].toSorted((a, b) => b.parts - a.parts),
      sandbox: this.#bought.some(({ offer }) => isSandbox(offer.supplier)),
      doubled: this.#doubled,
    };
  }

  /** @returns why it cannot be written; null where it was */
  #write(
    { lines, known }: Judged,
    order: { readonly quantity: number; readonly number: string | null },
  ): NotListed | null {
    const { takesMpn, unwritable } = this.form;
    const row = { ...this.#rowOf(lines, known), ...order };
    const number = order.number ?? (takesMpn ? row.mpn : null);
    if (number === null) return 'no_number';
    if (LINE_BREAK.test(number) || unwritable?.test(number)) return 'unwritable';
    this.#put(row);
    return null;
  }

  #buy(order: Order): void {
    this.#bought.push(order);
    this.#sums.add(order.currency, totalOf(order));
    if (order.instead_of !== null) this.#noteSaving(order);
  }

  #put(row: ListRow): void {
    this.#rows.push(this.form.write(this.form.cells(row)));
  }

  #rowOf(lines: readonly SummaryLine[], known?: SummaryPart): Omit<ListRow, 'quantity' | 'number'> {
    const first = lines[0]!;
    const said = this.words.lines.get(first.line_id);
    const part = first.part === null ? undefined : this.words.parts.get(first.part);
    return {
      mpn: part?.mpn ?? first.mpn ?? '',
      manufacturer: part?.manufacturer ?? said?.manufacturer ?? '',
      description: said?.description ?? said?.value ?? null,
      value: said?.value ?? null,
      footprint: said?.footprint ?? null,
      package: known?.package ?? null,
      designators: [...new Set(lines.flatMap((line) => this.#designatorsOf(line)))],
    };
  }

  #designatorsOf({ line_id, quantity }: SummaryLine): readonly string[] {
    const text = this.words.lines.get(line_id)?.designators;
    const names = text ? readDesignators(text, quantity).designators : [];
    return names.map((name) => name.replaceAll(/\s+/g, ''));
  }

  /** The distributor's: as the offer says it, or else the BOM. */
  #numberOf({ lines, known }: Judged, { offer }: Order): string | null {
    const mpn = this.words.parts.get(known.part)?.mpn ?? '';
    return supplierNumber(offer, mpn) ?? this.#statedNumber(lines);
  }

  /** The distributor's number that the BOM itself gives. */
  #statedNumber(lines: readonly SummaryLine[]): string | null {
    const owner = this.form.distributor === 'JLCPCB' ? 'LCSC' : this.form.distributor;
    return this.#statedNumbers(lines).find(({ distributor }) => distributor === owner)?.number ?? null;
  }

  #statedNumbers(lines: readonly SummaryLine[]) {
    return lines.flatMap(({ line_id }) => this.words.lines.get(line_id)?.supplier_numbers ?? [])
      .map(({ supplier, number }) => (
        { number, distributor: readDistributorNumber(supplier, number).distributor }
      ));
  }

  #isOnList({ lines, plan }: Judged, spares: number): void {
    this.#spares += spares;
    this.#nameDoubtful(lines);
    if (plan.short_by) {
      this.#short.push({ ...this.#nameOfAll(lines), missing: plan.short_by, of: plan.to_buy });
    }
  }

  #nameDoubtful(lines: readonly SummaryLine[]): void {
    for (const line of lines) {
      if (verdictOf(line, null, null) === 'wrong') {
        this.#wrong.push({ ...this.#nameOf(line), sentence: line.sentence ?? '' });
      } else if (line.part?.startsWith(AS_WRITTEN)) this.#notFound.push(this.#nameOf(line));
    }
  }

  /**
   * On whose list a part stands that nobody is known to sell: on several it would be ordered several times. Of those that
   * are ordered from anyway it is the one whose number the BOM states, or else who sells most and takes manufacturers'
   * numbers. Null where there is none, and where everything is bought from one: then it is on the list that is asked for.
   */
  #homeOf(lines: readonly SummaryLine[]): Distributor | null {
    if (this.options.alone) return null;
    const stated = new Set(this.#statedNumbers(lines).map(({ distributor }) => distributor));
    return this.#distributors.find((name) => stated.has(name)) ??
      this.#distributors.find((name) => TAKING_MPN.has(name)) ?? null;
  }

  #isUnsold(distributor: Distributor | null, lines: readonly SummaryLine[]): void {
    const names = lines.map((line) => this.#nameOf(line));
    this.#unsold.set(distributor, [...this.#unsold.get(distributor) ?? [], ...names]);
  }

  #nameOf({ line_id, line_number, mpn }: SummaryLine): LineName {
    return { line_number, name: nameOfLine({ ...this.words.lines.get(line_id), line_number, mpn }), mpn };
  }

  /** A part that several lines take, by all of its places. */
  #nameOfAll(lines: readonly SummaryLine[]): LineName {
    const first = this.#nameOf(lines[0]!);
    const designators = lines.flatMap(({ line_id }) => this.words.lines.get(line_id)?.designators ?? []);
    return designators.length < 2 ? first : {
      ...first,
      name: nameOfLine({ designators: designators.join(', '), line_number: first.line_number }),
    };
  }

  #isElsewhere(offer: Order['offer']): void {
    const lists = ORDER_LISTS.filter((name) =>
      FORMS[name].rowsOf === 'purchases' && takesOrder(FORMS[name], offer)
    );
    const key = `${sellerOf(offer)} ${lists}`;
    const known = this.#elsewhere.get(key) ?? { supplier: offer.seller || offer.supplier, parts: 0, lists };
    this.#elsewhere.set(key, { ...known, parts: known.parts + 1 });
  }

  #noteSaving({ offer, quantity, total, currency, instead_of }: Order): void {
    const saved = money(instead_of!.total - total);
    if (saved <= 0) return;
    this.#buyMore.push({
      number: offer.supplier_part_number,
      buy: quantity,
      instead_of: instead_of!.quantity,
      saved,
      currency,
    });
  }
}

const ORDER_FORMS = Object.values(FORMS).filter(({ rowsOf }) => rowsOf === 'purchases');
const TAKING_MPN = new Set<string>(
  ORDER_FORMS.flatMap(({ takesMpn, distributor }) => takesMpn ? distributor : []),
);

/** Who sells parts of the mix and has a list to order by, those with the most parts first. */
function distributorsOf(judged: readonly Judged[]): Distributor[] {
  const parts = new Map<Distributor, number>();
  for (const { plan } of judged) {
    const sold = plan.basket?.orders.map(({ offer }) =>
      ORDER_FORMS.find((form) => takesOrder(form, offer))?.distributor
    );
    for (const distributor of new Set(sold)) {
      if (distributor === undefined || distributor === 'JLCPCB') continue;
      parts.set(distributor, (parts.get(distributor) ?? 0) + 1);
    }
  }
  // of equal ones always the same one, whatever the order of the lines
  return [...parts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}

const inOrder = (lines: readonly LineName[]) => lines.toSorted((a, b) => a.line_number - b.line_number);

const sameButForCase = (one: string, other: string) =>
  new Refusal(
    'conflict',
    'designators_differ_in_case',
    `The designators ${one} and ${other} differ in nothing but case, which assemblers take for one part twice. Rename one of them in the BOM.`,
  );
