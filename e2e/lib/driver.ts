/**
 * One way to act as a person in Chromium and in Firefox, with the extension loaded.
 * Chromium is driven by Playwright, Firefox ESR by Puppeteer over WebDriver BiDi; tests see neither.
 * Every action first waits for its element, and nothing waits for time.
 */
import type { Target } from './finder';

export type BrowserName = 'chromium' | 'firefox';

export interface PersonOptions {
  readonly browser: BrowserName;
  /** Kept between launches: a second launch with the same folder is the same browser opened again. */
  readonly profileDir: string;
  readonly headless?: boolean;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Unpacked extension; the test flavour in dist/ unless told. Null: none. */
  readonly extensionDir?: string | null;
  /** CSS pixels of a page's viewport. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /**
   * Optional permissions that are given without the browser's question, which no driver can answer, once the extension
   * asks for them in a click.
   */
  readonly grants?: readonly string[];
  /** Further command line arguments. */
  readonly args?: readonly string[];
}

/** A document that can be acted on: a page's own, or that of any frame in it. */
export interface Surface {
  /** Waits for the element to be there and laid out, then clicks its middle with a real mouse event. */
  click(target: Target): Promise<void>;
  /** Replaces the value of an input, textarea or editable element, as a person selecting all and typing would. */
  fill(target: Target, text: string): Promise<void>;
  /** Clicks into the target, then real key events for each character. A line feed is the Enter key. */
  type(target: Target, text: string): Promise<void>;
  /** Real key events for each character, to whatever has the focus in this surface. */
  keys(text: string): Promise<void>;
  /** Puts text in at the caret in one input event, as a paste or an input method would. The target is clicked first. */
  insert(target: Target, text: string): Promise<void>;
  /** A key or chord such as `Enter`, `Shift+Enter`, `Control+a`, to whatever has the focus in this surface. */
  press(chord: string): Promise<void>;
  /** `textContent` of the first fitting element, once it is there. */
  text(target: Target): Promise<string>;
  /** `textContent` of all that fit a selector now. */
  texts(selector: string): Promise<string[]>;
  has(target: Target): Promise<boolean>;
  waitFor(target: Target, timeout?: number): Promise<void>;
  waitForGone(target: Target, timeout?: number): Promise<void>;
  /** Until the document's visible text holds this. */
  waitForText(text: string, timeout?: number): Promise<void>;
  /** Until the function, run in this document, gives something truthy, which is returned. */
  waitForResult<A, R>(what: string, look: (arg: A) => R, arg: A, timeout?: number): Promise<NonNullable<R>>;
  /** Runs a self-contained function in this document (for pages: in the page's own world). */
  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  /** Runs a classic script, given as source text, in this document, whatever its content security policy says. */
  runScript(source: string): Promise<void>;
  /** The frame at any depth below this page that holds such an element. Waits for it. */
  frameWith(target: Target, timeout?: number): Promise<Surface>;
  /** All frames below this page that hold such an element now. */
  framesWith(target: Target): Promise<Surface[]>;
}

export interface Page extends Surface {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The address that the document itself reports. */
  url(): Promise<string>;
  /** Mouse wheel over the middle of the target, in CSS pixels. */
  wheel(target: Target, deltaY: number): Promise<void>;
  /** PNG into the file, and its bytes. */
  screenshot(file: string): Promise<Uint8Array>;
  resize(width: number, height: number): Promise<void>;
  bringToFront(): Promise<void>;
  /** How many frames hang below this page, whoever they belong to. */
  frameCount(): number;
  close(): Promise<void>;
}

export interface PageOptions {
  /** Runs at the start of every document in the tab, in the page's own world. */
  readonly initScript?: string;
  /**
   * In the background it is hidden and without the focus, as in a browser that nobody drives. Chromium's driver makes
   * every tab believe that it is in front otherwise.
   */
  readonly canBeHidden?: boolean;
}

export interface Person {
  readonly browser: BrowserName;
  readonly extensionOrigin: string;
  /** A new tab. */
  openPage(url: string, options?: PageOptions): Promise<Page>;
  /** A page of the extension in a tab; the popup unless told otherwise. */
  openPopup(file?: string): Promise<Page>;
  /** Opens the browser's own side panel with the extension in it. No driver can act in there. */
  openSidePanel(): Promise<void>;
  /** Ends the service worker (Chromium) or event page (Firefox), as the browser does when it idles. */
  killWorker(): Promise<void>;
  /** Whether the worker or event page runs now. */
  workerAlive(): Promise<boolean>;
  /** Closes the browser and opens it again on the same profile. Pages of before are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
  /** Done when the browser is gone, because it was closed here or by hand. */
  closed(): Promise<void>;
}

/** Opens a browser for one person, with the extension in it. Close it, or the profile stays locked. */
export async function launchPerson(options: PersonOptions): Promise<Person> {
  const module = options.browser === 'chromium' ? await import('./chromium') : await import('./firefox');
  return module.launch(options);
}
