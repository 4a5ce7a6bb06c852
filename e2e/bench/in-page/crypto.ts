/**
 * Runs in a page: reads and writes messages through the product's own code and through bare WebCrypto, a batch of one
 * after a batch of the other, and tells how long each batch took.
 */
import { readPrivateKey } from 'openpgp';
import * as v from 'valibot';
import type { ContactReader } from '../../../src/background/contact-reader';
import { createReader } from '../../../src/background/reader';
import { contents as contentsShape, type Contents } from '../../../src/background/store/contents';
import type { OwnWriting } from '../../../src/background/own-writing';
import type { Vault } from '../../../src/background/vault';
import { NO_PREVIOUS } from '../../../src/openpgp/binding';
import { forgetSecrets, readMessage } from '../../../src/openpgp/decrypt';
import { encryptMessage } from '../../../src/openpgp/encrypt';
import { settings } from '../../../src/openpgp/settings';
import type { Binding, ConversationId, RecipientsHash, SecretKeyBinary } from '../../../src/openpgp/types';
import { readToken } from '../../../src/wire/token';
import type { CryptoInput, CryptoTimes } from '../crypto';
import { device } from '../people';
import {
  bareDecrypt,
  bareEncrypt,
  kdfParametersOf,
  makeSigner,
  takeApart,
  type BareMessage,
  type BareReader,
} from './bare';

/** Batches at either end of the long run beside which the bare operations are timed. */
const END = 10;
/** As many as a reader frame asks for at once. */
const BATCH = 50;

async function measureAsTold(): Promise<CryptoTimes | string> {
  try {
    const input = (await (await fetch('/input')).json()) as CryptoInput;
    return await measure(input, (await (await fetch('/wires')).text()).split('\n'));
  } catch (thrown) {
    return String(thrown);
  }
}

void measureAsTold().then((result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) }));

async function measure(
  { contents: stored, conversation, rounds, long }: CryptoInput,
  wires: readonly string[],
): Promise<CryptoTimes> {
  const contents = v.parse(contentsShape, JSON.parse(stored));
  const [identity] = contents.identities;
  if (!identity) throw new Error('no identity');
  const certificates = [identity, ...contents.contacts].map(({ certificate }) => certificate);
  const own = await bareReader(identity.secretKey);
  const signer = await makeSigner();
  const reader = createReader(openVault(contents), noContacts, noWriting, Date.now, () => Promise.resolve());

  const readByCore = async (batch: readonly string[]) => {
    const { items } = await reader.open(
      batch.map((wire, id) => ({ id, wire })),
      conversation,
    );
    const bad = items.find(({ reading }) => reading.kind !== 'message' || reading.state !== 'verified');
    if (bad !== undefined || items.length !== batch.length) throw new Error(JSON.stringify(bad));
  };
  const readByOpenpgp = async (batch: readonly Uint8Array[]) => {
    const secretKeys = [identity.secretKey];
    await Promise.all(
      batch.map((ciphertext) => readMessage({ ciphertext, secretKeys, certificates, now: Date.now() })),
    );
  };
  const readBare = async (batch: readonly BareMessage[]) => {
    const plains = await Promise.all(batch.map((message) => bareDecrypt(message, own, signer)));
    if (plains.some((plain) => plain.length < 200)) throw new Error('bare reading found nothing');
  };
  const write = async () => {
    const texts = Array.from({ length: BATCH }, (_, at) => `Message ${at}, about as long as people write.`);
    await Promise.all(
      texts.map((text, at) =>
        encryptMessage({
          text,
          members: certificates.slice(1),
          secretKey: identity.secretKey,
          certificate: identity.certificate,
          binding: { ...someBinding, sequence: at + 1 },
          now: Date.now(),
        }),
      ),
    );
  };
  const writeBare = async (length: number, header: Uint8Array<ArrayBuffer>) => {
    const plain = new Uint8Array(length);
    await Promise.all(Array.from({ length: BATCH }, () => bareEncrypt(plain, header, [own, own], signer)));
  };

  const batches = Array.from({ length: Math.floor(wires.length / BATCH) }, (_, at) =>
    wires.slice(at * BATCH, (at + 1) * BATCH),
  );
  const times: CryptoTimes = {
    core: [],
    openpgp: [],
    bareRead: [],
    cached: [],
    write: [],
    bareWrite: [],
    long: null,
  };
  // One round more than is counted: the first warms the code up.
  for (let round = 0; round <= rounds; round++) {
    const into =
      round === 0 ? { core: [], openpgp: [], bareRead: [], cached: [], write: [], bareWrite: [] } : times;
    // Two batches a round: whatever was read once is in a cache, so the next way to read gets other messages.
    const one = batches[2 * round] ?? [];
    const bodies = (batches[2 * round + 1] ?? []).map(bodyOf);
    const bare = bodies.map(takeApart);
    await time(into.core, () => readByCore(one));
    await time(into.bareRead, () => readBare(bare));
    await time(into.openpgp, () => readByOpenpgp(bodies));
    await time(into.cached, () => readByCore(one), CACHED_TURNS);
    await time(into.write, write);
    await time(into.bareWrite, () =>
      writeBare(bare[0]?.chunk.length ?? 0, bare[0]?.header ?? new Uint8Array()),
    );
  }
  if (long) {
    reader.forget();
    forgetSecrets();
    times.long = { core: [], bareRead: [] };
    for (const [index, batch] of batches.entries()) {
      await time(times.long.core, () => readByCore(batch));
      if (index >= END && index < batches.length - END) continue;
      const bare = batch.map((wire) => takeApart(bodyOf(wire)));
      await time(times.long.bareRead, () => readBare(bare));
    }
  }
  return times;
}

