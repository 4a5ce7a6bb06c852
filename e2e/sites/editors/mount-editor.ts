/** Any of the editors by name. A bundle with `splitting` has each in a file of its own, fetched when it is asked for. */
import type { EditorKind, Mount } from './editor';

const mounts: Record<EditorKind, () => Promise<{ readonly mount: Mount }>> = {
  lexical: () => import('./lexical'),
  slate: () => import('./slate'),
  quill: () => import('./quill'),
  draft: () => import('./draft'),
  prosemirror: () => import('./prosemirror'),
  ckeditor: () => import('./ckeditor'),
  contenteditable: () => import('./contenteditable'),
  textarea: () => import('./textarea'),
};

export async function mountEditor(kind: EditorKind, ...rest: Parameters<Mount>): ReturnType<Mount> {
  const { mount } = await mounts[kind]();
  return mount(...rest);
}
