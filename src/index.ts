// Importing this does nothing: `define()` registers the tags, and so does importing `agent-chat-adapter/define/….js`.
export type * from './core/index.js';
export { ConnectorError, nameOf, systemClock } from './core/index.js';
export { define, type DefineOptions } from './define/define.js';
export * from './desk/index.js';
export { AskingEvent, type ChatEventDetail, type Decision, type EventDetail } from './elements/asking-event.js';
export { ChannelIcon } from './elements/channel-icon/channel-icon.js';
export { ChatAdapter } from './elements/chat-adapter/chat-adapter.js';
export { ChatBeforeSendEvent, type ChatBeforeSendDetail } from './elements/chat-composer/chat-composer.events.js';
export { ChatComposer } from './elements/chat-composer/chat-composer.js';
export type { ChatElementClass } from './elements/chat-element.js';
export {
  ChatBeforeAcceptEvent,
  ChatBeforeSelectEvent,
  type ChatBeforeAcceptDetail,
  type ChatBeforeSelectDetail,
} from './elements/chat-indicator/chat-indicator.events.js';
export { ChatIndicator } from './elements/chat-indicator/chat-indicator.js';
export { LauncherToggleEvent, type LauncherToggleDetail } from './elements/chat-launcher/chat-launcher.events.js';
export { ChatLauncher } from './elements/chat-launcher/chat-launcher.js';
export { ChatList } from './elements/chat-list/chat-list.js';
export { ChatMessage } from './elements/chat-message/chat-message.js';
export { ChatPane } from './elements/chat-pane/chat-pane.js';
export {
  AdapterToggleEvent,
  ChatAcceptedEvent,
  ChatEndedEvent,
  ChatEndUserLeftEvent,
  ChatEndUserReturnedEvent,
  ChatErrorEvent,
  ChatMessageAddedEvent,
  ChatRequestedEvent,
  ChatSelectedEvent,
  ChatUnreadChangeEvent,
  ChatWithdrawnEvent,
  ConnectionChangeEvent,
  ResponseUrgencyChangeEvent,
  WrapUpDoneEvent,
  WrapUpSubmittedEvent,
  type TellingDetail,
} from './elements/chat-provider/chat-provider.events.js';
export { ChatProvider } from './elements/chat-provider/chat-provider.js';
export { registerConnector, type ConnectorLoader } from './elements/chat-provider/connectors.js';
export { ChatTranscript } from './elements/chat-transcript/chat-transcript.js';
export { ChatBeforeEndEvent } from './elements/end-chat-dialog/end-chat-dialog.events.js';
export { EndChatDialog } from './elements/end-chat-dialog/end-chat-dialog.js';
export type { MessageContext, MessageRenderer } from './elements/message-renderer.js';
export { ResponseTimer } from './elements/response-timer/response-timer.js';
export { ShownChatChangeEvent } from './elements/shown-chat-change.js';
export { TypingIndicator } from './elements/typing-indicator/typing-indicator.js';
export { VERSION } from './elements/version.js';
export type { Summarize } from './elements/wrap-up-form/wrap-up-model.js';
export { ChatBeforeWrapUpEvent, type ChatBeforeWrapUpDetail } from './elements/wrap-up-form/wrap-up-form.events.js';
export { WrapUpForm } from './elements/wrap-up-form/wrap-up-form.js';
export * from './i18n/index.js';
export type { ChatTheme, ChatToken } from './theme/token-names.js';
