import 'agent-chat-adapter/define/all.js';
import 'agent-chat-adapter/define/local.js';
import 'agent-chat-adapter/svelte';
import { mount } from 'svelte';
import App from './App.svelte';
import Everywhere from './Everywhere.svelte';

mount(location.search === '?everywhere' ? Everywhere : App, { target: document.getElementById('app')! });
