/** What a right reading of a file is: lines keyed by hand, in `truth/` beside the files. */

export interface TrueLine {
  readonly line: number;
  readonly designators: readonly string[];
  readonly quantity: number | null;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly value: string;
  readonly footprint: string;
  readonly description: string;
  readonly supplier_numbers: readonly string[];
  readonly do_not_place: boolean;
  /** `mpn@manufacturer`, as the table has them. */
  readonly alternates: readonly string[];
  /** A second reading that counts as right as well, in words. */
  readonly alsoRight: string | null;
}

/** One file's row of EXPECTED.tsv, by its headers. */
export type Expected = Readonly<Record<string, string>>;

function table(text: string): Record<string, string>[] {
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((row) => row !== '');
  const headers = head.split('\t');
  return rows.map((row) =>
    Object.fromEntries(row.split('\t').map((cell, i) => [headers[i] ?? String(i), cell]))
  );
}

export function readExpected(text: string): Expected[] {
  return table(text);
}

export function readTruth(text: string): TrueLine[] {
  return table(text).map((row): TrueLine => {
    const said = (column: string) => (row[column] ?? '').trim();
    return {
      line: Number(said('line')),
      designators: listOf(said('designators'), ','),
      quantity: said('quantity') === '' ? null : Number(said('quantity')),
      mpn: said('mpn'),
      manufacturer: said('manufacturer'),
      value: said('value'),
      footprint: said('footprint'),
      description: said('description'),
      supplier_numbers: listOf(said('supplier_pn'), ';'),
      do_not_place: said('dnp') === '1',
      alternates: listOf(said('alternates'), ';'),
      alsoRight: /(?:^|;\s*)also right:\s*(.+)$/.exec(said('note'))?.[1] ?? null,
    };
  });
}

function listOf(text: string, separator: string): string[] {
  return text.split(separator).map((item) => item.trim()).filter((item) => item !== '');
}

/** As texts are compared: white space collapsed, characters without ink out, a minus sign as a hyphen. */
export function compared(text: string | null): string {
  return (text ?? '').replace(/[\p{Cf}\uFEFF]/gu, '').replace(/[\u2212\u2010\u2011]/gu, '-').replace(
    /\s+/gu,
    ' ',
  ).trim();
}
