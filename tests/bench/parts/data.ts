/** Rows of independent parts lists, and lines of real BOMs that were keyed by hand. */

/** A part as somebody else describes it. */
export interface IndependentRow {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly description: string;
  readonly package: string;
  /** Words for its kind, from the widest to the closest. */
  readonly kind: string;
}

/** @param folder with `catalogue/*.jsonl.gz` */
export async function independentRows(folder: string): Promise<IndependentRow[]> {
  const rows = new Map<string, IndependentRow>();
  for (const { name } of Deno.readDirSync(`${folder}/catalogue`)) {
    if (!name.endsWith('.jsonl.gz')) continue;
    const packed = new Blob([await Deno.readFile(`${folder}/catalogue/${name}`)]).stream();
    const text = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
    for (const line of text.trim().split('\n')) {
      const row = JSON.parse(line);
      if (typeof row.mpn !== 'string' || rows.has(row.mpn)) continue;
      rows.set(row.mpn, {
        mpn: row.mpn,
        manufacturer: row.manufacturer ?? '',
        description: row.description ?? '',
        package: row.package ?? '',
        kind: [row.category, row.subcategory].filter(Boolean).join(' '),
      });
    }
  }
  return [...rows.values()];
}

/** A line of a BOM: texts by column. */
export type RealLine = Readonly<Record<string, string>>;

/** @param folder with `boms/truth/*.tsv` */
export async function realLines(folder: string): Promise<RealLine[]> {
  const lines: RealLine[] = [];
  const names = [...Deno.readDirSync(`${folder}/boms/truth`)].map(({ name }) => name).filter((name) =>
    name.endsWith('.tsv')
  );
  for (const name of names.toSorted()) {
    const [header = '', ...rows] = (await Deno.readTextFile(`${folder}/boms/truth/${name}`)).trimEnd().split(
      '\n',
    );
    const columns = header.split('\t');
    rows.forEach((row, i) => {
      const cells = row.split('\t');
      const texts = columns.map((column, n): [string, string] => [column, cells[n]?.trim() ?? '']);
      lines.push({ ...Object.fromEntries(texts), id: `${name.replace(/\.tsv$/, '')}:${i + 1}` });
    });
  }
  return lines;
}
