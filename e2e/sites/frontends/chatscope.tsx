/** @jsxImportSource react */
/** chatscope's chat UI kit: a contenteditable box, a list with a scroll bar of its own. */
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import {
  Avatar,
  ChatContainer,
  Conversation,
  ConversationHeader,
  ConversationList,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
  Search,
  Sidebar,
} from '@chatscope/chat-ui-kit-react';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, me, mountPoint, nameOf, other, type Said } from './relay';

const picture = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';

function Chat() {
  const [all, setAll] = useState<readonly Said[]>([]);
  const say = useRef<(text: string) => void>(() => undefined);
  useEffect(() => {
    say.current = connect((said) => setAll((before) => [...before, said]));
  }, []);
  return (
    <MainContainer>
      <Sidebar position="left">
        <Search placeholder="Search..." />
        <ConversationList>
          <Conversation name={nameOf(other)} info={all.at(-1)?.text.slice(0, 40)} active />
          <Conversation name="Carol" info="See you" />
        </ConversationList>
      </Sidebar>
      <ChatContainer>
        <ConversationHeader>
          <Avatar src={picture} name={nameOf(other)} />
          <ConversationHeader.Content userName={nameOf(other)} info={`Messages: ${all.length}`} />
        </ConversationHeader>
        <MessageList>
          {all.map(({ id, from, text }) => (
            <Message
              key={id}
              model={{
                message: text,
                sender: from,
                direction: from === me ? 'outgoing' : 'incoming',
                position: 'single',
              }}
            />
          ))}
        </MessageList>
        <MessageInput placeholder="Type message here" onSend={(_, textContent) => say.current(textContent)} />
      </ChatContainer>
    </MainContainer>
  );
}

createRoot(mountPoint()).render(<Chat />);
