// Nothing is built: the page and the files for a CDN are put side by side, as on any web server.
import { cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
cpSync('src', 'dist', { recursive: true, filter: (file) => !file.includes('wrong-use') });
cpSync('node_modules/agent-chat-adapter/dist/cdn', 'dist/chat', { recursive: true });
