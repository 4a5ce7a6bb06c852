/** What a page with an editor shows to tests, as `testPage` in its own world. */
import type { Editor } from '../editor';

export interface TestPage {
  readonly editor: Editor;
  /** Texts that were sent, as the editor's own state had them. */
  readonly sent: readonly string[];
  /** Milliseconds of `performance.now()` at which the model stopped being empty; null while it is empty. */
  readonly filledAt: () => number | null;
}
