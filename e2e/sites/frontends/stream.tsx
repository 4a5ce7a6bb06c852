/** @jsxImportSource react */
/** Stream's chat components, with a client that never leaves this machine: what it would ask its makers is answered here. */
import 'stream-chat-react/dist/css/index.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { StreamChat, type Channel as StreamChannel, type Event } from 'stream-chat';
import { Channel, ChannelHeader, Chat, MessageComposer, MessageList, Window } from 'stream-chat-react';
import { connect, me, mountPoint, nameOf, other, type Said } from './relay';

const personOf = (id: string) => ({ id, name: nameOf(id), role: 'user', online: true });
const at = '2026-01-01T00:00:00.000Z';
const capabilities = ['send-message', 'read-events', 'send-reply', 'quote-message'];
const channel = {
  id: 'one',
  type: 'messaging',
  cid: 'messaging:one',
  name: nameOf(other),
  created_at: at,
  updated_at: at,
  config: {
    commands: [],
    typing_events: false,
    read_events: false,
    uploads: false,
    max_message_length: 20_000,
  },
  own_capabilities: capabilities,
};
const started = Date.now();
const messageOf = ({ id, from, text }: Said, order: number) => ({
  id,
  cid: channel.cid,
  text,
  html: '',
  type: 'regular',
  user: personOf(from),
  attachments: [],
  latest_reactions: [],
  own_reactions: [],
  reaction_counts: {},
  reaction_scores: {},
  created_at: new Date(started + order).toISOString(),
  updated_at: new Date(started + order).toISOString(),
});

/** What the server calls a message, and what the client that wrote it calls it: the same here, or it would stand twice. */
const sent = new Map<string, string>();
let order = 0;
let client: StreamChat;
const say = connect((said) => {
  const wrapped = JSON.parse(said.text) as { id: string; text: string };
  order += 1;
  sent.set(wrapped.id, wrapped.text);
  const message = messageOf({ ...said, ...wrapped }, order);
  client.dispatchEvent({
    type: 'message.new',
    cid: channel.cid,
    channel_id: channel.id,
    channel_type: channel.type,
    message,
    user: personOf(said.from),
  } as unknown as Event);
});

function localClient(): StreamChat {
  const made = new StreamChat('local');
  const user = personOf(me);
  Object.assign(made, {
    user,
    _user: user,
    userID: me,
    userToken: 'local',
    clientID: `${me}--local`,
    wsConnection: {
      isHealthy: true,
      isConnecting: false,
      connectionID: 'local',
      disconnect: () => Promise.resolve(),
    },
    wsPromise: Promise.resolve(true),
    setUserPromise: Promise.resolve(true),
    doAxiosRequest: (type: string, url: string, data: { message?: { id: string; text: string } } | null) => {
      if (type === 'post' && url.endsWith('/message') && data?.message) {
        const { id, text } = data.message;
        say(JSON.stringify({ id, text }));
        order += 1;
        return Promise.resolve({ message: messageOf({ id, from: me, text }, order) });
      }
      if (url.endsWith('/query')) {
        const members = [me, other].map((id) => ({ user_id: id, user: personOf(id), role: 'member' }));
        return Promise.resolve({
          channel,
          members,
          messages: [],
          pinned_messages: [],
          read: [],
          watchers: [],
          watcher_count: 2,
          membership: members[0],
        });
      }
      return Promise.resolve({ channels: [], threads: [], reminders: [], drafts: [], users: [] });
    },
  });
  return made;
}
client = localClient();

function App() {
  const [open, setOpen] = useState<StreamChannel | null>(null);
  useEffect(() => {
    const one = client.channel('messaging', 'one', { members: [me, other] });
    void one.watch().then(() => setOpen(one));
  }, []);
  if (open === null) return null;
  return (
    <Chat client={client}>
      <Channel channel={open}>
        <Window>
          <ChannelHeader />
          <MessageList />
          <MessageComposer />
        </Window>
      </Channel>
    </Chat>
  );
}

createRoot(mountPoint()).render(<App />);
