import '../../src/platform/theme.css';
import '../style/base.css';
import '../style/controls.css';
import '../style/parts.css';
import '../style/views.css';
import './panel.css';
// What a page loads once it is needed is part of this one: no script is put into it.
import '../../src/content/writing-part';
import { render } from 'preact';
import { browser } from '../../src/platform/browser';
import { Panel } from './panel';

document.documentElement.lang = browser.i18n.getUILanguage();
const place = document.querySelector('#app');
if (place !== null) render(<Panel />, place);
