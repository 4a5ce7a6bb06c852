import { describe, expect, it } from 'vitest';
import { crc32, crc64 } from './checksum';

/** The check values of the catalogue of parametrised CRC algorithms: the checksum of "123456789". */
describe('checksums', () => {
  it('is CRC-32/ISO-HDLC', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
  });

  it('is CRC-64/XZ', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(Buffer.from(crc64(bytes)).toString('hex')).toBe('995dc9bbdf1939fa');
  });
});
