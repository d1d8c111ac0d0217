/** What the byte proxy uses of Node. All else here runs in browsers too, and is checked without Node's types. */
declare module 'node:net' {
  export interface Socket {
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'end' | 'close' | 'connect', listener: () => void): this;
    write(chunk: Uint8Array): boolean;
    end(): void;
    destroy(): void;
    resetAndDestroy(): void;
    setNoDelay(noDelay: boolean): void;
    readonly destroyed: boolean;
  }
  export interface Server {
    listen(port: number, host: string, listening: () => void): this;
    close(closed: () => void): this;
    address(): { readonly port: number } | string | null;
    on(event: 'error', listener: (error: Error) => void): this;
  }
  export const createServer: (
    options: { readonly allowHalfOpen: boolean },
    listener: (socket: Socket) => void,
  ) => Server;
  export const connect: (options: {
    readonly port: number;
    readonly host: string;
    readonly allowHalfOpen: boolean;
  }) => Socket;
}
