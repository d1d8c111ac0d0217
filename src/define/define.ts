import { ChannelIcon } from '../elements/channel-icon/channel-icon.js';
import { ChatAdapter } from '../elements/chat-adapter/chat-adapter.js';
import { ChatComposer } from '../elements/chat-composer/chat-composer.js';
import type { ChatElementClass } from '../elements/chat-element.js';
import { ChatIndicator } from '../elements/chat-indicator/chat-indicator.js';
import { ChatLauncher } from '../elements/chat-launcher/chat-launcher.js';
import { ChatList } from '../elements/chat-list/chat-list.js';
import { ChatMessage } from '../elements/chat-message/chat-message.js';
import { ChatPane } from '../elements/chat-pane/chat-pane.js';
import { ChatProvider } from '../elements/chat-provider/chat-provider.js';
import { ChatTranscript } from '../elements/chat-transcript/chat-transcript.js';
import { EndChatDialog } from '../elements/end-chat-dialog/end-chat-dialog.js';
import { ResponseTimer } from '../elements/response-timer/response-timer.js';
import { TypingIndicator } from '../elements/typing-indicator/typing-indicator.js';
import { WrapUpForm } from '../elements/wrap-up-form/wrap-up-form.js';
import { provideStorage } from './provide-storage.js';
import { registerTags } from './register-tags.js';

const all: readonly ChatElementClass[] = [
  ChannelIcon,
  ChatAdapter,
  ChatComposer,
  ChatIndicator,
  ChatLauncher,
  ChatList,
  ChatMessage,
  ChatPane,
  ChatProvider,
  ChatTranscript,
  EndChatDialog,
  ResponseTimer,
  TypingIndicator,
  WrapUpForm,
];

export interface DefineOptions {
  /** Where to register. Default: the page's `customElements`. */
  readonly registry?: CustomElementRegistry;
  /** Which classes; what they show inside is registered with them. Default: all. */
  readonly tags?: readonly ChatElementClass[];
}

/**
 * Registers the tags; importing a class registers nothing. What is registered already stays: the same class in silence,
 * another copy or version with one warning that names both versions.
 */
export const define = ({ registry = customElements, tags = all }: DefineOptions = {}): void => {
  provideStorage();
  registerTags(tags, registry);
};
