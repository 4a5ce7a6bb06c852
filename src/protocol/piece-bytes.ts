/**
 * Bytes of a file that go from one zone to another at once. In Firefox our frames share a page's thread, which must
 * not stand still for one.
 */
export const PIECE_BYTES = 1 << 18;
