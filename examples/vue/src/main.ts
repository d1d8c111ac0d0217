import 'agent-chat-adapter/define/all.js';
import 'agent-chat-adapter/define/local.js';
import 'agent-chat-adapter/vue';
import { createApp } from 'vue';
import App from './App.vue';
import Everywhere from './Everywhere.vue';

createApp(location.search === '?everywhere' ? Everywhere : App).mount('#app');
