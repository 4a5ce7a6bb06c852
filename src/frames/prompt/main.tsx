/** Entry of the prompt frame: the card on which a person decides about an invitation. */
import { render } from 'preact';
import { claimPlace } from '../claim';
import { Prompt } from './prompt';
import './prompt.css';

// A claim that fails leaves the frame blank: whoever placed it is not our content script.
claimPlace('prompt').then(
  (claimed) => render(<Prompt claimed={claimed} />, document.body),
  () => {},
);
