/** The checksum of ZIP archives. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/**
 * Goes on with a checksum.
 * @param crc ~0 at the beginning; at the end the checksum is `~crc >>> 0`
 */
export function crc32(crc: number, bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i += 1) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return crc;
}
