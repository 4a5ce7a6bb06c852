/** @jsxImportSource react */
/** Bot Framework's Web Chat with its own Direct Line client, which polls the loopback server. */
import { DirectLine } from 'botframework-directlinejs';
import ReactWebChat from 'botframework-webchat';
import { createRoot } from 'react-dom/client';
import { me, mountPoint, nameOf, other } from './relay';

const line = new DirectLine({
  token: me,
  domain: `${location.origin}/directline`,
  webSocket: false,
  pollingInterval: 250,
});

createRoot(mountPoint()).render(
  <div style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
    <h1 style={{ margin: 8 }}>{nameOf(other)}</h1>
    <div style={{ flex: 1, minHeight: 0 }}>
      <ReactWebChat directLine={line} userID={me} username={nameOf(me)} locale="en-US" />
    </div>
  </div>,
);
