// Is a delivery ours, and not an old one sent again? Give it the body as it came, the header and your webhook's secret.
import { createHmac, timingSafeEqual } from 'node:crypto';

export function isOurs(body, header, secret) {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!t || Math.abs(Date.now() / 1000 - Number(t)) > 300) return false;
  const mac = createHmac('sha256', secret).update(`${t}.${body}`).digest();
  return timingSafeEqual(mac, Buffer.from(v1, 'hex'));
}
