/** The fake core's recovery code and backups. */
import { SottoError } from '../../src/protocol/errors';
import type { CoreState, Handlers } from './fake-core';

const NOW = Date.UTC(2026, 4, 3);

export function recoveryHandlers(state: CoreState): Handlers {
  const inspect = () => {
    if (state.backup instanceof SottoError) throw state.backup;
    return state.backup;
  };
  return {
    'recovery.look': () => state.recovery,
    'recovery.words': ({ current, renew }) => {
      if (current !== state.passphrase) throw new SottoError('wrong_passphrase');
      if (renew) state.words = state.words.toReversed();
      if (renew || state.recovery.made === null)
        state.recovery = { made: NOW, checked: null, saved: null, changed: false };
      return { words: state.words };
    },
    'recovery.check': ({ answers }) => {
      const right = answers.every(({ place, word }) => state.words[place - 1] === word);
      if (right) state.recovery = { ...state.recovery, checked: NOW };
      return { right };
    },
    'backup.save': () => {
      state.recovery = { ...state.recovery, saved: NOW, changed: false };
      return { file: 'the backup' };
    },
    'backup.inspect': inspect,
    'backup.merge': () => {
      inspect();
      return {};
    },
    'backup.restore': ({ passphrase, seal }) => {
      inspect();
      Object.assign(state, { vault: 'unlocked', passphrase, seal });
      return {};
    },
  };
}
