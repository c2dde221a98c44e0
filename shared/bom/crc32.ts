/** The checksum of ZIP archives. */
const CRC_1 = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
const withByteBehind = (table: Uint32Array) => table.map((crc) => (crc >>> 8) ^ CRC_1[crc & 0xff]!);
/** Of a byte with one to seven bytes behind it: eight are summed at once, in a third of the time. */
const CRC_2 = withByteBehind(CRC_1);
const CRC_3 = withByteBehind(CRC_2);
const CRC_4 = withByteBehind(CRC_3);
const CRC_5 = withByteBehind(CRC_4);
const CRC_6 = withByteBehind(CRC_5);
const CRC_7 = withByteBehind(CRC_6);
const CRC_8 = withByteBehind(CRC_7);

/**
 * Goes on with a checksum.
 * @param crc ~0 at the beginning; at the end the checksum is `~crc >>> 0`
 */
export function crc32(crc: number, bytes: Uint8Array): number {
  let i = 0;
  for (; i + 7 < bytes.length; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = CRC_8[crc & 0xff]! ^ CRC_7[(crc >>> 8) & 0xff]! ^ CRC_6[(crc >>> 16) & 0xff]! ^ CRC_5[crc >>> 24]! ^
      CRC_4[bytes[i + 4]!]! ^ CRC_3[bytes[i + 5]!]! ^ CRC_2[bytes[i + 6]!]! ^ CRC_1[bytes[i + 7]!]!;
  }
  for (; i < bytes.length; i += 1) crc = CRC_1[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return crc;
}
