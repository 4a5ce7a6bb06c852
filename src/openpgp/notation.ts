/**
 * Names of our signature notations (RFC 9580 5.2.3.24). A notation's domain must belong to whoever defines it;
 * the project has none yet, and `.invalid` (RFC 2606) can never belong to somebody else. A change of this
 * constant makes older messages read as unbound.
 */
const NOTATION_DOMAIN = 'sotto.invalid';

/** Carries the binding of a message, see binding.ts. */
export const NOTATION_NAME = `b@${NOTATION_DOMAIN}`;
/** Carries zero bytes: padding inside the signed body, see padding.ts. */
export const PADDING_NOTATION_NAME = `p@${NOTATION_DOMAIN}`;
