/** WebDriver BiDi commands that Puppeteer has no method for. */
import type { Browser } from 'puppeteer-core';

interface Sender {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export class BidiConnection {
  readonly #sender: Sender;
  private constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** Puppeteer's own connection, which its types leave out. */
  static of(browser: Browser): BidiConnection {
    return new BidiConnection((browser as unknown as { readonly connection: Sender }).connection);
  }

  async send(method: string, params: object): Promise<unknown> {
    return (await this.#sender.send(method, params)).result;
  }

  /** Runs the body of an async function in the browser's own window, with the browser's rights. Strings come back. */
  async inBrowser(body: string): Promise<string> {
    const tree = (await this.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })) as {
      contexts: { context: string }[];
    };
    const context = tree.contexts[0]?.context;
    if (context === undefined) throw new Error('Firefox shows no window of its own');
    const answer = (await this.send('script.evaluate', {
      expression: `(async () => { ${body} })()`,
      target: { context },
      awaitPromise: true,
    })) as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'script failed');
    return typeof answer.result?.value === 'string' ? answer.result.value : '';
  }
}
