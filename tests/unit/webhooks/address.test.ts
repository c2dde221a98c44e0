import { describe, expect, it } from 'vitest';
import { createResolveHost, isPublic, type QueryDns, refusalOf } from '../../../shared/webhooks/address.ts';

const PUBLIC = [
  '8.8.8.8',
  '93.184.216.34',
  '172.32.0.1',
  '192.169.0.1',
  '100.128.0.1',
  '2606:2800:21f:cb07::1',
];
const PRIVATE = [
  '127.0.0.1',
  '127.8.9.1',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '168.63.129.16',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.1.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fd00:ec2::254',
  'fc00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'localhost',
  '1.2.3',
  '',
];

describe('an address of the internet', () => {
  it.each(PUBLIC)('is %s', (ip) => expect(isPublic(ip)).toBe(true));
  it.each(PRIVATE)('is not %s', (ip) => expect(isPublic(ip)).toBe(false));
});

const signal = new AbortController().signal;
const refusal = (address: string, found: readonly string[] = ['8.8.8.8'], allowsLoopback = false) =>
  refusalOf(address, { resolve: () => Promise.resolve(found), allowsLoopback }, signal);

describe('a webhook may lead', () => {
  it('to a host of the internet, by https', async () => {
    expect(await refusal('https://hooks.example.com/a?b=c')).toBeNull();
    expect(await refusal('https://hooks.example.com:8443/')).toBeNull();
    expect(await refusal('https://8.8.8.8/')).toBeNull();
  });

  it.each([
    ['http://hooks.example.com/', 'https'],
    ['ftp://hooks.example.com/', 'https'],
    ['javascript:alert(1)', 'https'],
    ['nonsense', 'is none'],
    ['https://user:password@hooks.example.com/', 'password'],
  ])('not to %s', async (address, why) => expect(await refusal(address)).toContain(why));

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
  ])('not to %s, whatever names say', async (address) => {
    expect(await refusal(address)).toContain('private network');
  });

  it('not to a name one of whose addresses is private, nor to one without any', async () => {
    expect(await refusal('https://a.example/', ['8.8.8.8', '10.0.0.1'])).toContain('private network');
    expect(await refusal('https://a.example/', ['8.8.8.8', '::1'])).toContain('private network');
    expect(await refusal('https://localhost/', [])).toContain('no host localhost');
  });

  it('to the machine itself where that is set, and to no other private network', async () => {
    expect(await refusal('http://127.0.0.1:9/', [], true)).toBeNull();
    expect(await refusal('http://[::1]:9/', [], true)).toBeNull();
    expect(await refusal('http://127.0.0.1:9/')).toContain('https');
    for (
      const address of ['http://10.0.0.1/', 'http://169.254.169.254/', 'http://8.8.8.8/', 'https://10.0.0.1/']
    ) {
      expect(await refusal(address, [], true), address).toContain('private network');
    }
  });
});

describe('what a name leads to', () => {
  const notFound = Object.assign(new Error('no record'), { name: 'NotFound' });
  const resolve = (query: QueryDns) => createResolveHost(query)('a.example', signal);

  it('is all addresses of both kinds', async () => {
    expect(await resolve((_host, type) => Promise.resolve(type === 'A' ? ['8.8.8.8'] : ['2606::1']))).toEqual(
      [
        '8.8.8.8',
        '2606::1',
      ],
    );
  });

  it('is what there is of one kind, or nothing', async () => {
    expect(
      await resolve((_host, type) => type === 'A' ? Promise.resolve(['8.8.8.8']) : Promise.reject(notFound)),
    )
      .toEqual(['8.8.8.8']);
    expect(await resolve(() => Promise.reject(notFound))).toEqual([]);
  });

  it('is not known where one kind could not be asked for', async () => {
    const away = new Error('no answer');
    await expect(resolve((_host, type) => type === 'A' ? Promise.resolve(['8.8.8.8']) : Promise.reject(away)))
      .rejects.toThrow(away);
  });
});
