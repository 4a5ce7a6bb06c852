/** What every editor of the test pages is to a page: the editor itself is the real one, from npm. */

export const editorKinds = [
  'lexical',
  'slate',
  'quill',
  'draft',
  'prosemirror',
  'ckeditor',
  'contenteditable',
  'textarea',
] as const;
export type EditorKind = (typeof editorKinds)[number];

/** Ways of a site with its editor that are not the editor's own. */
export interface EditorRules {
  /** What sends: Enter, Ctrl+Enter (Enter breaks the line), or no key at all. */
  readonly enter: 'enter' | 'control-enter' | 'none';
  /** A key that a script made is ignored, as by VK and MAX. */
  readonly trustedKeysOnly: boolean;
  /** Typed or pasted markup becomes formatting, where the editor can. */
  readonly markup: boolean;
}

export const usualRules: EditorRules = { enter: 'enter', trustedKeysOnly: false, markup: false };

export interface EditorOptions {
  /** Put on the element that is typed in: role, aria-label, class, data attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly placeholder: string;
  readonly rules: EditorRules;
  /** The person pressed what sends. Gets the model's text; the page empties the editor itself. */
  readonly onSend: (text: string) => void;
  /** The model's text has changed. */
  readonly onChange: (text: string) => void;
}

export interface Editor {
  /** The element that is typed in. */
  readonly element: HTMLElement;
  /** The text in the editor's own state, which is what a messenger sends. A line feed between lines. */
  readonly model: () => string;
  /** Replaces everything, through the editor's own interface. */
  readonly setText: (text: string) => void;
  readonly clear: () => void;
  readonly focus: () => void;
}

/** Makes the editor in `parent`, which may stand in a shadow root or in a frame; done when it takes text. */
export type Mount = (parent: HTMLElement, options: EditorOptions) => Promise<Editor>;

/** Sets attributes on an element; classes join those that the editor gave it. */
export function setAttributes(element: Element, attributes: EditorOptions['attributes']): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') element.classList.add(...value.split(/\s+/).filter(Boolean));
    else element.setAttribute(name, value);
  }
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'isTrusted' | 'isComposing'>;

/** `send`, `break` for a key that breaks the line instead, or null for any other key. */
export function meaningOf(event: Key, rules: EditorRules): 'send' | 'break' | null {
  if (event.key !== 'Enter' || event.isComposing) return null;
  const control = event.ctrlKey || event.metaKey;
  const sends =
    rules.enter === 'enter' ? !event.shiftKey && !control : rules.enter === 'control-enter' && control;
  if (!sends) return 'break';
  return event.isTrusted || !rules.trustedKeysOnly ? 'send' : null;
}

/** A messenger's own style for editors, in the document or shadow root that the element stands in. */
export function adoptStyle(element: Element, css: string): void {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
