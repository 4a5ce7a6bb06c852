import type { CertificateWarning } from '../../src/openpgp/types';
import { toErrorCode } from '../../src/protocol/errors';
import { t, type MessageKey } from '../../src/platform/i18n';

/** What went wrong and what to do next, for anything that was thrown. */
export function errorText(thrown: unknown): string {
  const { code, detail } = toErrorCode(thrown);
  return t(`error_${code}`, detail);
}

const warnings: Readonly<Record<CertificateWarning, MessageKey>> = {
  rsa_below_3072: 'warningShortRsa',
  version_6: 'warningVersion6',
  no_seipd2: 'warningOlderFormat',
  dated_ahead: 'warningDatedAhead',
};

const isKnown = (warning: string): warning is CertificateWarning => Object.hasOwn(warnings, warning);

/** The sentence for a certificate's warning; one of a later core is shown as it is rather than hidden. */
export function warningText(warning: string): string {
  return isKnown(warning) ? t(warnings[warning]) : warning;
}
