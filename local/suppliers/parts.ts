/**
 * The parts of the stand-ins of DigiKey, element14 and Nexar, in no supplier's words. All but those of the demo are made up,
 * and everything about them says so.
 */
import { soldBy } from './demo-parts.ts';

export const SITE = 'https://sandbox.invalid';

export interface SandboxPart {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly rohs: 'compliant' | 'exempt' | 'non_compliant' | 'unknown';
  /** `odd`: a state that is none of ours. */
  readonly life: 'preview' | 'active' | 'nrnd' | 'end_of_life' | 'obsolete' | 'odd';
  readonly stock: number;
  /** Of one piece from so many on. */
  readonly prices: readonly (readonly [quantity: number, price: number])[];
  /** Pieces of a reel, which is also sold whole. */
  readonly reel: number | null;
  /** A real number: stock and prices are made up, and nothing else is said of it. */
  readonly isReal?: true;
  /** Sold by a seller of the marketplace, apart from the above. */
  readonly marketplace?: { readonly seller: string; readonly stock: number; readonly minimum: number };
}

function part(mpn: string, more: Partial<SandboxPart> = {}): SandboxPart {
  return {
    mpn,
    manufacturer: 'Sandbox Devices',
    rohs: 'compliant',
    life: 'active',
    stock: 900,
    prices: [[1, 0.14], [10, 0.1], [1000, 0.021]],
    reel: null,
    ...more,
  };
}

const NAMED: readonly SandboxPart[] = [
  part('SBX-RES-10K', { reel: 5000 }),
  part('SBX-LEADED', { rohs: 'non_compliant', life: 'nrnd' }),
  part('SBX-EXEMPT', { rohs: 'exempt' }),
  part('SBX-SOON', { life: 'preview', stock: 0, prices: [] }),
  part('SBX-LAST', { life: 'end_of_life' }),
  part('SBX-OLD', { life: 'obsolete', rohs: 'unknown', stock: 0, prices: [] }),
  part('SBX-ODD', { life: 'odd', rohs: 'unknown' }),
  part('SBX-MARKET', {
    stock: 0,
    marketplace: { seller: 'Sandbox Brokers', stock: 21_000, minimum: 11_539 },
  }),
  part('SBX-TWINS'),
  part('SBX-TWINS', { manufacturer: 'Sandbox Semiconductor' }),
  part('SBX-MANY'),
  part('SBX-MANY', { manufacturer: 'Sandbox Semiconductor' }),
  part('SBX-MANY', { manufacturer: 'Sandbox Components' }),
  part('SBX-PLUS', { rohs: 'non_compliant' }),
  part('SBX-PLUS+'),
];

/** As many parts as a test needs: `SBX-00001` to `SBX-99999`. */
const NUMBERED = /^SBX-\d{5}$/i;

const changed = new Map<string, Partial<SandboxPart>>();

/** What the stand-ins of this process say of a part from now on, beside what they said before. */
export function changePart(mpn: string, changes: Partial<SandboxPart>): void {
  changed.set(mpn, changes);
}

const asNow = (part: SandboxPart): SandboxPart => ({ ...part, ...changed.get(part.mpn) });

/** Who sells them. */
export type Shop = 'digikey' | 'element14' | 'nexar';

const demo = (shop: Shop): readonly SandboxPart[] =>
  soldBy(shop).map(({ mpn, manufacturer, stock, prices, isObsolete }) =>
    part(mpn, {
      manufacturer,
      stock,
      prices,
      life: isObsolete ? 'obsolete' : 'active',
      isReal: true,
      // Mouser's stand-in alone knows it. So a line waits for that one's answer, price and all, while its calls are used up.
      rohs: 'unknown',
    })
  );
const SOLD: Readonly<Record<Shop, readonly SandboxPart[]>> = {
  digikey: [...NAMED, ...demo('digikey')],
  element14: [...NAMED, ...demo('element14')],
  nexar: [...NAMED, ...demo('nexar')],
};

/** All that a shop names. */
export const partsOf = (shop: Shop): readonly SandboxPart[] => SOLD[shop].map(asNow);

/** What a shop has with this number: letter for letter, in any case. */
export function partsWith(number: string, shop: Shop): readonly SandboxPart[] {
  if (NUMBERED.test(number)) return [asNow(part(number.toUpperCase()))];
  return partsOf(shop).filter(({ mpn }) => mpn.toUpperCase() === number.toUpperCase());
}

/** What a search takes the number for that minds neither separators nor what follows: mostly other parts. */
export function partsLike(number: string, shop: Shop): readonly SandboxPart[] {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (NUMBERED.test(number)) return partsWith(number, shop);
  return partsOf(shop).filter(({ mpn }) => plain(mpn).startsWith(plain(number)));
}

export const describe = ({ mpn, isReal }: SandboxPart) =>
  isReal ? `Sandbox: stock and prices of ${mpn} are made up` : `Sandbox part ${mpn}: made up, not for sale`;
