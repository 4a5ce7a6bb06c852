import { errorCodes, SottoError, toErrorCode } from '../../src/protocol/errors';
import { t, type MessageKey } from '../../src/platform/i18n';

/** What went wrong and what to do next, for anything that was thrown. */
export function errorText(thrown: unknown): string {
  const { code, detail } = toErrorCode(thrown);
  const key: string = `error_${code}`;
  return t(key as MessageKey, detail) || t('failedPlainly', code);
}

/** A certificate's warning: the sentence of the error code it names, or as the core wrote it. */
export function warningText(warning: string): string {
  const code = errorCodes.find((known) => known === warning || `certificate_${warning}` === known);
  return code === undefined ? warning : errorText(new SottoError(code));
}
