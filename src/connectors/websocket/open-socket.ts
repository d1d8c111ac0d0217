import { SUBPROTOCOL } from '../../wire/index.js';
import type { Socket, SocketConstructor } from './socket.js';

export interface SocketOptions {
  /** Such as `wss://chat.example.com/chat`. Never with a token in it: addresses are logged. */
  readonly url: string;
  /** Gives a token that is good now. Asked before each connection, as tokens are short-lived. */
  readonly getToken: () => string | Promise<string>;
  /** Default: the page's. */
  readonly WebSocket?: SocketConstructor;
}

/** What becomes of an attempt at a socket. Nothing of it is told once it was let go. */
export interface SocketNews {
  opened(token: string): void;
  heard(data: unknown): void;
  closed(code: number): void;
  /** It came to nothing. `useless`: and never will. */
  failed(reason: string, useless: boolean): void;
}

/** Fetches a token, then opens a socket. What is sent before that is open, or after it was let go, is dropped. */
export const openSocket = (
  { url, getToken, WebSocket = globalThis.WebSocket }: SocketOptions,
  news: SocketNews,
): Pick<Socket, 'send' | 'close'> => {
  let socket: Socket | undefined;
  let letGo = false;

  const open = async (): Promise<void> => {
    let token: string;
    try {
      token = await getToken();
    } catch {
      if (!letGo) news.failed('There was no token to be had.', false);
      return;
    }
    if (letGo) return;
    let opened: Socket;
    try {
      opened = new WebSocket(url, SUBPROTOCOL);
    } catch {
      return news.failed('No WebSocket can be opened to this address from here.', true);
    }
    socket = opened;
    opened.addEventListener('open', () => {
      if (!letGo) news.opened(token);
    });
    opened.addEventListener('message', ({ data }) => {
      if (!letGo) news.heard(data);
    });
    // What it says is said again by `close`; unheard, it would end a program outside a browser.
    opened.addEventListener('error', () => undefined);
    opened.addEventListener('close', ({ code = 1006 }) => {
      if (!letGo) news.closed(code);
    });
  };
  void open();

  return {
    send(text) {
      if (!letGo) socket?.send(text);
    },
    close() {
      letGo = true;
      socket?.close();
    },
  };
};
