/** The key of one file, and its encryption to everybody who may read it. The file itself is encrypted where it is. */
import { encryptSessionKey } from 'openpgp';
import { toHex } from './bytes';
import { distinct, everyReadsSeipd2, newSessionKey, usableDate } from './encrypt';
import { parseCertificate } from './parsed';
import { settings } from './settings';
import type { CertificateBinary } from './types';

export type FileKey = {
  readonly container: 'seipd1' | 'seipd2';
  /** In hex. */
  readonly key: string;
  /** The PKESK packets (RFC 9580 5.1) with which the file's message begins. */
  readonly header: Uint8Array;
};

/**
 * A session key chosen as for a message, encrypted to `members` and to `certificate`, our own. `now` in milliseconds.
 * Throws SottoError `certificate_unusable` with the name in `detail` for one that cannot be encrypted to.
 */
export async function newFileKey(options: {
  members: readonly CertificateBinary[];
  certificate: CertificateBinary;
  now: number;
}): Promise<FileKey> {
  const parsed = await Promise.all([options.certificate, ...options.members].map(parseCertificate));
  const readers = distinct(parsed);
  const date = await usableDate(readers, options.now);
  const container = (await everyReadsSeipd2(readers, date)) ? 'seipd2' : 'seipd1';
  const sessionKey = await newSessionKey(readers, date, container);
  const header = await encryptSessionKey({
    ...sessionKey,
    encryptionKeys: readers,
    format: 'binary',
    date,
    config: settings,
  });
  return { container, key: toHex(sessionKey.data), header };
}
