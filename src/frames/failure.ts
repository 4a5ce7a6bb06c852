/** A failure as a person reads it. */
import { t, type MessageKey } from '../platform/i18n';
import { toErrorCode, type ErrorCode } from '../protocol/errors';

export type Failure = { readonly code: ErrorCode; readonly detail: string };

/** What happened and what to do, in one or two sentences. */
export function failureSentence({ code, detail }: Failure): string {
  const key: string = `error_${code}`;
  return t(key as MessageKey, detail) || t('frames_failed', code);
}

export const toFailure = (thrown: unknown): Failure => toErrorCode(thrown);
