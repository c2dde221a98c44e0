/** How a receiver knows that a delivery is ours, and no older one sent again. */

export const SIGNATURE_HEADER = 'bomstream-signature';

/**
 * `t=<seconds>,v1=<hex>`: HMAC-SHA-256 of `<seconds>.<body>`, by the webhook's secret as it was shown.
 * @param seconds when it is sent, since 1970
 */
export async function sign(body: string, secret: string, seconds: number): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(`${seconds}.${body}`)));
  return `t=${seconds},v1=${Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
