import { useState } from 'preact/hooks';
import { t, type MessageKey } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { ChatMode, ChatState } from '../../src/protocol/core';
import { keepFocus } from '../core/keep-focus';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Note } from '../parts/note';
import { Switch } from '../parts/switch';
import { useToast } from '../parts/toast';
import { ChangedCertificate } from './changed-certificate';
import { ChatIdentityChoice } from './chat-identity';
import { MemberList } from './member-list';
import { MemberPicker } from './member-picker';

const modeTexts = {
  off: 'modeOff',
  inviting: 'modeInviting',
  on: 'modeOn',
  blocked: 'modeBlocked',
} as const satisfies Record<ChatMode, MessageKey>;

type Props = {
  readonly surface: Surface;
  readonly chat: ChatState;
  readonly siteName: string;
  readonly onChanged: () => Promise<void>;
};

/** One chat: its switch, what stands in the way, and who is in it. */
export function ChatPanel({ surface, chat, siteName, onChanged }: Props) {
  const [picking, setPicking] = useState(false);
  const switching = useAction();
  const toast = useToast();
  const on = chat.mode === 'on' || chat.mode === 'blocked';
  const members = chat.members.map(({ contact }) => contact);

  const set = async (nowOn: boolean, nowMembers: readonly string[]) => {
    await ask('chat.set', { conversation: chat.conversation, on: nowOn, members: [...nowMembers] });
    await onChanged();
  };
  const onSwitch = (nowOn: boolean) => {
    if (nowOn && members.length === 0) setPicking(true);
    else void switching.run(() => set(nowOn, members));
  };
  const onPicked = async (picked: readonly string[]) => {
    await set(true, picked);
    setPicking(false);
    toast({ text: t('membersSaved') });
  };

  return (
    <div class="stack">
      <div>
        <h2 class="chat-title">{chat.title === '' ? t('chatUntitled') : chat.title}</h2>
        <p class="small soft">{siteName}</p>
      </div>
      <div class="card">
        <Switch
          label={t('encryptChat')}
          hint={t(modeTexts[chat.mode])}
          on={on}
          busy={switching.busy}
          onSwitch={onSwitch}
        />
        <Failure of={switching.failure} />
        {chat.mode === 'on' ? <p class="small soft">{t('openWays')}</p> : null}
      </div>
      {chat.members.map((member) =>
        member.offered === undefined ? null : (
          <ChangedCertificate
            key={`${member.contact} ${member.offered.pin}`}
            member={member}
            offered={member.offered}
            conversation={chat.conversation}
            onDecided={onChanged}
          />
        ),
      )}
      <ChatIdentityChoice chat={chat} onChanged={onChanged} />
      {chat.mode === 'inviting' ? <Note kind="plain">{t('invitingText')}</Note> : null}
      {chat.olderContainer ? <Note kind="plain">{t('olderContainer')}</Note> : null}
      <section class="stack" aria-labelledby="members-title">
        <div class="row-between">
          <h3 id="members-title">{t('membersTitle')}</h3>
          {picking || chat.mode === 'blocked' ? null : (
            <Button kind="quiet" onPress={() => setPicking(true)}>
              {t('changeMembers')}
            </Button>
          )}
        </div>
        {picking ? (
          <MemberPicker
            chosen={members}
            switchesOn={!on}
            onDone={onPicked}
            onCancel={() => {
              setPicking(false);
              keepFocus();
            }}
          />
        ) : (
          <MemberList
            surface={surface}
            members={chat.members}
            own={chat.identity?.fingerprint ?? null}
            onChanged={onChanged}
          />
        )}
      </section>
    </div>
  );
}
