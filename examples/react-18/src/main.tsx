import 'agent-chat-adapter/define/local.js';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Everywhere } from './Everywhere';

createRoot(document.getElementById('app')!).render(location.search === '?everywhere' ? <Everywhere /> : <App />);
