/** Entry of the reader frame: one for the whole message list, cut to the messages' places by the content script. */
import { ask } from '../ask';
import type { FromReader } from '../../protocol/port';
import { toReader } from '../../protocol/port-to-frame';
import { claimPlace, type ClaimedPlace } from '../claim';
import { onCoreChange } from '../../protocol/changes';
import { listenTo } from '../frame-port';
import { createFileCards } from './files/cards';
import { createReaderList } from './list';
import './reader.css';

// A claim that fails leaves the frame blank: whoever placed it is not our content script.
claimPlace('reader').then(start, () => {});

function start({ port, place }: ClaimedPlace): void {
  const root = document.createElement('main');
  document.body.append(root);
  const post = (message: FromReader) => port.postMessage(message);
  const files = createFileCards(post);
  const list = createReaderList({ ask, post, root, seal: place.seal, files });
  listenTo(port, toReader, (word) => {
    if (word.type === 'places') list.place(word);
    else files.hear(word);
  });
  onCoreChange(() => {
    list.reread();
    post({ type: 'refresh' });
  });
}
