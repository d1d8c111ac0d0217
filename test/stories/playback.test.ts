import { expect, it } from 'vitest';
import { createPlayback } from '../../stories/support/player/playback.js';

/** A reel of `most` seconds, and frames that come when they are asked for. */
const setup = ({ most = 100 } = {}) => {
  let frame: ((time: number) => void) | undefined;
  const playable = {
    at: 0,
    most,
    go(seconds: number): void {
      playable.at = seconds;
    },
  };
  const playback = createPlayback(playable, {
    changed: () => undefined,
    nextFrame: (run) => {
      frame = run;
      return () => {
        frame = undefined;
      };
    },
  });
  const paint = async (...times: readonly number[]): Promise<void> => {
    for (const time of times) {
      frame?.(time);
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { playable, playback, paint };
};

it('plays on by the time that passes between frames', async () => {
  const { playable, playback, paint } = setup();
  playback.play();
  await paint(5000, 5100, 5200);
  expect(playable.at).toBeCloseTo(0.2);
});

it('plays faster, from the next frame on', async () => {
  const { playable, playback, paint } = setup();
  playback.play();
  await paint(0, 100);
  playback.speed = 20;
  await paint(200);
  expect(playable.at).toBeCloseTo(2.1);
});

it('stands still while it is paused, and goes on from there', async () => {
  const { playable, playback, paint } = setup();
  playback.play();
  await paint(0, 100);
  playback.pause();
  await paint(200);
  playback.play();
  await paint(10_000, 10_100);
  expect(playable.at).toBeCloseTo(0.2);
});

it('does not leap over what happened while the page was hidden', async () => {
  const { playable, playback, paint } = setup();
  playback.play();
  await paint(0, 60_000);
  expect(playable.at).toBe(0.25);
});

it('stops at the end, and does not begin there', async () => {
  const { playable, playback, paint } = setup({ most: 0.15 });
  playback.play();
  await paint(0, 100, 200);
  expect(playable.at).toBe(0.15);
  expect(playback.playing).toBe(false);
  playback.play();
  expect(playback.playing).toBe(false);
});
