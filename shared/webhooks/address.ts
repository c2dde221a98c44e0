/** Where webhooks may lead: to receivers on the internet, never to what a network keeps to itself. */

/** All addresses of a name, IPv4 and IPv6. Empty: there is no such name. Rejects where nobody could say. */
export type ResolveHost = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

/** One query of DNS, as the runtime offers it. Rejects with an error of the name `NotFound` where there is no record. */
export type QueryDns = (
  host: string,
  type: 'A' | 'AAAA',
  options: { readonly signal: AbortSignal },
) => Promise<readonly string[]>;

export interface AddressRules {
  readonly resolve: ResolveHost;
  /** Lets `http` and the own machine through, for a local stack. */
  readonly allowsLoopback: boolean;
}

/** Why an address is refused, as a sentence goes on after "The address". */
export type AddressRefusal = string;

export function createResolveHost(query: QueryDns): ResolveHost {
  const ask = async (host: string, type: 'A' | 'AAAA', signal: AbortSignal) => {
    try {
      return await query(host, type, { signal });
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFound') return [];
      throw error;
    }
  };
  return async (host, signal) =>
    (await Promise.all([ask(host, 'A', signal), ask(host, 'AAAA', signal)])).flat();
}

/**
 * Null where the address may be sent to now. Asked at creation and again before each delivery: a name may lead elsewhere
 * by then. Between this and the connection it may once more; a host inside would still have to show a certificate for that
 * name, which is why nothing but https is sent.
 * @throws what `resolve` throws
 */
export async function refusalOf(
  address: string,
  { resolve, allowsLoopback }: AddressRules,
  signal: AbortSignal,
): Promise<AddressRefusal | null> {
  if (!URL.canParse(address)) return 'is none.';
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:' && !(allowsLoopback && protocol === 'http:')) return 'must begin with https://.';
  if (username || password) return 'must have no name or password in it: deliveries are signed.';
  const literal = literalOf(hostname);
  const found = literal ? [literal] : await resolve(hostname, signal);
  if (found.length === 0) return `leads nowhere: there is no host ${hostname}.`;
  const isLet = (ip: string) => protocol === 'https:' && isPublic(ip) || allowsLoopback && isLoopback(ip);
  return found.every(isLet)
    ? null
    : 'leads to a private network. Only receivers on the internet are sent to.';
}

/** An IP address in the place of a name; null: it is a name. `URL` has brought every notation of IPv4 into the usual one. */
function literalOf(hostname: string): string | null {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return /^\d+\.\d+\.\d+\.\d+$/.test(hostname) ? hostname : null;
}

/** Networks of IPv4 that are not the internet, each with the bits that count. */
const NOT_PUBLIC_V4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // with the clouds' metadata
  ['169.254.0.0', 16],
  // Azure's own
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** True for an address of the internet. What cannot be read is none. */
export function isPublic(ip: string): boolean {
  const v4 = numberOf(ip);
  if (v4 !== null) {
    return NOT_PUBLIC_V4.every(([network, bits]) => (v4 ^ numberOf(network)!) >>> (32 - bits) !== 0);
  }
  const [first = 0, second = 0] = groupsOf(ip) ?? [];
  // 2000::/3 is the internet, without what carries another address (Teredo, 6to4) and what is for examples.
  return first >= 0x2000 && first < 0x4000 && first !== 0x2002 &&
    !(first === 0x2001 && (second < 0x200 || second === 0xdb8));
}

function isLoopback(ip: string): boolean {
  return numberOf(ip) === null ? ip === '::1' : ip.startsWith('127.');
}

/** An IPv4 address as 32 bits; null where it is none. */
function numberOf(ip: string): number | null {
  const parts = ip.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((number, part) => (number << 8) | Number(part), 0);
}

/** The eight groups of an IPv6 address; null where it is none. */
function groupsOf(ip: string): number[] | null {
  // The parser of URLs knows every way to write one, and answers with one.
  if (!/^[\da-f:.]+$/i.test(ip) || !URL.canParse(`http://[${ip}]/`)) return null;
  const [head = '', tail] = new URL(`http://[${ip}]/`).hostname.slice(1, -1).split('::');
  const read = (text: string | undefined) =>
    (text ? text.split(':') : []).map((group) => parseInt(group, 16));
  const [before, after] = [read(head), read(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
