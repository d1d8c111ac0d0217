import type { Guide } from './guide.js';

/** The tags of one conversation, up to its end. */
export const ofTheConversation: Readonly<Record<string, Guide>> = {
  'chat-pane': {
    use: 'Take it for one conversation, whole: who it is with, how late the reply is, the messages, the reply, the way to end it. Inside a provider it follows the chat that is selected.',
    dos: [
      'Give it a height of 400 px or more; the transcript scrolls, header and reply stay.',
      'Say by `endUnavailable` why a chat cannot be ended now: the button stays and tells it.',
      'Set `chat-id` to hold it on one chat, in a window of its own for instance.',
    ],
    donts: [
      'Do not put a second “End chat” beside it: ending asks first, and exactly once.',
      'Do not clear it between chats: drafts, caret and scroll come back by themselves.',
    ],
    accessibility: [
      'The customer’s name is a heading; the messages are a `log` named “Conversation”.',
      'Ctrl+F inside finds in the whole conversation, also where it is not rendered; Escape closes.',
      'A button that cannot be used is `aria-disabled`, stays in the tab order and says why.',
    ],
    related: ['chat-transcript', 'chat-composer', 'end-chat-dialog', 'response-timer'],
  },
  'chat-transcript': {
    use: 'Take it to show a conversation without a way to answer: in a case, an archive, a supervisor’s view.',
    dos: [
      'Give the whole list as `messages`, in order; only what is near is rendered, so 50,000 are no burden.',
      'Give `chat` as well, for the unread line and the name the rule allows.',
    ],
    donts: [
      'Do not scroll it from outside when a message comes: a reader who went up stays where they read.',
      'Do not put HTML into a message: text is text, and stays so.',
    ],
    accessibility: [
      'Role `log`, one tab stop; each message begins with who wrote it, for who cannot see sides and colours.',
      'Each message has its own direction, so that Arabic stands right in a French page.',
      'What comes while you read above is counted on a button; nothing moves under the eye.',
    ],
    related: ['chat-message', 'typing-indicator', 'chat-pane'],
  },
  'chat-message': {
    use: 'Take it for one message outside a transcript: in a search result, a quote, a report.',
    dos: [
      'Give the `name` that the naming rule allows.',
      'Show what became of it: `delivery` is sending, sent or failed, with words.',
    ],
    donts: ['Do not build transcripts of it: `chat-transcript` renders rows, not a tag for each.'],
    accessibility: [
      'Author, time and delivery are text, in the order they are read.',
      'What cannot be shown is a labelled placeholder, never a gap.',
    ],
    related: ['chat-transcript'],
  },
  'typing-indicator': {
    use: 'Take it to say that the customer types and, where the policy allows it, what. The transcript shows it at its end.',
    dos: ['Keep the room for it free, so that nothing jumps when it comes and goes.'],
    donts: [
      'Do not count or store a preview, nor start a timer by it: it is no message.',
      'Do not show a preview where customers were not told that they are read while they write.',
    ],
    accessibility: [
      'It is not announced: a screen reader would never come to rest.',
      'A preview has a dashed line, italics and a caption: three signs that it was not sent.',
      'Its dots stand still under `prefers-reduced-motion`.',
    ],
    related: ['chat-transcript', 'chat-pane'],
  },
  'chat-composer': {
    use: 'Take it where an agent answers. Each chat has its own draft; switching chats brings text and caret back.',
    dos: [
      'Check what is sent in `chat-before-send`: `preventDefault()` keeps the text in the field, `amend()` changes it.',
      'Say by `lockedBecause` why nobody can be answered: the draft stays readable.',
    ],
    donts: [
      'Do not listen for Enter yourself: an Enter that ends a composition does not send.',
      'Do not clear `value` on sending: it is cleared when the message was taken.',
    ],
    accessibility: [
      'A text field named “Message…” and a button named “Send”. Enter sends, Shift+Enter breaks the line.',
      'Keys that are typed here do not reach your page’s shortcuts.',
      'Locked, it is read-only, not disabled: it can be focused, read and copied, and says why.',
    ],
    related: ['chat-pane', 'chat-transcript'],
  },
  'end-chat-dialog': {
    use: 'Take it to confirm the end of a chat that you end from a place of your own. The pane has it already.',
    dos: ['Give `arrived`, so that an agent sees what the customer wrote while the dialog was open.'],
    donts: [
      'Do not skip it for quick agents: an ended chat cannot be opened again.',
      'Do not end a chat on `close`: that is also Cancel.',
    ],
    accessibility: [
      'A modal `dialog` named “End chat?”. Escape cancels and the focus goes back to where it came from.',
      'The safe button has the focus first; the destructive one is filled, the only red of the view.',
    ],
    related: ['chat-pane', 'wrap-up-form'],
  },
  'wrap-up-form': {
    use: 'Take it where an agent closes a chat: what it was about, notes, a summary. It takes part in a `form` of yours as well.',
    instead: 'With both fields absent it is one button that finishes. There is nothing to skip then.',
    dos: [
      'Make a field required only where an empty one is worth nothing: agents are waited for meanwhile.',
      'Give a disposition tree; its leaves are offered by their full path and found by typing.',
      'Leave the way out: where a required list fails to load, the form offers to try again or to go on without.',
    ],
    donts: [
      'Do not put away what was filled in: it survives a reload, another chat and a time limit.',
      'Do not fill in the summary by itself: it goes below the notes when asked for, and can be taken back.',
    ],
    accessibility: [
      'The disposition is a `combobox` with a list: arrows, Enter, Escape, and typing to find.',
      'What is missing is said beside its field and the field gets the focus.',
      'A time limit is told when it becomes short, and at its end what is there is submitted: nothing is lost.',
    ],
    related: ['chat-pane', 'end-chat-dialog'],
  },
};
