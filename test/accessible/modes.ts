import { dayOf } from '../support/day-of.mjs';

/** One way to look at a story: every page of a host may be so. */
export interface AuditMode {
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly forcedColors: 'none' | 'active';
  readonly width: 320 | 1280;
}

/** All of them, in an order in which neighbours differ in the least. */
export const auditModes: readonly AuditMode[] = ([1280, 320] as const).flatMap((width) =>
  (['none', 'active'] as const).flatMap((forcedColors) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      (['ltr', 'rtl'] as const).map((direction) => ({ scheme, direction, forcedColors, width })),
    ),
  ),
);

export const nameOf = ({ scheme, direction, forcedColors, width }: AuditMode): string =>
  [scheme, direction, ...(forcedColors === 'active' ? ['forced colours'] : []), `${width} px`].join(' · ');

/** Which part of how many is looked at. */
export interface Sample {
  readonly part: number;
  readonly of: number;
}

/** Reads `2/20`, or `day/20`: each day another part, so that all is looked at in twenty days. Throws where it is neither. */
export const readSample = (text: string, now: number): Sample => {
  const [, part = '', of = ''] = /^(day|\d+)\/(\d+)$/u.exec(text) ?? [];
  const count = Number(of);
  const place = part === 'day' ? dayOf(now) % count : Number(part);
  if (part === '' || count < 1 || place >= count)
    throw new Error(`--sample=${text} is neither 0/20 to 19/20 nor day/20.`);
  return { part: place, of: count };
};

/** What of all stories in all modes belongs to a sample: over all parts everything once, and in each part every mode. */
export const sampled = <T>(
  stories: readonly T[],
  { part, of }: Sample,
): readonly { readonly story: T; readonly modes: readonly AuditMode[] }[] =>
  stories
    .map((story, place) => ({
      story,
      modes: auditModes.filter((_, mode) => (place * auditModes.length + mode) % of === part),
    }))
    .filter(({ modes }) => modes.length > 0);
