import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { sendingTogether } from '../../gateway/src/sending-together.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A socket over a stream of which each piece is kept. */
const setup = () => {
  const pieces: string[] = [];
  const stream = new PassThrough({
    writev(chunks, done) {
      pieces.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
    write(chunk, _encoding, done) {
      pieces.push(String(chunk));
      done();
    },
  });
  const socket = sendingTogether(
    {
      get bufferedAmount() {
        return stream.writableLength;
      },
      send: (text) => void stream.write(text),
      close: () => undefined,
      ping: () => undefined,
      terminate: () => undefined,
    },
    stream,
  );
  return { socket, pieces };
};

it('what is sent within one turn leaves in one piece', async () => {
  const { socket, pieces } = setup();
  socket.send('answer ');
  await Promise.resolve();
  socket.send('news');
  await turn();
  expect(pieces).toEqual(['answer news']);
});

it('each turn has a piece of its own', async () => {
  const { socket, pieces } = setup();
  socket.send('one');
  await turn();
  socket.send('two ');
  socket.send('three');
  await turn();
  expect(pieces).toEqual(['one', 'two three']);
});

it('a long history leaves at once, so that nobody is taken for slow who is not', () => {
  const { socket, pieces } = setup();
  socket.send('a'.repeat(70_000));
  expect(pieces).toHaveLength(1);
  expect(socket.bufferedAmount).toBe(0);
});
