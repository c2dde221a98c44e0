// Is a delivery ours, and not an old one sent again? Give it the body as it came, the header and your webhook's secret.
import { createHmac, timingSafeEqual } from 'node:crypto';

export function isOurs(body, header, secret) {
  const { t, v1 } = Object.fromEntries(header.split(',').map((part) => part.split('=')));
  const mac = createHmac('sha256', secret).update(`${t}.${body}`).digest();
  const isYoung = Math.abs(Date.now() / 1000 - Number(t)) < 300;
  return isYoung && timingSafeEqual(mac, Buffer.from(v1.padEnd(64, '0').slice(0, 64), 'hex'));
}
