/** Gives a page's parts their places: what the real site's own style does, as far as geometry matters. */
import type { Skeleton } from './site-page';

export function layOut({ sidebar, main, scroller }: Skeleton): void {
  document.body.append(...(sidebar ? [sidebar] : []), main);
  Object.assign(document.body.style, { display: 'flex', margin: '0', height: '100vh' });
  if (sidebar) Object.assign(sidebar.style, { width: '260px', overflow: 'hidden' });
  for (let at: HTMLElement | null = parentOf(scroller); at !== null; at = at === main ? null : parentOf(at))
    Object.assign(at.style, {
      display: 'flex',
      flexDirection: 'column',
      flex: '1',
      minHeight: '0',
      minWidth: '0',
    });
  scroller.dataset['scroller'] = '';
  Object.assign(scroller.style, {
    flex: '1',
    minHeight: '0',
    overflowY: 'auto',
    overflowX: 'hidden',
    overflowWrap: 'anywhere',
  });
}

/** Puts a dialog over the page. */
export function openDialog(element: HTMLElement): void {
  Object.assign(element.style, {
    position: 'fixed',
    top: '120px',
    left: '200px',
    width: '600px',
    zIndex: '10',
    background: 'Canvas',
    overflowWrap: 'anywhere',
  });
  document.body.append(element);
}

/** The parent element; through a shadow root, its host. */
function parentOf(element: HTMLElement): HTMLElement | null {
  const { parentNode } = element;
  const parent = parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
  return parent instanceof HTMLElement ? parent : null;
}
