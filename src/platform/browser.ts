/**
 * The only import of webextension-polyfill, whose README says that it ends: Chrome has `browser` itself since 148.
 * When the oldest supported Chrome has it, this module becomes `export const browser = globalThis.browser`.
 */
import browser from 'webextension-polyfill';

export { browser };
