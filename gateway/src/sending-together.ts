import type { Socket } from './connection.js';

/** What is below a WebSocket, as far as it is used here. */
interface Stream {
  cork(): void;
  uncork(): void;
}

/** A long history is not held back, in bytes: what waits here would look like what the other side does not read. */
const MOST_HELD = 65_536;

/**
 * A socket of which what is sent within one turn of the event loop leaves in one piece, such as an answer and the news
 * that it makes: each piece costs the system as much as all that is done for it here.
 */
export const sendingTogether = (socket: Socket, stream: Stream): Socket => {
  let held = false;
  const letGo = (): void => {
    if (!held) return;
    held = false;
    stream.uncork();
  };
  return {
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    send(text) {
      if (!held) {
        held = true;
        stream.cork();
        setImmediate(letGo);
      }
      socket.send(text);
      if (socket.bufferedAmount > MOST_HELD) letGo();
    },
    ping: () => socket.ping(),
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  };
};
