/** The maker a BOM names, held against the makers whose part a number can be. */
import type { ComponentField, Remark, SourcedValue } from '../domain/component.ts';
import type { Finding } from './finding.ts';
import { agreesWith, resolveManufacturer } from './manufacturers.ts';
import { visibleText } from './part-number.ts';

/** Of two contradicting makers only one can be right, and nothing says which. */
const CONTRADICTED_MAKER = 0.5;

/** Bound for a maker the BOM calls by a name nobody knows: it may be a spelling of the maker, or another one. */
const UNCOMPARABLE_MAKER = 0.8;

/** The findings about one maker's part, and the other makers it could have been. */
export interface MakersChoice {
  readonly findings: readonly Finding[];
  readonly others: readonly string[];
}

/** Chooses the maker the BOM names; where it names none of them, the one of the first finding. */
export function chooseMaker(findings: readonly Finding[], stated: string | null): MakersChoice {
  const named = stated === null
    ? undefined
    : findings.find((finding) => agreesWith(stated, finding.manufacturer) !== null);
  const maker = (named ?? findings[0])?.manufacturer;
  const others = named
    ? []
    : findings.map(({ manufacturer }) => manufacturer).filter((name) => name !== maker);
  return {
    findings: findings.filter(({ manufacturer }) => manufacturer === maker),
    others: [...new Set(others)],
  };
}

export interface MakerCheck {
  /** The maker as this one line has it: how sure it is here, and what contradicts it. */
  readonly manufacturer: ComponentField;
  readonly remarks: readonly Remark[];
}

/**
 * How sure the found maker is for a line that names `stated`. The result is about the line alone: what a
 * tenant wrote must never get into what is known of the part.
 */
export function checkMaker(
  found: ComponentField,
  others: readonly string[],
  stated: string | null,
): MakerCheck {
  const text = visibleText(stated ?? '').trim();
  const maker = String(found.value);
  if (text === '') {
    return others.length === 0 ? { manufacturer: found, remarks: [] } : undecided(found, others);
  }

  const agreement = agreesWith(text, maker);
  if (agreement?.kind === 'legacy') {
    return {
      manufacturer: { ...found, confidence: Math.min(found.confidence, agreement.confidence) },
      remarks: [{ code: 'maker_taken_over', detail: `${text} is ${maker} today.` }],
    };
  }
  // Two independent statements of one maker are as sure as the surer of the two.
  if (agreement) {
    return {
      manufacturer: { ...found, confidence: Math.max(found.confidence, agreement.confidence) },
      remarks: [],
    };
  }
  if (resolveManufacturer(text) === null) {
    return {
      manufacturer: { ...found, confidence: Math.min(found.confidence, UNCOMPARABLE_MAKER) },
      remarks: [{
        code: 'maker_unknown',
        detail: `The maker "${text}" is not known; the part number is one of ${maker}.`,
      }],
    };
  }
  const contradiction: SourcedValue = { value: text, source: 'bom', confidence: 1 };
  return {
    manufacturer: {
      ...found,
      confidence: found.confidence * CONTRADICTED_MAKER,
      conflicts: [...found.conflicts ?? [], contradiction],
    },
    remarks: [{
      code: 'maker_contradicted',
      detail: `The BOM says ${text}; the part number is one of ${maker}.`,
    }],
  };
}

function undecided(found: ComponentField, others: readonly string[]): MakerCheck {
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
      code: 'maker_open',
      detail: `The BOM names no maker; this part number is also used by ${others.join(' and ')}.`,
    }],
  };
}
