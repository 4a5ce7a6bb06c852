/** A secret key on its way out: a transferable secret key (RFC 9580 10.2) under a passphrase, in armor. */
import { armor, encryptKey, enums, type Config } from 'openpgp';
import { parseSecretKey } from './parsed';
import { settings } from './settings';
import type { SecretKeyBinary } from './types';

/**
 * `everywhere` is what GnuPG reads: iterated and salted S2K with as many bytes as it can ask for, and CFB (RFC 9580
 * 3.7.1.3, 3.7.2.1). `newest` is Argon2id with AEAD, which costs a guesser far more.
 */
export type ExportForm = 'everywhere' | 'newest';

const forms: Record<ExportForm, Config> = {
  everywhere: {
    ...settings,
    s2kType: enums.s2k.iterated,
    // RFC 9580 3.7.1.3: 65,011,712 bytes.
    s2kIterationCountByte: 255,
    aeadProtect: false,
  },
  newest: settings,
};

/** Version 6 keys are always in the newest form: nothing that knows them does not know it. */
export async function exportSecretKey(
  secretKey: SecretKeyBinary,
  passphrase: string,
  form: ExportForm,
): Promise<string> {
  const key = await parseSecretKey(secretKey);
  const isVersion6 = key.keyPacket.version === 6;
  const protectedKey = await encryptKey({
    privateKey: key,
    passphrase: passphrase.normalize('NFC'),
    config: forms[isVersion6 ? 'newest' : form],
  });
  return armor(
    enums.armor.privateKey,
    protectedKey.write(),
    undefined,
    undefined,
    undefined,
    !isVersion6,
    settings,
  );
}
