import 'agent-chat-adapter/define/local.js';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { Everywhere } from './everywhere';

void bootstrapApplication(location.search === '?everywhere' ? Everywhere : App);
