import type { Guide } from './guide.js';

/** The tags that tell of chats at a glance. */
export const ofTheList: Readonly<Record<string, Guide>> = {
  'chat-list': {
    use: 'Take it wherever an agent must see in one glance who waits, who is owed a reply, and how late. It is narrow by default and shows previews when expanded.',
    dos: [
      'Give it a height: of more than 40 chats it then renders only those near what is seen.',
      'Keep it beside the conversation, so that choosing another chat moves nothing.',
      'Choose `order="urgency"` only for teams who ask for it: by arrival, each chat stays where it was learnt to be.',
    ],
    donts: [
      'Do not sort the chats yourself while an agent points at them; the list waits until the hand is gone.',
      'Do not expand it for good in a narrow page: while previews are shown, no chat can be ended.',
    ],
    accessibility: [
      'One tab stop: arrow keys move along it, Home and End go to its ends, Enter answers or opens.',
      'Each chat is a button whose name says all that its tile shows: who, channel, unread, urgency.',
      'New requests outside what is seen are counted at the edge, as a button that goes there.',
    ],
    related: ['chat-indicator', 'response-timer', 'chat-pane'],
  },
  'chat-indicator': {
    use: 'Take it alone for one chat outside a list: on a customer’s record, in a wallboard. In a list it is rendered for you.',
    dos: [
      'Give it `chat`, or `chat-id` inside a provider; the attributes alone are for a static page.',
      'Let it be 92 px wide as a tile; expanded, a card of 240 px or more.',
      'Offer the way to stop its pulse, or set `calm`, where it stays on screen for long.',
    ],
    donts: [
      'Do not write the customer’s name beside it: the policy decides whether it may be shown.',
      'Do not tell urgency by a colour of your own on top: shape and words are there already.',
    ],
    accessibility: [
      'Urgency is told three times: colour, shape (clock, triangle, octagon) and a word in the name.',
      'The pulse is below three flashes a second, stops with `calm`, and is no motion under `prefers-reduced-motion`.',
      'A phone number shortens at its start on the tile and is said in full by the name.',
    ],
    related: ['chat-list', 'response-timer', 'channel-icon'],
  },
  'response-timer': {
    use: 'Take it where a reply is owed and a target was set: in a header, a table of chats, a wallboard.',
    instead: 'For a time that is owed to nobody use a plain clock: this one is about being late.',
    dos: [
      'Give `since` in the server’s time, and a `clock` that tells it: an agent’s computer may be wrong.',
      'Set `warn-at` and `urgent-at` for short targets: with 45 and 15 seconds a 30 second target begins orange.',
      'Drag the clock above each story to see it cross from state to state.',
    ],
    donts: [
      'Do not restart it at each message of the customer: the first one that is unanswered counts.',
      'Do not hide it when the target is missed: that is when it is needed.',
    ],
    accessibility: [
      'Role `timer`, which is silent: it does not speak every second. Crossings are told once by the provider’s voice.',
      'Colour, shape and a word change together at 45, 15 and 0 seconds.',
      'Digits are tabular, so nothing jumps; the duration in words is its name.',
    ],
    related: ['chat-indicator', 'chat-pane'],
  },
  'channel-icon': {
    use: 'Take it to say by which channel somebody writes: web, mobile, WhatsApp, SMS. A channel that nobody has drawn gets a neutral icon and works.',
    dos: [
      'Size it by `--chat-icon-size`; it takes the colour of the text around it.',
      'Set `left` once the customer is gone.',
    ],
    donts: [
      'Do not write the channel beside it for screen readers: the icon has a name.',
      'Do not recolour the WhatsApp mark.',
    ],
    accessibility: ['Role `img` with a name, “web” or “web, left”; the strike is in the name, too.'],
    related: ['chat-indicator', 'chat-pane'],
  },
};
