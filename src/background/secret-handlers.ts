/** Secret keys coming in and going out, each at a person's own word in Sotto's own page. */
import { exportSecretKey } from '../openpgp/secret-export';
import { findSecretKeys } from '../openpgp/secret-import';
import { fromBase64 } from '../platform/base64';
import type { KeySource } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import type { CoreParts } from './core-parts';
import { identityNamed, withAdded } from './identities';
import { identityView } from './identity-view';
import { importIdentity } from './own-identities';
import type { Handlers } from './router';
import type { StoredIdentity } from './store/contents';

export function secretHandlers({ vault, now }: CoreParts) {
  return {
    'identity.inspect': async ({ source }) => {
      await vault.open();
      return findSecretKeys(inputOf(source), now());
    },
    'identity.import': async ({ source, fingerprints, passphrase }) => {
      await vault.open();
      const input = inputOf(source);
      // One after the other: each derivation from a passphrase may take much memory.
      const imported: StoredIdentity[] = [];
      for (const fingerprint of new Set(fingerprints)) {
        imported.push(await importIdentity(input, fingerprint, passphrase, now()));
      }
      return vault.change(async (contents) => {
        const known = contents.identities.find((own) => imported.some(({ pin }) => pin === own.pin));
        // One that was just deleted comes back as it is in the file.
        if (known && !known.hidden) throw new SottoError('key_known', known.name);
        const next = withAdded(contents, imported);
        return [next, await Promise.all(imported.map((identity) => identityView(identity, next)))];
      });
    },
    'identity.export': async ({ identity, current, passphrase, form }) => {
      await vault.check(current);
      const { contents } = await vault.open();
      const { secretKey } = identityNamed(contents, identity);
      return { armored: await exportSecretKey(secretKey, passphrase, form) };
    },
    'identity.revocation': async ({ identity }) => {
      const { contents } = await vault.open();
      const { revocation } = identityNamed(contents, identity);
      if (revocation === null) throw new SottoError('key_primary_elsewhere');
      return { armored: revocation };
    },
  } satisfies Partial<Handlers>;
}

function inputOf(source: KeySource): Uint8Array | string {
  if (source.kind === 'text') return source.text;
  try {
    return fromBase64(source.base64);
  } catch (error) {
    throw new SottoError('bad_request', '', { cause: error });
  }
}
