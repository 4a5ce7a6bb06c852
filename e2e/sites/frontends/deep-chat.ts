/** deep-chat: a web component, with its list and its box in an open shadow root. */
import { DeepChat } from 'deep-chat';
import { connect, me, mountPoint, type Said } from './relay';

const chat = new DeepChat();
chat.chatStyle = { width: '100vw', height: '100vh', border: 'none' };
let show: (said: Said) => void = () => undefined;
const before: Said[] = [];
const say = connect((said) => {
  before.push(said);
  show(said);
});
chat.connect = {
  websocket: true,
  handler: (_, signals) => {
    signals.onOpen();
    signals.newUserMessage.listener = (body: { messages: readonly { text?: string }[] }) =>
      say(body.messages.at(-1)?.text ?? '');
    show = ({ from, text }) => {
      if (from !== me) void signals.onResponse({ text, role: 'ai' });
    };
    for (const said of before) show(said);
  },
};
mountPoint().append(chat);
