import type { Guide } from './guide.js';

/** The tags around the conversations. */
export const ofTheFrame: Readonly<Record<string, Guide>> = {
  'chat-adapter': {
    use: 'Take it first: one tag is a whole agent’s desk. `popover` puts it into the corner of a page that has its own work; `inline` fills a column or a tab that you keep for chats.',
    instead:
      'Where the list and the conversation must stand apart (the list in your navigation, say), take `chat-provider` and lay the tags out yourself.',
    dos: [
      'Give an inline adapter a height: it fills its container and scrolls inside.',
      'Set colours, type and space by `--chat-*` tokens on a parent; the theme builder writes them for you.',
      'Listen to `chat-accepted` for the screen pop, and to `wrap-up-done` to save the case.',
      'Leave the corner free: `--chat-adapter-inset` moves the popover past your own buttons.',
    ],
    donts: [
      'Do not close it when the agent clicks elsewhere: agents read your page while they answer.',
      'Do not put two adapters on one desk: the second shows the same chats again.',
      'Do not hide it with `display: none` to close it: use `open`, so that the launcher still counts.',
      'Do not put addresses or tokens into attributes; a connector has them.',
    ],
    accessibility: [
      'Opening moves the focus into the panel, closing gives it back to the launcher. Nothing else moves it.',
      'One polite live region speaks for all chats. A new request is told once, with its channel and count.',
      'The panel is a landmark with a name; set `aria-label` where your page has another of that name.',
      'At 320 px it takes the whole page but the strip with the launcher: nothing scrolls sideways.',
    ],
    related: ['chat-provider', 'chat-launcher', 'chat-list', 'chat-pane', 'wrap-up-form'],
  },
  'chat-provider': {
    use: 'Take it to lay out the tags yourself, or to give several of them one desk, one language and one voice. It has no look: it does not even make a box.',
    instead: 'For everything in its usual place take `chat-adapter`, which is a provider too.',
    dos: [
      'Put every tag of one agent inside one provider.',
      'Nest a second provider to change only words or language for a part of the page.',
      'Give it a `desk` of your own where your code must see the streams.',
    ],
    donts: [
      'Do not make a provider for each tag: each would open a connection of its own.',
      'Do not set `policy` beside a `desk`: a given desk has its own policy.',
    ],
    accessibility: [
      'It holds the live region of everything inside. It must be in the page before the first chat is, and not hidden.',
      'Headings and landmarks are yours to give: the tags inside bring regions and a heading, not a page.',
    ],
    related: ['chat-adapter', 'chat-list', 'chat-pane'],
  },
  'chat-launcher': {
    use: 'Take it where the adapter is opened from a place of yours: a toolbar, a phone bar. In `chat-adapter` it is there already.',
    dos: [
      'Keep it on screen while the adapter is closed: its count is how an agent learns that somebody waits.',
      'Bind `waiting` to the number of requests, not of all chats.',
    ],
    donts: [
      'Do not add words for the count beside it: its name says it already.',
      'Do not make it smaller than 44 px where it is touched.',
    ],
    accessibility: [
      'A button; its name says what it does next, “Open chat adapter” or “Close chat adapter”, with how many wait.',
      'The count is a number on a badge and a word in the name: never a colour alone.',
    ],
    related: ['chat-adapter', 'chat-list'],
  },
};
