import { useId, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { ChatState } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';
import { errorText } from '../core/error-text';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Note } from '../parts/note';
import { useToast } from '../parts/toast';

type Props = { readonly chat: ChatState; readonly onChanged: () => Promise<void> };

/** Which of one's identities writes here. Nothing to see for somebody with one that is all right. */
export function ChatIdentityChoice({ chat, onChanged }: Props) {
  const all = useCore('identity.list');
  const [picked, setPicked] = useState<string | null>(null);
  const changing = useAction();
  const toast = useToast();
  const id = useId();
  const now = chat.identity;
  if (now === null || all.data === undefined) return <Failure of={all.failure} />;
  const choices = all.data.filter(({ hidden, revoked }) => !hidden && revoked === null);
  const others = choices.filter(({ identity }) => identity !== now.identity);
  const { problem } = now;
  if (problem === null && others.length === 0) return null;
  const isListed = choices.some(({ identity }) => identity === now.identity);
  const chosen = picked ?? (isListed ? now.identity : '');
  const change = async () => {
    const name = choices.find(({ identity }) => identity === chosen)?.name ?? '';
    const done = await changing.run(async () => {
      await ask('chat.setIdentity', { conversation: chat.conversation, identity: chosen });
      await onChanged();
    });
    if (!done) return;
    setPicked(null);
    toast({ text: t('writingAs', name) });
  };
  return (
    <section class="card stack" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>{t('youWriteAs')}</h3>
      {problem === null ? null : (
        <Note kind="bad">{errorText(new SottoError(`identity_${problem}`, now.name))}</Note>
      )}
      {others.length === 0 ? (
        <p class="small soft">{t('noOtherIdentity')}</p>
      ) : (
        <>
          <div class="field">
            <label for={`${id}choice`} class="unseen">
              {t('youWriteAs')}
            </label>
            <select
              id={`${id}choice`}
              value={chosen}
              onChange={(event) => setPicked(event.currentTarget.value)}
            >
              {isListed ? null : <option value="">{t('chooseIdentity')}</option>}
              {choices.map(({ identity, name }) => (
                <option key={identity} value={identity} selected={identity === chosen}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          {chosen === '' || chosen === now.identity ? null : (
            <>
              {chat.members.length === 0 ? null : <Note kind="plain">{t('otherIdentityMeans')}</Note>}
              <div>
                <Button busy={changing.busy} onPress={() => void change()}>
                  {t('writeAsThis')}
                </Button>
              </div>
            </>
          )}
        </>
      )}
      <Failure of={changing.failure} />
    </section>
  );
}
