/**
 * The least PADMÉ length that is not below `length` (Reducing Metadata Leakage from Encrypted Files, PETS 2019,
 * section 4): it tells the order of magnitude, and costs at most 12 %.
 */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(length / step) * step;
}
