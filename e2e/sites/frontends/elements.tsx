/** @jsxImportSource react */
/** react-chat-elements: a textarea, and rows that could scroll in a list that does. */
import 'react-chat-elements/dist/main.css';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Input, MessageList, Navbar } from 'react-chat-elements';
import { createRoot } from 'react-dom/client';
import { connect, me, mountPoint, nameOf, other, type Said } from './relay';

/** What the package's own types ask for and its components do without. */
const unused = { forwarded: false, replyButton: false, removeButton: false, retracted: false, notch: true };

function Chat() {
  const [all, setAll] = useState<readonly Said[]>([]);
  const say = useRef<(text: string) => void>(() => undefined);
  const input = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    say.current = connect((said) => setAll((before) => [...before, said]));
  }, []);
  const send = () => {
    if (!input.current) return;
    say.current(input.current.value);
    input.current.value = '';
  };
  const onKeyPress = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '100vh' }}>
      <Navbar type="light" left={<div>{nameOf(other)}</div>} />
      <div style={{ flex: 1, overflow: 'hidden', display: 'flex' }}>
        <MessageList
          referance={list}
          className="messages"
          lockable
          toBottomHeight="100%"
          dataSource={all.map(({ id, from, text }) => ({
            ...unused,
            id,
            text,
            type: 'text',
            position: from === me ? 'right' : 'left',
            title: nameOf(from),
            titleColor: '#4f81a1',
            focus: false,
            date: new Date(),
            status: 'sent',
          }))}
        />
      </div>
      <Input
        referance={input}
        placeholder="Type here..."
        multiline
        maxHeight={100}
        onKeyPress={onKeyPress}
        rightButtons={<Button text="Send" onClick={send} />}
      />
    </div>
  );
}

createRoot(mountPoint()).render(<Chat />);
