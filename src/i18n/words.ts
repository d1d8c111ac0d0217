/** A text that depends on a count, by the language's plural rule; `{count}` is the number as the language writes it. */
export type PluralText = { readonly other: string } & { readonly [R in Intl.LDMLPluralRule]?: string };

/**
 * Every word of the interface, in English. One key per control and place, never one per English word: other languages
 * say "Send" and "Submit", or "Wrap-up" and "Done", with one word. `{…}` are filled in.
 */
export const english = {
  // Launcher and adapter
  openAdapter: 'Open chat adapter',
  closeAdapter: 'Close chat adapter',
  waitingRequests: { one: '{count} waiting', other: '{count} waiting' },
  adapterName: 'Chat adapter',
  nothingSelected: 'No conversation is open',
  nothingSelectedHint: 'Answer a new chat to begin.',
  connecting: 'Connecting…',
  offline: 'No connection. Messages cannot be sent or received.',
  offlineKeeps: 'No connection. What you send waits until it is back.',
  connectionClosed: 'The connection was closed. Reload the page to connect again.',
  messagesWait: { one: '{count} message waits to be sent.', other: '{count} messages wait to be sent.' },
  onlineAgain: 'Connected again.',
  dismissNotice: 'Dismiss',
  notSent: 'The chat with {name} is over. This was not sent:',
  notSentText: 'Message to {name} that was not sent',
  notSentDiscard: 'Discard',

  // List and indicators
  chatList: 'Chats',
  noChats: 'No chats',
  showPreviews: 'Show previews',
  hidePreviews: 'Hide previews',
  stopBlinking: 'Stop blinking',
  newChat: 'New chat',
  newChatMessages: { one: '{count} message', other: '{count} messages' },
  newChatsBefore: { one: '{count} new chat further up', other: '{count} new chats further up' },
  newChatsAfter: { one: '{count} new chat further down', other: '{count} new chats further down' },
  newChatWaiting: 'waiting {duration} · {channel}',
  unreadCount: { one: '{count} unread', other: '{count} unread' },
  countAbove: '{count}+',
  stateLeft: 'left',
  stateWrapUp: 'wrap-up',
  nameSeparator: ', ',
  detailSeparator: ' · ',
  unknownEndUser: 'Customer',

  // Channels, as in a sentence
  channelWeb: 'web',
  channelMobile: 'mobile',
  channelWhatsapp: 'WhatsApp',
  channelSms: 'SMS',
  channelOther: 'other channel',
  channelHasLeft: '{channel}, left',

  // Response timer
  urgencyOnTime: 'on time',
  urgencySoon: 'reply soon',
  urgencyUrgent: 'urgent',
  urgencyMissed: 'target missed',
  timerElapsed: '{duration} since the message',
  timerRemaining: '{duration} left',
  timerOverdue: '{duration} over the target',

  // Conversation
  conversation: 'Conversation',
  answeredAt: 'answered {time}',
  authorAgent: 'You',
  authorBot: 'Bot',
  authorSystem: 'System',
  internalNote: 'Internal note',
  deliverySending: 'Sending…',
  deliveryWaiting: 'Waits to be sent',
  deliverySent: 'Sent',
  deliveryHandedOver: 'Handed over',
  deliveryFailed: 'Not sent',
  retryMessage: 'Try again',
  discardMessage: 'Discard',
  cannotShow: 'This message cannot be shown here ({kind})',
  linkLeadsTo: 'leads to {host}',
  unseenCharacter: 'invisible character {code}',
  today: 'Today',
  yesterday: 'Yesterday',
  unreadLine: { one: '{count} new', other: '{count} new' },
  newMessagesButton: { one: '{count} new message', other: '{count} new messages' },
  noMessages: 'No messages yet',
  typing: '{name} is typing…',
  typingShort: 'typing…',
  messagePreview: 'Message preview',
  hasLeft: '{name} left at {time}. End the chat to wrap up.',

  // Conversation: more, find, dates, copies
  paneMore: 'More',
  menuFind: 'Find…',
  menuDate: 'Go to date…',
  menuUnread: 'First unread',
  menuCopy: 'Copy conversation',
  menuPrint: 'Print…',
  menuKeys: 'Keyboard shortcuts…',
  findField: 'Find in conversation',
  findCount: '{position} of {total}',
  findNone: 'No matches',
  findPrevious: 'Previous',
  findNext: 'Next',
  findClose: 'Close',
  dateField: 'Go to date',
  dateGo: 'Go',
  dateNone: 'No messages from this day on',
  dateClose: 'Close',
  copied: { one: '{count} message copied', other: '{count} messages copied' },
  copyFailed: 'The conversation could not be copied.',
  printFailed: 'The conversation could not be printed.',
  wholeFailed: 'Older messages could not be read. Try again.',
  saidClose: 'Close',
  writtenMessage: '{who}: {text}',
  writtenAgent: 'Agent',

  // Composer
  messageField: 'Message…',
  send: 'Send',
  lockedLeft: '{name} has left and cannot read messages.',
  lockedEnded: 'The chat has ended.',
  lockedOffline: 'There is no connection.',
  lockedGap: 'Messages are missing here. They are being fetched…',
  lockedGapFailed: 'Messages are missing here and could not be fetched.',
  gapRetry: 'Fetch again',

  // End chat
  endChat: 'End chat',
  endChatTitle: 'End chat?',
  endChatText: '{name} can no longer write to you in this chat. You wrap it up next.',
  endChatConfirm: 'End chat',
  endChatCancel: 'Cancel',
  endChatArrived: 'New since you opened this:',
  endChatArrivedCount: { one: '{count} message', other: '{count} messages' },
  endUnavailable: 'Hide the previews to end a chat',
  ending: 'Ending the chat…',

  // Wrap-up
  wrapUpTitle: 'Wrap-up',
  wrapUpMessages: { one: '{count} message', other: '{count} messages' },
  disposition: 'Disposition',
  dispositionChoose: 'Choose…',
  dispositionLoading: 'Loading…',
  dispositionFailed: 'The list could not be loaded. You can submit without it.',
  dispositionEmpty: 'The list is empty. You can submit without it.',
  dispositionRetry: 'Load again',
  dispositionMatches: { one: '{count} match', other: '{count} matches' },
  notes: 'Notes',
  fieldRequired: 'required',
  dispositionMissing: 'Choose a disposition.',
  notesMissing: 'Write a note.',
  insertSummary: 'Insert summary',
  undoSummary: 'Take the summary out',
  summaryPending: 'Making the summary…',
  summaryFailed: 'There is no summary. Try again, or write a note.',
  summaryInserted: 'The summary was added to the notes.',
  summaryAutomatic: 'Automatic summary',
  summaryEndUser: 'Customer',
  summaryAgent: 'Agent',
  submit: 'Submit',
  submitting: 'Submitting…',
  submitFailed: 'It could not be submitted. Your entries are kept; try again.',
  submitted: 'Submitted.',
  done: 'Done',
  timeLeft: '{duration} left to wrap up',

  // Keyboard shortcuts, as the list of them names what they do
  keysTitle: 'Keyboard shortcuts',
  keysClose: 'Close',
  keyAnswer: 'Answer the request that waits longest',
  keyNext: 'Next chat that needs a reply',
  keyPrevious: 'Previous chat that needs a reply',
  keyChat: 'Go to chat {number}',
  keyReply: 'Write a reply',

  // Notices
  noticeTaken: 'Another agent answered this chat first.',
  noticeAcceptFailed: 'The chat could not be answered. Try again.',
  noticeEndFailed: 'The chat could not be ended. It is still active.',
  noticeSendFailed: 'A message was not sent.',
  noticeWrapUpFailed: 'The wrap-up could not be submitted.',
  noticeDoneFailed: 'The chat could not be finished. Try again.',
  noticeVeto: 'This is not possible right now.',
  noticeNoDecision: 'The page gave no answer, so nothing was done.',

  // Spoken only
  sayNewChat: { one: 'New chat, {channel}, {count} message', other: 'New chat, {channel}, {count} messages' },
  sayNewChats: { one: '{count} new chat', other: '{count} new chats' },
  sayMessage: '{name}: {text}',
  sayMessages: { one: '{name}: {count} new message', other: '{name}: {count} new messages' },
  sayOtherChats: { one: 'Other chats: {count} new message', other: 'Other chats: {count} new messages' },
  sayLeft: '{name} has left',
  sayReturned: '{name} is back',
  sayEnded: 'The chat with {name} has ended',
  sayNotSent: 'A message to {name} was not sent, and the chat is over',
  sayUrgency: '{name}: {urgency}',
  sayUrgencies: { one: '{count} chat: {urgency}', other: '{count} chats: {urgency}' },
} as const satisfies Record<string, string | PluralText>;

/** The keys of the catalogue. */
export type WordKey = keyof typeof english;

/** A whole catalogue: a missing or extra key fails the types. */
export type Words = { readonly [K in WordKey]: (typeof english)[K] extends string ? string : PluralText };

/** Words that replace some of the catalogue's. */
export type WordOverrides = { readonly [K in WordKey]?: Words[K] };
