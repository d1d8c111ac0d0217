/** What can be played: it has a place in time, and can be brought to a later one. */
export interface Playable {
  /** Seconds from the beginning. */
  readonly at: number;
  /** The end, in seconds. */
  readonly most: number;
  go(seconds: number): void | Promise<void>;
}

/** Plays something by itself, frame by frame. */
export interface Playback {
  readonly playing: boolean;
  /** 2 is twice as fast. */
  speed: number;
  /** Plays on; at the end it does nothing. */
  play(): void;
  pause(): void;
}

export interface PlaybackOptions {
  /** Told whenever something moved, began or stopped. */
  readonly changed: () => void;
  /** Asks for the next frame, and gives the way to do without it. Default: the page's. */
  readonly nextFrame?: (run: (time: number) => void) => () => void;
}

/** A page that was hidden for long does not leap when it comes back, in milliseconds. */
const LONGEST_FRAME = 250;

const pageFrame = (run: (time: number) => void): (() => void) => {
  const id = requestAnimationFrame(run);
  return () => cancelAnimationFrame(id);
};

export const createPlayback = (playable: Playable, { changed, nextFrame = pageFrame }: PlaybackOptions): Playback => {
  let speed = 1;
  let playing = false;
  let cancel = (): void => undefined;

  const stop = (): void => {
    playing = false;
    cancel();
    changed();
  };
  const ask = (last: number | undefined): void => {
    cancel = nextFrame((time) => void frame(time, last));
  };
  const frame = async (time: number, last: number | undefined): Promise<void> => {
    const passed = last === undefined ? 0 : Math.min(time - last, LONGEST_FRAME);
    await playable.go(Math.min(playable.most, playable.at + (passed * speed) / 1000));
    // It may have been paused while it went there.
    if (!playing) return;
    if (playable.at >= playable.most) return stop();
    changed();
    ask(time);
  };

  return {
    get playing() {
      return playing;
    },
    get speed() {
      return speed;
    },
    set speed(to) {
      speed = to;
      changed();
    },
    play() {
      if (playing || playable.at >= playable.most) return;
      playing = true;
      changed();
      ask(undefined);
    },
    pause() {
      if (playing) stop();
    },
  };
};
