/** Content security policies of test pages. */

const sources = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  // Firefox does not take `'self'` for a WebSocket to the same host.
  "connect-src 'self' ws:",
  "frame-src 'none'",
  "base-uri 'none'",
];

/** As strict as the strictest of the real sites, where nothing else is known of one. */
export const strictPolicy = [...sources, "require-trusted-types-for 'script'"].join('; ');
/** The same for a page that has frames of its own origin. */
export const framingPolicy = strictPolicy.replace("frame-src 'none'", "frame-src 'self'");
/** For sites whose editor writes HTML from strings, which rules Trusted Types out. */
export const policyWithoutTrustedTypes = sources.join('; ');
