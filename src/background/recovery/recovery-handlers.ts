/** The recovery code and the backups under it, each at a person's own word in Sotto's own page. */
import { SottoError } from '../../protocol/errors';
import type { CoreParts } from '../core-parts';
import type { Arrivals } from '../notifications/arrivals';
import { newsFromStart } from '../notifications/newness';
import type { Handlers } from '../router';
import type { Contents, Recovery } from '../store/contents';
import { readBackup, writeBackup } from './backup-file';
import { stateOf } from './backup-state';
import { merge, viewOf } from './merge';
import { newRecoveryCode, readRecoveryCode } from './words';

export function recoveryHandlers({ vault, autoLock, now }: CoreParts, arrivals: Arrivals) {
  const openFile = ({ file, words }: { file: string; words: string }) =>
    readBackup(file, readRecoveryCode(words));

  return {
    'recovery.look': async () => {
      const { contents } = await vault.open();
      const { recovery } = contents;
      if (!recovery) return { made: null, checked: null, saved: null, changed: false };
      const { made, checked, saved } = recovery;
      return {
        made,
        checked,
        saved: saved?.at ?? null,
        changed: saved !== null && saved.state !== (await stateOf(contents)),
      };
    },
    'recovery.words': async ({ current, renew }) => {
      await vault.check(current);
      return vault.change(async (contents) => {
        const { recovery } = contents;
        if (recovery && !renew) return [contents, { words: recovery.code.split(' ') }];
        const made: Recovery = { code: newRecoveryCode(), made: now(), checked: null, saved: null };
        return [{ ...contents, recovery: made }, { words: made.code.split(' ') }];
      });
    },
    'recovery.check': ({ answers }) =>
      vault.change<{ right: boolean }>(async (contents) => {
        const recovery = recoveryOf(contents);
        const words = recovery.code.split(' ');
        const places = new Set(answers.map(({ place }) => place));
        const right =
          places.size === answers.length &&
          answers.every(({ place, word }) => words[place - 1] === word.trim().toLowerCase());
        if (!right) return [contents, { right }];
        return [{ ...contents, recovery: { ...recovery, checked: now() } }, { right }];
      }),
    'backup.save': () =>
      vault.change(async (contents) => {
        const recovery = recoveryOf(contents);
        const saved: Recovery = { ...recovery, saved: { at: now(), state: await stateOf(contents) } };
        const next = { ...contents, recovery: saved };
        return [next, { file: await writeBackup(next, saved, now()) }];
      }),
    'backup.inspect': async (asked) => {
      const { made, contents } = await openFile(asked);
      const here = (await vault.clear()).vault ? (await vault.open()).contents : null;
      return viewOf(made, contents, here);
    },
    'backup.restore': async ({ passphrase, seal, ...asked }) => {
      // Asked first, since opening a backup takes a while; the vault asks again when it writes.
      if ((await vault.clear()).vault) throw new SottoError('identity_exists');
      const { contents } = await openFile(asked);
      await vault.create(contents, passphrase, seal);
      await arrivals.begin(newsFromStart(now()));
      await autoLock.restart();
      return {};
    },
    'backup.merge': async (asked) => {
      await vault.open();
      const { contents: theirs } = await openFile(asked);
      await vault.change(async (mine) => [merge(mine, theirs).contents, undefined]);
      return {};
    },
  } satisfies Partial<Handlers>;
}

/** Throws SottoError `recovery_none`. */
function recoveryOf({ recovery }: Contents): Recovery {
  if (!recovery) throw new SottoError('recovery_none');
  return recovery;
}
