/** Lines of BOMs as a table of text, each held against its part. */
import { worst } from '../../../shared/assess/contradictions/index.ts';
import { contradictionsOf } from '../../../shared/enrich/judge.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { WORDLESS } from '../../../shared/runner/memory-queue.ts';

/**
 * @param text tab-separated, one header row: id, mpn, manufacturer, value, footprint, description, alternates, supplier_pn;
 *   designators and dnp (1 for not placed, 0 for placed) where there are any
 */
export function checkFile(text: string) {
  const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = header.split('\t').map((name) => name.trim());
  return rows.map((row) => {
    const cells = row.split('\t');
    return checkRow(Object.fromEntries(names.map((name, i) => [name, cells[i]?.trim() ?? ''])));
  });
}

export function checkRow(row: Readonly<Record<string, string>>) {
  const { mpn = '', manufacturer = '', value, footprint, description, alternates = '', supplier_pn = '' } =
    row;
  const parts = list(alternates).map((text) => {
    const [number = '', manufacturer = ''] = text.split('@');
    return { mpn: number.trim(), manufacturer: manufacturer.trim() || null };
  });
  const supplier_numbers = list(supplier_pn).map((text) => {
    const [, supplier, number] = /^([A-Za-z][\w &.-]*):(.+)$/.exec(text) ?? [];
    return { supplier: supplier?.trim() ?? null, number: (number ?? text).trim() };
  });
  const resolution = mpn === '' ? null : resolvePart({ mpn, manufacturer: manufacturer || null });
  const findings = contradictionsOf(
    {
      ...WORDLESS,
      ...{ line_id: row['id'] ?? '', line_number: 1, fence: 1, attempts: 1 },
      mpn: mpn || null,
      manufacturer: manufacturer || null,
      value: value || null,
      footprint: footprint || null,
      description: description || null,
      designators: row['designators'] || null,
      alternates: parts,
      supplier_numbers,
    },
    resolution?.doubt === null ? resolution.component : null,
    PLACING[row['dnp'] ?? ''] ?? null,
  );
  return { id: row['id'] ?? '', severity: worst(findings), findings };
}

/** What a column of its own says. */
const PLACING: Readonly<Record<string, boolean>> = { 0: false, 1: true };

const list = (text: string, by = /[;\n]/) => text.split(by).map((one) => one.trim()).filter(Boolean);
