/**
 * Numbers that no manufacturer owns: those that JEDEC, JIS and Pro Electron give, and series that everybody numbers alike.
 * Whoever makes such a part may use them, known to us or not.
 */
import { orderableKey } from './part-number.ts';

/** Each is a whole number, without a manufacturer's own codes of finish and packing. */
const GENERIC: readonly RegExp[] = [
  // JEDEC: diodes and transistors with a running number.
  /^[12]N\d{3,4}[A-C]?$/,
  // The same in SMD, and rectifiers in flat ones.
  /^1N58(17|18|19)WS?$/,
  /^SS[1-5]\d{1,2}FL$/,
  // JIS: the same.
  /^(1SS|2S[ABCDJK])\d{2,4}[A-Z]?$/,
  // Pro Electron: small diodes, a letter behind for the package and a dash for how two are connected.
  /^BA[STVW]\d{2}[A-Z]{0,2}(-0[3-7])?$/,
  // Pro Electron: Zener diodes by family, tolerance and voltage; a letter behind tells the package.
  /^BZ[TVXW]\d{2,3}[A-C]\d{1,2}(V\d)?[SWT]?$/,
  // Zener diodes in SMD that took over the running numbers and voltages of these.
  /^MMSZ(5[23]\d\d|46\d\d|47\d\d)B?S?$/,
  /^MMBZ5[23]\d\dB?W?$/,
  /^MM[135]Z\d{1,2}(V\d)?B?$/,
  /^MMSZ\d{1,2}(V\d)?$/,
  /^ZMM\d{1,2}(V\d)?$/,
  /^1SM[AB](47|59)\d\d[AB]$/,
  // The TTL families by their functions.
  /^74A?LS\d{2,4}[AB]?$/,
  // TVS diodes by power and voltage.
  /^(SMF|SM[ABC]J|P[46]SM[AB]|P[46]KE|1\.5KE|1\.5SMC)\d{1,3}(\.\d)?C?A?$/,
];

/** Whether a number is used by whoever makes such a part. */
export function isGenericNumber(mpn: string): boolean {
  const key = orderableKey(mpn);
  return GENERIC.some((pattern) => pattern.test(key));
}
