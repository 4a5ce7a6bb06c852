/** What a page with an editor shows to tests, as `testPage` in its own world. */
import type { Editor } from '../editor';

export interface Sent {
  /** As the editor's own state had it. */
  readonly text: string;
  /** Whether the tab was in the background. */
  readonly hidden: boolean;
  /** Milliseconds from the first event at the editor to its model having the whole of a long message. */
  readonly took: number;
}

export interface TestPage {
  readonly editor: Editor;
  readonly sent: readonly Sent[];
}
