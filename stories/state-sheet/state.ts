import type { TemplateResult } from 'lit';

/**
 * What a state is shown in, in pixels: its inline size, its block size, and its block size with text of twice the size, if
 * that is another. It is given, not measured, so that no cell moves another.
 */
export type Room = readonly [inline: number, block: number, blockOfLargeText?: number];

/** One state of a tag, as the sheet shows it and the visual tests photograph it. */
export interface SheetState {
  /** In a few plain letters: it is part of an address, and of the pictures' index. */
  readonly name: string;
  readonly show: () => TemplateResult;
  /** What is done once it is there, where only an act leads to the state; gives what is to be there after that. */
  readonly act?: (tag: HTMLElement) => () => boolean;
  /** Whether it takes a page of its own, such as a modal dialog or what holds the focus: it is shown in a frame. */
  readonly alone?: boolean;
  readonly room?: Room;
  /** Whether it is of something that cannot be used now: WCAG asks no contrast of it. */
  readonly inactive?: boolean;
}

/** A tag and all the states of it that are to be seen. */
export interface TagStates {
  readonly tag: string;
  /** Enough for each state. */
  readonly room: Room;
  readonly states: readonly SheetState[];
}

/** A state that is there as soon as it is shown, unless told more. */
export const state = (
  name: string,
  show: () => TemplateResult,
  more: Omit<SheetState, 'name' | 'show'> = {},
): SheetState => ({ name, show, ...more });

/** Width and height in pixels of what a state is shown in, with text of so many percent. */
export const roomOf = ({ room }: TagStates, { room: own }: SheetState, textSize: number): readonly [number, number] => {
  const [inline, block, ofLargeText = block] = own ?? room;
  return [inline, textSize > 100 ? ofLargeText : block];
};
