/** The checksum of ZIP archives. */
const CRC_1 = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
/** Of a byte with one, two and three bytes behind it: four are summed at once, in half the time. */
const CRC_2 = CRC_1.map((crc) => (crc >>> 8) ^ CRC_1[crc & 0xff]!);
const CRC_3 = CRC_2.map((crc) => (crc >>> 8) ^ CRC_1[crc & 0xff]!);
const CRC_4 = CRC_3.map((crc) => (crc >>> 8) ^ CRC_1[crc & 0xff]!);

/**
 * Goes on with a checksum.
 * @param crc ~0 at the beginning; at the end the checksum is `~crc >>> 0`
 */
export function crc32(crc: number, bytes: Uint8Array): number {
  let i = 0;
  for (; i + 3 < bytes.length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = CRC_4[crc & 0xff]! ^ CRC_3[(crc >>> 8) & 0xff]! ^ CRC_2[(crc >>> 16) & 0xff]! ^ CRC_1[crc >>> 24]!;
  }
  for (; i < bytes.length; i += 1) crc = CRC_1[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return crc;
}
