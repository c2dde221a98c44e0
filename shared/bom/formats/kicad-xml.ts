/** The netlist that KiCad hands to its BOM scripts: one component after the other, with its fields. */
import { list } from '../quoting.ts';
import type { Issue } from '../issues.ts';
import { BomRefusal } from '../refusal.ts';
import type { FileLimits } from '../limits.ts';
import type { TextFormat } from './format.ts';
import { Records } from './records.ts';
import { CellBudget } from './sheet.ts';
import { scanXml, type Tag, type XmlReader } from './xml.ts';

export const kicadXml: TextFormat = {
  container: 'kicad_xml',
  detects: (text) =>
    /<export\s[^>]*version=/.test(text.slice(0, 2_000)) && text.includes('<components') ? 1 : 0,
  read(text, limits) {
    const reader = new NetlistReader(limits);
    scanXml(text, reader);
    const table = reader.records.table();
    if (!table) throw new BomRefusal('empty_bom', 'The netlist has no components.');
    const issues: Issue[] = reader.excluded.length === 0 ? [] : [{
      severity: 'info',
      row: null,
      column: null,
      code: 'excluded_from_bom',
      detail: `KiCad excludes from the BOM, and so they were left out: ${list(reader.excluded)}.`,
    }];
    return { container: 'kicad_xml', encoding: null, separator: null, tables: [table], issues };
  },
};

/** What each component has, under the names that KiCad's own tables give it. */
const PARTS: Readonly<Record<string, string>> = {
  value: 'Value',
  footprint: 'Footprint',
  datasheet: 'Datasheet',
  description: 'Description',
};

class NetlistReader implements XmlReader {
  readonly records: Records;
  readonly excluded: string[] = [];
  #fields: Map<string, string> | null = null;
  #isExcluded = false;
  #reads: string | null = null;

  constructor(limits: FileLimits) {
    this.records = new Records(null, new CellBudget(limits), ['Reference', ...Object.values(PARTS), 'DNP']);
  }

  open(tag: Tag): void {
    if (tag.name === 'comp') {
      this.#fields = new Map([['Reference', tag.attribute('ref') ?? '']]);
      this.#isExcluded = false;
    }
    if (!this.#fields) return;
    const name = tag.attribute('name') ?? '';
    const read = tag.name === 'field' ? name : PARTS[tag.name] ?? null;
    // KiCad 9 writes footprint, datasheet and description among the fields once more.
    this.#reads = read !== null && this.#fields.has(read) ? null : read;
    if (tag.name !== 'property') return;
    if (name === 'exclude_from_bom') this.#isExcluded = true;
    else if (name.toLowerCase() === 'dnp') this.#fields.set('DNP', 'DNP');
    // The same fields again, with those of the sheet and the editor.
    else if (!name.startsWith('ki_') && !name.startsWith('Sheet') && name !== 'exclude_from_board') {
      const value = tag.attribute('value') ?? '';
      if (!this.#fields.has(name)) this.#fields.set(name, value);
    }
  }

  text(text: string): void {
    const name = this.#reads;
    if (name === null || !this.#fields) return;
    // An empty field is written as `~`.
    if (text.trim() !== '~') this.#fields.set(name, (this.#fields.get(name) ?? '') + text);
  }

  close(name: string): void {
    this.#reads = null;
    if (name !== 'comp' || !this.#fields) return;
    if (this.#isExcluded) this.excluded.push(this.#fields.get('Reference')!);
    else this.records.add(this.#fields);
    this.#fields = null;
  }
}
