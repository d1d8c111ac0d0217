/** A tag as a page writes it. An attribute that is `true` has no value. */
export interface Piece {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string | true])[];
  readonly children: readonly Piece[];
}

/** What a story shows, as a page of one's own would have it. */
export interface Sample {
  readonly piece: Piece;
  /** What is set on `piece` by a script, by the property's name. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The name of an event that `piece` fires, if it fires any. */
  readonly event?: string;
}

/** A value that only code can write. */
export interface Code {
  readonly code: string;
}

export const isCode = (value: unknown): value is Code =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Code>).code === 'string';

const attributesOf = (element: Element): Piece['attributes'] =>
  [...element.attributes].map(({ name, value }) => [name, value === '' ? true : value] as const);

/** An element that was rendered or parsed, as it would be written. Text is left out: our tags take none. */
export const pieceOf = (element: Element): Piece => ({
  tag: element.localName,
  attributes: attributesOf(element),
  children: [...element.children].map(pieceOf),
});

/** What a story sets by properties: only objects, as all else is an attribute. */
const objectsIn = (args: Readonly<Record<string, unknown>>): Sample['properties'] =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => typeof value === 'object' && value !== null));

/** A story's parameter `sample`, where its own markup is not what a page would write. */
export interface OwnSample {
  readonly markup: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface StoryContext {
  readonly component?: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly parameters?: { readonly sample?: OwnSample };
}

/** What a page would write for a story: its tag, without the story's own things around it. `undefined` where there is none. */
export const sampleOf = (
  rendered: string,
  { component, args, parameters }: StoryContext,
  eventsOf: (tag: string) => readonly string[],
): Sample | undefined => {
  const own = parameters?.sample;
  const root = new DOMParser().parseFromString(own?.markup ?? rendered, 'text/html').body;
  const element = component === undefined ? null : root.querySelector(component);
  if (element === null) return undefined;
  const [event] = eventsOf(element.localName);
  return {
    piece: pieceOf(element),
    properties: own?.properties ?? objectsIn(args),
    ...(event !== undefined && { event }),
  };
};
