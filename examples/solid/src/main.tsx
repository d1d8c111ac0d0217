import 'agent-chat-adapter/define/all.js';
import 'agent-chat-adapter/define/local.js';
import 'agent-chat-adapter/jsx/solid';
import { render } from 'solid-js/web';
import { App } from './App';
import { Everywhere } from './Everywhere';

render(() => (location.search === '?everywhere' ? <Everywhere /> : <App />), document.getElementById('app')!);
