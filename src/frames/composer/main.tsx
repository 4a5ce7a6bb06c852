/** Entry of the composer frame: the box that takes the place of the messenger's own. */
import { render } from 'preact';
import { claimPlace } from '../claim';
import { Composer } from './composer';
import './composer.css';

// A claim that fails leaves the frame blank: whoever placed it is not our content script.
claimPlace('composer').then(
  (claimed) => render(<Composer claimed={claimed} />, document.body),
  () => {},
);
