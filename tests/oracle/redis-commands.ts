/** Random commands for the local Redis: the same seed gives the same ones. */

export type Command = readonly string[];

/** One command, or the queue of a transaction. */
export type Step = { readonly command: Command } | { readonly transaction: readonly Command[] };

/** Few, so that commands meet each other's keys, and now and then one of the other type. */
const STREAMS = ['s1', 's2', 's3'];
const STRINGS = ['t1', 't2'];

/** No seed reaches the end of the id space by itself; here streams start next to it. */
const EDGE_KEY = 'edge';

/** For the ids of `*`: above them no other id would be taken in the rest of the suite. */
const CLOCK_KEY = 'clock';

/** Long enough never to run out during the suite: a key must not expire on one side a moment earlier. */
const LONG_SECONDS = '100000';

const MAX_UINT64 = '18446744073709551615';

const MAX_ID = `${MAX_UINT64}-${MAX_UINT64}`;

/** How long ids stay at one `ms`: several commands then share it and differ, or not, in `seq`. */
const STEPS_PER_MS = 10;

/** Ids at the limits, in other spellings, and none at all. */
const ODD_IDS = [
  ...['0-0', '0', '0-1', '007-01', '-', '+'],
  ...['', 'bad', '1-', '-1', '1-2-3', '1.5', `${MAX_UINT64}0`, `1-${MAX_UINT64}0`],
];

const BAD_INTEGERS = ['x', '', '1.5', '+1', ' 1', '01', '9223372036854775808'];

