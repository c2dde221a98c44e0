/** What the columns of a list of components hold, by what they are called. */
import { FIELD_NAMES, type FieldName, FIELDS } from '../../domain/fields.ts';
import { readHeader } from '../../bom/mapping/header-words.ts';
import { scoreName } from '../../bom/mapping/name-rules.ts';
import type { ColumnRole } from '../../domain/mapping.ts';

/** `value` is a quantity whose field the kind of the part decides. */
export type ListedField = FieldName | 'mpn' | 'value';

export interface ListedColumn {
  readonly index: number;
  /** As the header has it. */
  readonly name: string;
  /** Null: nothing that a component has, or another column says it better. */
  readonly field: ListedField | null;
  /** Of numbers that stand alone in it: `pF` of `Capacitance (pF)`. */
  readonly unit: string | null;
}

/**
 * What people and distributors call a field, beside its own name and label, the most telling first: of `Package / Case` and
 * `Package` the second is how the part is packed.
 */
const WORDS: Readonly<Partial<Record<FieldName, string>>> = {
  category:
    'category|categories|subcategory|sub category|second category|first category|main category|product category|part category|kategorie|catégorie|categoría|categoria|категория|分类|类别|类目',
  series: 'series|product series|baureihe|serie|série|系列',
  package:
    'package / case|case / package|case/package|supplier device package|package type|case code (imperial)|package size|size / dimension',
  resistance: 'resistance value|widerstand|résistance|resistencia|сопротивление|阻值|电阻',
  capacitance: 'capacitance value|kapazität|capacité|capacidad|ёмкость|емкость|容值|电容',
  inductance: 'inductance value|induktivität|индуктивность|电感',
  impedance: 'impedance @ 100 MHz|impedance @ frequency|impedanz|阻抗',
  frequency: 'frequency|frequenz|fréquence|частота|频率',
  load_capacitance: 'load capacitance|lastkapazität|负载电容',
  tolerance: 'tol|toleranz|tolérance|tolerancia|допуск|精度|误差|允许误差',
  temperature_coefficient: 'tempco|TCR|temperature coefficient of resistance',
  dielectric: 'temperature characteristic|temperature characteristics|dielectric material|dielektrikum',
  voltage_rating:
    'voltage - rated|rated voltage|voltage rated|voltage rating dc|working voltage|max voltage|voltage|nennspannung|spannung|напряжение|额定电压|耐压|电压',
  nominal_voltage: 'voltage - output|output voltage|zener voltage|voltage - zener (nom) (vz)',
  current_rating:
    'current - rated|rated current|current rating (amps)|max current|current|nennstrom|strom|额定电流',
  power_rating:
    'power - rated|rated power|power (watts)|power dissipation|power|wattage|leistung|мощность|额定功率|功率',
  colour: 'color|farbe|couleur|цвет|颜色',
  pins: 'pin count|number of pins|pin number|number of positions|positions|polzahl|引脚数',
  pitch: 'pin pitch|raster|rastermaß|间距',
  orientation: 'mounting angle',
  technology: 'composition',
  feature: 'features',
  qualification: 'qualifications|AEC qualification',
  temperature_range:
    'operating temperature|operating temperature range|working temperature|temp range|betriebstemperatur|工作温度',
  packaging: 'verpackung|packing|包装',
  lifecycle: 'life cycle|lifecycle status|life cycle status|lifecycle stage|part status|product status',
  rohs: 'RoHS status|RoHS compliance|RoHS compliant|lead free status / rohs status',
  datasheet:
    'datasheet|datasheets|datasheet url|datasheet link|data sheet url|datenblatt|fiche technique|даташит|数据手册|规格书',
};

/** Roles of a BOM's column that say the same of a component. */
const OF_ROLES: readonly (readonly [role: ColumnRole, field: ListedField, least: number])[] = [
  ['mpn', 'mpn', 0.6],
  ['manufacturer', 'manufacturer', 0.8],
  ['description', 'description', 0.7],
  ['footprint', 'package', 0.8],
  ['value', 'value', 0.8],
];

const UNIT_BEHIND =
  /\s*[([]\s*((?:[pnuµμmkKMG]?(?:F|H|Hz|A|V|W|Ω|Ω|ohms?|R)|%|mm|ppm(?:\/(?:K|°?C))?))\s*[)\]]\s*$/u;

const plainOf = (name: string) => readHeader(name).plain;

/** By their plain words; a name that comes first says more. */
const KNOWN = new Map<string, { readonly field: FieldName; readonly score: number }>();
for (const field of FIELD_NAMES) {
  const names = [field, FIELDS[field].label, ...(WORDS[field] ?? '').split('|')];
  for (const [place, name] of names.entries()) {
    const plain = plainOf(name);
    if (plain !== '' && !KNOWN.has(plain)) KNOWN.set(plain, { field, score: 1 + 1 / (place + 2) });
  }
}
// A list that has the case beside it calls so what the part is packed in.
KNOWN.set(plainOf('package'), { field: 'package', score: 1 });

interface Meant {
  readonly field: ListedField;
  readonly score: number;
}

/** The columns of a row of names, each with what it holds. A field has one column, but for categories, which have levels. */
export function readColumns(names: readonly string[]): readonly ListedColumn[] {
  const columns = names.map((name, index) => {
    const unit = UNIT_BEHIND.exec(name)?.[1] ?? null;
    const meant = meantBy(unit === null ? name : name.replace(UNIT_BEHIND, ''));
    return { index, name: name.replaceAll(/\s+/gu, ' '), unit, meant };
  });
  const best = new Map<ListedField, number>();
  for (const { index, meant } of columns) {
    if (meant === null) continue;
    const other = best.get(meant.field);
    if (other === undefined || columns[other]!.meant!.score < meant.score) best.set(meant.field, index);
  }
  return columns.map(({ meant, ...column }): ListedColumn => {
    const isTaken = meant !== null && (meant.field === 'category' || best.get(meant.field) === column.index);
    return { ...column, field: isTaken ? meant.field : null };
  });
}

function meantBy(name: string): Meant | null {
  const words = readHeader(name);
  const known = KNOWN.get(words.plain);
  if (known) return known;
  const scores = scoreName(words);
  for (const [role, field, least] of OF_ROLES) {
    const score = scores.get(role) ?? 0;
    if (score >= least && words.distributor === null) return { field, score };
  }
  return null;
}