const bodyOf = (wire: string) => readToken(wire).body;

const someBinding: Binding = {
  conversation: NO_PREVIOUS as string as ConversationId,
  device,
  sequence: 1,
  previous: NO_PREVIOUS,
  recipients: NO_PREVIOUS as string as RecipientsHash,
  edit: false,
};

const noWriting: OwnWriting = { note: () => Promise.resolve(), isOwn: () => Promise.resolve(false) };

/** The core's vault as it is while it is open. */
function openVault(contents: Contents): Vault {
  const opened = { contents, key: {} as CryptoKey };
  return {
    peek: () => Promise.resolve(opened),
    state: () => Promise.resolve('unlocked'),
  } as unknown as Vault;
}

const noContacts: ContactReader = {
  read: () => Promise.reject(new Error('no invitations here')),
  introduction: () => Promise.reject(new Error('no invitations here')),
};

/** Adds the milliseconds that `run` takes, for each message of the batch. */
/** Cached batches are over before a clock of whole milliseconds ticks, so they are timed many at a time. */
const CACHED_TURNS = 20;

/** Milliseconds a message, with `turns` batches timed as one. */
async function time(into: number[], run: () => Promise<void>, turns = 1): Promise<void> {
  const start = performance.now();
  for (let turn = 0; turn < turns; turn++) await run();
  into.push((performance.now() - start) / (BATCH * turns));
}

async function bareReader(secretKey: SecretKeyBinary): Promise<BareReader> {
  const key = await readPrivateKey({ binaryKey: secretKey, config: settings });
  const packet = key.subkeys[0]?.keyPacket as unknown as {
    publicParams: { Q: Uint8Array; oid: { oid: Uint8Array } };
    privateParams: { d: Uint8Array };
    getFingerprintBytes: () => Uint8Array;
  };
  const { publicParams, privateParams } = packet;
  const publicPoint = new Uint8Array(publicParams.Q.subarray(1));
  const jwk = {
    kty: 'OKP',
    crv: 'X25519',
    x: base64Url(publicPoint),
    d: base64Url(new Uint8Array(privateParams.d).toReversed()),
  };
  return {
    secret: await crypto.subtle.importKey('jwk', jwk, 'X25519', false, ['deriveBits']),
    publicPoint,
    kdfParameters: kdfParametersOf(publicParams.oid.oid, packet.getFingerprintBytes()),
  };
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
