/** What is used of a `WebSocket`: the browser's fits, and so does that of the package `ws`. */
export interface Socket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'message' | 'error' | 'close', listener: (event: SocketEvent) => void): void;
}

/** `data` of a message, `code` of a close. */
export interface SocketEvent {
  readonly data?: unknown;
  readonly code?: number;
}

export type SocketConstructor = new (url: string, protocol: string) => Socket;
