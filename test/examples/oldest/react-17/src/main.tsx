import 'agent-chat-adapter/define/local.js';
import { render } from 'react-dom';
import { App } from './App';
import { Everywhere } from './Everywhere';

render(location.search === '?everywhere' ? <Everywhere /> : <App />, document.getElementById('app'));
