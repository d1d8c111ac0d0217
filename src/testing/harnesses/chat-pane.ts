import type { Urgency } from '../../core/index.js';
import { channelIconOf, type ChannelIconHarness } from './channel-icon.js';
import { chatComposerOf, type ChatComposerHarness } from './chat-composer.js';
import { chatTranscriptOf, type ChatTranscriptHarness } from './chat-transcript.js';
import { endChatDialogOf, type EndChatDialogHarness } from './end-chat-dialog.js';
import { harnessFor, type Harness, type Host } from './host.js';
import { responseTimerOf, type ResponseTimerHarness } from './response-timer.js';

/** Reads and works a `<chat-pane>`. */
export interface ChatPaneHarness extends Harness {
  readonly icon: ChannelIconHarness;
  readonly timer: ResponseTimerHarness;
  readonly transcript: ChatTranscriptHarness;
  readonly composer: ChatComposerHarness;
  readonly dialog: EndChatDialogHarness;
  /** Whether no conversation is open. */
  isEmpty(): Promise<boolean>;
  /** Who it is with, in the page's language; `undefined`: no conversation is open. */
  name(): Promise<string | undefined>;
  /** How urgent a reply is; `none` without a timer, too. */
  urgency(): Promise<Urgency>;
  /** What it says of an end user who has left; `undefined`: nothing. */
  left(): Promise<string | undefined>;
  /** Why the chat cannot be ended now; `undefined`: nothing is in the way. */
  endUnavailable(): Promise<string | undefined>;
  /** Presses "End chat": the dialog asks, unless ending is unavailable. */
  end(): Promise<void>;
}

export const chatPaneOf = (host: Host): ChatPaneHarness => {
  const timer = responseTimerOf(host.inner('response-timer'));
  return {
    ...host.harness,
    icon: channelIconOf(host.inner('channel-icon')),
    timer,
    transcript: chatTranscriptOf(host.inner('chat-transcript')),
    composer: chatComposerOf(host.inner('chat-composer')),
    dialog: endChatDialogOf(host.inner('end-chat-dialog')),
    isEmpty: () => host.has('empty'),
    name: () => host.words('name'),
    urgency: async () => ((await host.has('timer')) ? timer.urgency() : 'none'),
    left: () => host.words('left-notice'),
    endUnavailable: () => host.words('end-reason'),
    end: () => host.click('end-button'),
  };
};

/** The harness of a `<chat-pane>`. */
export const chatPaneHarness = harnessFor('chat-pane', chatPaneOf);
