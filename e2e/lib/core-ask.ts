/** Asks the core as the popup does, for what a test needs to stand before it begins. */
import type { ReplyBody, RequestBody, RequestName } from '../../src/protocol/core';
import type { Page, Person } from './driver';

export type CoreAsk = <N extends RequestName>(name: N, body: RequestBody<N>) => Promise<ReplyBody<N>>;

/** Opens the popup in a tab, which stays open, and asks from there. Throws what the core refuses. */
export async function openCore(person: Person): Promise<CoreAsk> {
  return askFrom(await person.openPopup());
}

/** As `openCore`, for as long as `run` takes: a tab of the popup's would be the one in front. */
export async function withCore<T>(person: Person, run: (ask: CoreAsk) => Promise<T>): Promise<T> {
  const popup = await person.openPopup();
  try {
    return await run(askFrom(popup));
  } finally {
    await popup.close();
  }
}

function askFrom(popup: Page): CoreAsk {
  return async (name, body) => {
    const answer = await popup.evaluate((message) => chrome.runtime.sendMessage(message), { name, body });
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.body as ReplyBody<typeof name>;
  };
}

/** What runs in the extension's own page. */
declare const chrome: {
  readonly runtime: {
    sendMessage(
      message: object,
    ): Promise<{ readonly ok: boolean; readonly body?: unknown; readonly error?: unknown }>;
  };
};
