import type { PNG } from 'pngjs';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const LINEAR = Array.from({ length: 256 }, (_, channel) => linear(channel));

/** Relative luminance of a pixel, as WCAG 2 has it. */
const luminance = ({ data }: PNG, at: number): number =>
  0.2126 * (LINEAR[data[at] ?? 0] ?? 0) +
  0.7152 * (LINEAR[data[at + 1] ?? 0] ?? 0) +
  0.0722 * (LINEAR[data[at + 2] ?? 0] ?? 0);

const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** How much of what differs between two pictures is the faint rim of a shape and not its core. */
const CORE = 0.9;

/**
 * The contrasts, pixel by pixel, between a picture and the same one without something, in a box; those that do not differ
 * are left out. In order, weakest first.
 */
export const contrasts = (shown: PNG, hidden: PNG, box: Box, scale: number): readonly number[] => {
  const found: number[] = [];
  const right = Math.min(shown.width, Math.ceil((box.x + box.width) * scale));
  const bottom = Math.min(shown.height, Math.ceil((box.y + box.height) * scale));
  for (let y = Math.max(0, Math.floor(box.y * scale)); y < bottom; y += 1)
    for (let x = Math.max(0, Math.floor(box.x * scale)); x < right; x += 1) {
      const at = (y * shown.width + x) * 4;
      const same = [0, 1, 2].every((channel) => shown.data[at + channel] === hidden.data[at + channel]);
      if (!same) found.push(ratio(luminance(shown, at), luminance(hidden, at)));
    }
  return found.sort((a, b) => a - b);
};

/** The contrast of a shape's core with its own ground; 1 where nothing of it is to be seen. */
export const coreContrast = (shown: PNG, hidden: PNG, box: Box, scale: number): number => {
  const all = contrasts(shown, hidden, box, scale);
  return all[Math.floor(all.length * CORE)] ?? 1;
};