export class StepGenerator {
  #state: number;
  #step = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): Step {
    this.#step++;
    if (this.#chance(0.07)) return { transaction: this.#list(1, 5, () => this.#command('in a transaction')) };
    return { command: this.#command('alone') };
  }

  #command(place: 'alone' | 'in a transaction'): Command {
    // The clock of a `*` is read off the real server's reply, so it can only be a command of its own.
    const star = place === 'alone' && this.#chance(0.06) ? '*' : null;
    const makers: [weight: number, make: () => string[]][] = [
      [
        2,
        () => [
          this.#case('SET'),
          this.#string(),
          this.#pick(['50', 'OK', 'é', '']),
          ...this.#maybe(0.1, ['SOON']),
        ],
      ],
      [1, () => [this.#case('DEL'), ...this.#list(1, 2, () => this.#key())]],
      [2, () => [this.#case('EXPIRE'), this.#key(), this.#life(), ...this.#maybe(0.1, ['SOON'])]],
      [2, () => [this.#case('TTL'), this.#key()]],
      [12, () => this.#xadd(star)],
      [2, () => [this.#case('XLEN'), this.#stream()]],
      [4, () => [this.#case('XRANGE'), this.#stream(), this.#bound('-'), this.#bound('+'), ...this.#count()]],
      [
        4,
        () => [this.#case('XREVRANGE'), this.#stream(), this.#bound('+'), this.#bound('-'), ...this.#count()],
      ],
      [6, () => this.#xread()],
      [1, () => [this.#case('XTRIM'), this.#stream(), ...this.#maxlen(), ...this.#maybe(0.1, ['x'])]],
      [1, () => [this.#case('DBSIZE')]],
      [1, () => [this.#case('FLUSHDB'), ...this.#maybe(0.8, ['now'])]],
      [1, () => this.#malformed()],
    ];
    return this.#pick(makers.flatMap(([weight, make]) => Array.from({ length: weight }, () => make)))();
  }

  #xadd(star: string | null): string[] {
    if (this.#chance(0.03)) return [this.#case('XADD'), EDGE_KEY, star ?? this.#edgeId(), 'd', '1'];
    const key = star === null ? this.#stream() : CLOCK_KEY;
    const fields = this.#list(1, 2, () => [this.#pick(['d', 'OK', 'é', '']), `${this.#step}`]).flat();
    const words = [
      ...this.#maybe(0.4, this.#maxlen()),
      star ?? this.#id(),
      ...fields,
      ...this.#maybe(0.04, ['odd']),
    ];
    return [this.#case('XADD'), key, ...words];
  }

  #xread(): string[] {
    const keys = this.#list(1, 3, () => this.#stream());
    const ids = keys.map(() => this.#olderId());
    const unbalanced = this.#maybe(0.04, ['s1']);
    return [this.#case('XREAD'), ...this.#count(), this.#case('STREAMS'), ...keys, ...ids, ...unbalanced];
  }

  #malformed(): string[] {
    return this.#pick([
      ['TTL', 's1', 'b'],
      ['SET', 's1'],
      ['XADD', 's1', '1-1', 'd'],
      ['XADD', 's1', 'MAXLEN', '=', '1'],
      ['XREAD', 'STREAMS', 's1'],
      ['XREAD', 'COUNT', '1', 'STREAMS'],
      ['XREAD', 'SOON', 's1', '0'],
      ['XTRIM', 's1', 'MAXLEN'],
      ['XTRIM', 's1', 'MAXLEN', '='],
      ['XTRIM', 's1', 'MAXLEN', '5', 'MAXLEN', '5'],
      ['XTRIM', 's1', '=', '1'],
      ['xRange', 's1', '-'],
      ['DBSIZE', 's1'],
      ['NoSuch'],
      ['nosuch', 's1', 'x'.repeat(100), 'y'.repeat(100), 'z'],
      ['constructor'],
    ]);
  }

  #life(): string {
    return this.#pick([
      ...Array.from({ length: 2 * BAD_INTEGERS.length }, () => LONG_SECONDS),
      '0',
      '-1',
      '9223372036854775807',
      '-9223372036854775808',
      ...BAD_INTEGERS,
    ]);
  }

  #maxlen(): string[] {
    const threshold = this.#chance(0.1) ? this.#pick(['-1', ...BAD_INTEGERS]) : `${this.#below(16)}`;
    const once = [this.#case('MAXLEN'), ...this.#pick([[], ['='], ['~']]), threshold];
    return this.#chance(0.03) ? [...once, ...once] : once;
  }

  #count(): string[] {
    if (this.#chance(0.5)) return [];
    const count = this.#chance(0.15) ? this.#pick(['0', '-1', ...BAD_INTEGERS]) : `${1 + this.#below(4)}`;
    return [this.#case('COUNT'), count, ...this.#maybe(0.05, ['COUNT', '2'])];
  }

  /** An id for a new entry: ids grow as the steps do, yet about every third is not above its stream's last. */
  #id(): string {
    return this.#chance(0.05) ? this.#pick(ODD_IDS) : this.#idOf(this.#step + this.#below(STEPS_PER_MS));
  }

  /** An id of the recent past, where streams have their entries. */
  #olderId(): string {
    return this.#chance(0.05) ? this.#pick(ODD_IDS) : this.#idOf(this.#step - this.#below(20 * STEPS_PER_MS));
  }

  #idOf(step: number): string {
    const ms = Math.max(0, Math.floor(step / STEPS_PER_MS));
    return this.#chance(0.1) ? `${ms}` : `${ms}-${this.#below(4)}`;
  }

  #bound(open: '-' | '+'): string {
    if (this.#chance(0.5)) return open;
    if (this.#chance(0.05)) return this.#pick(['-', '+', '(0-0', '(', '(-', `(${MAX_ID}`, this.#edgeId()]);
    return `${this.#chance(0.3) ? '(' : ''}${this.#olderId()}`;
  }

  #edgeId(): string {
    return this.#pick([`${MAX_UINT64}-0`, `${MAX_UINT64}-5`, MAX_UINT64, '18446744073709551614-7', MAX_ID]);
  }

  #key(): string {
    return this.#pick([...STREAMS, ...STREAMS, ...STRINGS, ...STRINGS, EDGE_KEY, CLOCK_KEY]);
  }

  #stream(): string {
    return this.#chance(0.9) ? this.#pick(STREAMS) : this.#key();
  }

  #string(): string {
    return this.#chance(0.9) ? this.#pick(STRINGS) : this.#key();
  }

  #case(word: string): string {
    return this.#pick([word, word.toLowerCase(), `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`]);
  }

  #list<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.#below(most - least + 1) }, make);
  }

  #maybe(probability: number, words: string[]): string[] {
    return this.#chance(probability) ? words : [];
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[this.#below(choices.length)] as T;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** Mulberry32: 32 bits of state, so that a seed is a number one can type. */
  #random(): number {
    this.#state = (this.#state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
