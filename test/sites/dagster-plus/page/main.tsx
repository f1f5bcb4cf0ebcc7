/** Starts the app in the document, or in an open shadow root. */
import { render } from 'preact';
import { App } from './app';
import { boot } from './boot-data';
import { showLiveEvents } from './live-events';

const root = document.getElementById('root') as HTMLElement;

if (boot.rendering.root === 'shadow') {
  const shadow = root.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/static/app.css';
  const inside = document.createElement('div');
  shadow.append(style, inside);
  render(<App />, inside);
} else {
  render(<App />, root);
}

if (boot.rendering.activity === 'busy') showLiveEvents();
