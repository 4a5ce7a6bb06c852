/**
 * Stands for webextension-polyfill in content scripts and frames, of which it would be a sixth: what they use of the
 * browser (`runtime`, `i18n`, changes of `storage`) is alike, and gives promises, in every browser that Sotto runs in.
 */
import type { Browser } from 'webextension-polyfill';

const names = globalThis as unknown as { readonly browser?: Browser; readonly chrome: Browser };

export default names.browser ?? names.chrome;
