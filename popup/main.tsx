import '../src/platform/theme.css';
import './style/base.css';
import './style/controls.css';
import './style/parts.css';
import './style/views.css';
import './style/recovery.css';
import { render } from 'preact';
import { browser } from '../src/platform/browser';
import { App } from './app';
import { findSurface } from './core/surface';

const root = document.documentElement;
root.lang = browser.i18n.getUILanguage();
root.dataset['surface'] = findSurface();

const place = document.querySelector('#app');
if (place !== null) render(<App surface={findSurface()} />, place);
