/** The manufacturer a BOM names, held against the manufacturers whose part a number can be. */
import type { ComponentField, Remark, SourcedValue } from '../domain/component.ts';
import { MANUFACTURER_OPEN } from '../domain/open-manufacturer.ts';
import { possessive } from '../domain/possessive.ts';
import type { Finding } from './finding.ts';
import { agreesWith, eitherOf, resolveManufacturer } from './manufacturers.ts';
import { visibleText } from './part-number.ts';

/** Of two contradicting manufacturers only one can be right, and nothing says which. */
const CONTRADICTED = 0.5;

/** Bound for a name in the BOM that nobody knows: it may be a spelling of the found manufacturer, or another one. */
const UNCOMPARABLE = 0.8;

/** The findings about one manufacturer's part, and the other manufacturers it could have been. */
export interface ManufacturerChoice {
  readonly findings: readonly Finding[];
  readonly others: readonly string[];
}

/**
 * Chooses the manufacturer the BOM names, one by its own name before one that is only linked to it; of several in its cell the
 * first whose part there is. Where it names none of them, the one of the first finding.
 */
export function chooseManufacturer(findings: readonly Finding[], stated: string | null): ManufacturerChoice {
  const named = (stated === null ? [] : eitherOf(stated)).flatMap((name) => namedBy(findings, name) ?? [])[0];
  const chosen = (named ?? findings[0])?.manufacturer;
  const others = named
    ? []
    : findings.map(({ manufacturer }) => manufacturer).filter((name) => name !== chosen);
  return {
    findings: findings.filter(({ manufacturer }) => manufacturer === chosen),
    others: [...new Set(others)],
  };
}

function namedBy(findings: readonly Finding[], name: string): Finding | undefined {
  const kindOf = (finding: Finding) => agreesWith(name, finding.manufacturer)?.kind;
  const agreeing = findings.filter((finding) => kindOf(finding) !== undefined);
  return agreeing.find((finding) => kindOf(finding) !== 'linked') ?? agreeing[0];
}

export interface ManufacturerCheck {
  /** The manufacturer as this one line has it: how sure it is here, and what contradicts it. */
  readonly manufacturer: ComponentField;
  readonly remarks: readonly Remark[];
}

/**
 * How sure the found manufacturer is for a line that names `stated`. The result is about the line alone: what a
 * tenant wrote must never get into what is known of the part.
 * @param isGeneric the number is nobody's own: manufacturers that are not known here may use it, too
 */
export function checkManufacturer(
  found: ComponentField,
  others: readonly string[],
  stated: string | null,
  isGeneric = false,
): ManufacturerCheck {
  const text = visibleText(stated ?? '').trim();
  const name = String(found.value);
  if (text === '') {
    if (others.length > 0) return undecided(found, others);
    return isGeneric ? openToUnknown(found) : { manufacturer: found, remarks: [] };
  }

  const agreement = agreesWith(text, name);
  if (agreement?.kind === 'legacy' || agreement?.kind === 'linked') {
    const said = eitherOf(text).find((one) => agreesWith(one, name)?.kind === agreement.kind) ?? text;
    const detail = agreement.kind === 'legacy'
      ? `${said} is ${name} today.`
      : `The BOM says ${said}; this part is listed under ${name} today.`;
    return {
      manufacturer: { ...found, confidence: Math.min(found.confidence, agreement.confidence) },
      remarks: [{ code: 'manufacturer_taken_over', detail }],
    };
  }
  // Two independent statements of one manufacturer are as sure as the surer of the two.
  if (agreement) {
    return {
      manufacturer: { ...found, confidence: Math.max(found.confidence, agreement.confidence) },
      remarks: [],
    };
  }
  if (resolveManufacturer(text) === null && eitherOf(text).length === 1) {
    return {
      manufacturer: { ...found, confidence: Math.min(found.confidence, UNCOMPARABLE) },
      remarks: [{
        code: 'manufacturer_unknown',
        detail: `The manufacturer "${text}" is not known; the part number is one of ${name}.`,
      }],
    };
  }
  const contradiction: SourcedValue = { value: text, source: 'bom', confidence: 1 };
  return {
    manufacturer: {
      ...found,
      confidence: found.confidence * CONTRADICTED,
      conflicts: [...found.conflicts ?? [], contradiction],
    },
    remarks: [{
      code: 'manufacturer_contradicted',
      detail: `The BOM says ${text}; the part number is one of ${name}.`,
    }],
  };
}

function undecided(found: ComponentField, others: readonly string[]): ManufacturerCheck {
  const conflicts = others.map((value): SourcedValue => ({
    value,
    source: found.source,
    confidence: found.confidence,
  }));
  return {
    manufacturer: {
      ...found,
      confidence: found.confidence / (others.length + 1),
      conflicts: [...found.conflicts ?? [], ...conflicts],
    },
    remarks: [{
      code: MANUFACTURER_OPEN,
      detail: `The BOM names no manufacturer: ${possessive(String(found.value))} was taken. ${
        listed(others)
      } use${others.length === 1 ? 's' : ''} this part number, too.`,
    }],
  };
}

/** One manufacturer of several that use the number, and the others are not known. */
function openToUnknown(found: ComponentField): ManufacturerCheck {
  return {
    manufacturer: { ...found, confidence: found.confidence / 2 },
    remarks: [{
      code: MANUFACTURER_OPEN,
      detail:
        `The BOM names no manufacturer; numbers like this one are used by several, of which ${found.value} is known.`,
    }],
  };
}

/** As many names as a sentence holds. */
const LISTED = 4;

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  const shown = more > 1 ? [...names.slice(0, LISTED), `${more} more`] : names;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter(Boolean).join(' and ');
}
