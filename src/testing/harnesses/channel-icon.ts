import { harnessFor, type Harness, type Host } from './host.js';

/** Reads a `<channel-icon>`. */
export interface ChannelIconHarness extends Harness {
  /** Which channel's icon it is. */
  channel(): Promise<string>;
  /** Whether it is struck through. */
  left(): Promise<boolean>;
  /** Its text alternative, in the page's language. */
  label(): Promise<string>;
}

export const channelIconOf = (host: Host): ChannelIconHarness => ({
  ...host.harness,
  channel: async () => ((await host.element()) as HTMLElement & { readonly channel: string }).channel,
  left: () => host.has('strike'),
  label: async () => (await host.part('icon')).ariaLabel ?? '',
});

/** The harness of a `<channel-icon>`. */
export const channelIconHarness = harnessFor('channel-icon', channelIconOf);
