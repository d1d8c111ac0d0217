// Made from asyncapi.json: change that and run `npm run wire`.

/**
 * An id: of a chat, a message, a person or a request.
 */
export type Id = string;
/**
 * Epoch milliseconds on the server's clock.
 */
export type Time = number;
/**
 * A message's place in its chat, from 1, without gaps.
 */
export type Sequence = number;
/**
 * The highest sequence up to which nothing is missing; 0: nothing is there.
 */
export type Cursor = number;
/**
 * How far a chat's life has come: higher with each frame that tells of it, not by one each time. A receiver drops what is not higher than what it has of that chat, and where it is lower asks for a snapshot, since frames were swapped on the way. Absent: nothing between here and there swaps frames.
 */
export type Version = number;
/**
 * What somebody wrote. How much the server takes is in `limits.textLength`.
 */
export type Text = string;
/**
 * A few words for people or logs: never what somebody wrote.
 */
export type Words = string;
/**
 * The name of a channel, queue, message kind or the like.
 */
export type Name = string;
/**
 * Who ended a chat.
 */
export type Party = 'agent' | 'end-user' | 'system';
/**
 * Where a chat is in its life.
 */
export type ChatState = 'waiting' | 'active' | 'left' | 'wrap-up' | 'done' | 'withdrawn';
/**
 * Who submitted: the agent, or the time limit.
 */
export type WrapUpReason = 'agent' | 'timeout';
/**
 * `taken`: another agent was quicker. `gone`: no such chat, or not in that state any more. `unavailable`: try again later.
 */
export type RefusalCode = 'taken' | 'gone' | 'not-allowed' | 'unavailable' | 'invalid' | 'unsupported';
/**
 * Where an end user stands. `ended`: the next message asks for a new chat.
 */
export type EndUserState = 'new' | 'waiting' | 'active' | 'left' | 'ended';

/**
 * What an agent filled in when the chat had ended.
 */
export interface WrapUpValues {
  /**
   * The id of a leaf of the disposition tree.
   */
  disposition?: string;
  notes?: Text;
  /**
   * What the host page's own fields hold, by name.
   */
  extra?: {
    [k: string]: string;
  };
}
/**
 * What is known of the person on the other side.
 */
export interface EndUser {
  id: Id;
  name?: string;
  /**
   * E.164, no spaces.
   */
  phone?: string;
  /**
   * For a screen pop.
   */
  attributes?: {
    [k: string]: string;
  };
}
/**
 * A message as the server keeps it.
 */
export interface Message {
  id: Id;
  author: 'end-user' | 'agent' | 'bot' | 'system';
  kind: Name;
  text: Text;
  time: Time;
  seq: Sequence;
  /**
   * Whether the end user never sees it.
   */
  internal?: boolean;
}
/**
 * A message on its way to the server. Its id is made by who sends it: the same id again never makes a second message.
 */
export interface OutgoingMessage {
  id: Id;
  /**
   * What was written; more than blanks.
   */
  text: string;
  time: Time;
}
/**
 * A chat as an agent may see it.
 */
export interface Chat {
  id: Id;
  channel: Name;
  queue?: Name;
  endUser: EndUser;
  state: ChatState;
  requestedAt: Time;
  /**
   * How many messages the end user had sent before an agent answered.
   */
  waiting: number;
  acceptedAt?: Time;
  leftAt?: Time;
  endedAt?: Time;
  endedBy?: Party;
  submitted?: WrapUpValues;
  version?: Version;
}
/**
 * A code that says how a chat went. Those without children are chosen.
 */
export interface Disposition {
  id: string;
  name: string;
  /**
   * The names from the top, as they are shown.
   */
  full_path: string;
  children?: Disposition[];
}
/**
 * A summary of a chat.
 */
export interface Summary {
  text: Text;
  /**
   * Whether a machine made it.
   */
  automatic: boolean;
}
/**
 * What a channel can do. Absent means yes.
 */
export interface Abilities {
  /**
   * Whether typing is told, both ways.
   */
  typing?: boolean;
  /**
   * Whether it is told what is being typed.
   */
  preview?: boolean;
  /**
   * Whether a whole conversation can be read again.
   */
  history?: boolean;
  /**
   * Whether it is told that the end user has left.
   */
  left?: boolean;
  /**
   * Whether a chat can be summed up.
   */
  summary?: boolean;
}
/**
 * What the server takes. Over it a frame is refused by name, or the socket is closed.
 */
export interface Limits {
  /**
   * The longest frame, in bytes of UTF-8, either way.
   */
  frameBytes: number;
  /**
   * How many frames a second the server takes over time.
   */
  framesPerSecond: number;
  /**
   * How many frames it takes at once.
   */
  burst: number;
  /**
   * The longest text of a message, in UTF-16 code units.
   */
  textLength: number;
}
/**
 * The first frame of everyone. `token` never stands in an address.
 */
export interface HelloFrame {
  type: 'hello';
  version: 1;
  /**
   * Says who this is: a JWT.
   */
  token: string;
  /**
   * What is there of each conversation, by chat id. Absent: nothing, so that everything is told.
   */
  cursors?: {
    [k: string]: Cursor;
  };
}
/**
 * Asks for a `pong`. Sent when nothing else was for `heartbeat` seconds.
 */
export interface PingFrame {
  type: 'ping';
}
/**
 * Makes a waiting request this agent's. Of several one wins; the others are refused with `taken`.
 */
export interface AcceptFrame {
  type: 'accept';
  id: Id;
  chatId: Id;
}
/**
 * Sends an agent's message. The `ok` brings it as it is kept.
 */
export interface SendFrame {
  type: 'send';
  id: Id;
  chatId: Id;
  message: OutgoingMessage;
}
/**
 * Tells that the agent types, or stopped. Not answered; may be dropped.
 */
export interface TypingFrame {
  type: 'typing';
  chatId: Id;
  typing: boolean;
}
/**
 * Ends a chat. One that has ended stays as it is.
 */
export interface EndFrame {
  type: 'end';
  id: Id;
  chatId: Id;
}
/**
 * Keeps the closing form of an ended chat. The first one stands.
 */
export interface SubmitFrame {
  type: 'submit';
  id: Id;
  chatId: Id;
  values: WrapUpValues;
  reason: WrapUpReason;
}
/**
 * Lets go of a chat whose closing form was submitted.
 */
export interface DoneFrame {
  type: 'done';
  id: Id;
  chatId: Id;
}
/**
 * Asks for the messages after `after`, up to `upTo`. The `ok` brings as many as fit into a frame, and says whether there are `more`.
 */
export interface HistoryFrame {
  type: 'history';
  id: Id;
  chatId: Id;
  after: Cursor;
  upTo?: Sequence;
}
/**
 * Asks for a whole snapshot, as after `lost`.
 */
export interface RefetchFrame {
  type: 'refetch';
}
/**
 * Asks for the disposition tree of a queue.
 */
export interface DispositionsFrame {
  type: 'dispositions';
  id: Id;
  queue?: Name;
}
/**
 * Asks for a summary of a chat. `labels` are words for it in the agent's language.
 */
export interface SummarizeFrame {
  type: 'summarize';
  id: Id;
  chatId: Id;
  /**
   * BCP 47.
   */
  locale: string;
  labels: {
    automatic: string;
    endUser: string;
    agent: string;
  };
}
/**
 * Sends an end user's message. The first asks for a chat; after the end of one, the next asks for another.
 */
export interface WriteFrame {
  type: 'write';
  id: Id;
  message: OutgoingMessage;
}
/**
 * Tells what is being typed; empty: nothing any more. Not answered, never stored, may be dropped.
 */
export interface TypeFrame {
  type: 'type';
  text: Text;
}
/**
 * Leaves the chat. While it waits this withdraws the request.
 */
export interface LeaveFrame {
  type: 'leave';
  id: Id;
}
/**
 * Takes leaving back.
 */
export interface ComeBackFrame {
  type: 'come-back';
  id: Id;
}
/**
 * Answers `hello`.
 */
export interface WelcomeFrame {
  type: 'welcome';
  version: 1;
  serverTime: Time;
  limits: Limits;
  /**
   * Seconds. Who was silent for longer sends a `ping`; who was silent for three times as long is taken for gone. Timers of a hidden page run once a minute, so a server either asks by pings of the WebSocket protocol, which browsers answer by themselves, and takes their pongs for life as well, or gives more than 20 seconds here.
   */
  heartbeat: number;
  agent: Id;
  /**
   * By channel; `default` for all others.
   */
  abilities?: {
    [k: string]: Abilities;
  };
  /**
   * The server's layers of the policy, as the product contract describes them.
   */
  policy?: {
    [k: string]: unknown;
  };
}
/**
 * After `welcome`, `refetch` and `lost`: every waiting request, and this agent's own chats with their messages. In parts, each no longer than a frame; what belongs together is what lies before and in the part with `last`. A conversation may go on in the next part.
 */
export interface SnapshotFrame {
  type: 'snapshot';
  serverTime: Time;
  /**
   * Whether each conversation goes on from the cursor that `hello` gave for it, or is whole.
   */
  resumed: boolean;
  /**
   * Its place among the parts, from 0. Absent: they come in order, each once.
   */
  part?: number;
  /**
   * Whether this is the last part.
   */
  last: boolean;
  chats: Chat[];
  /**
   * By chat id, in order.
   */
  messages: {
    [k: string]: Message[];
  };
}
/**
 * The server's layers of the policy have changed.
 */
export interface PolicyFrame {
  type: 'policy';
  policy: {
    [k: string]: unknown;
  };
}
/**
 * A request arrived, or changed; or a chat became this agent's, with its messages next.
 */
export interface ChatToldFrame {
  type: 'chat';
  chat: Chat;
}
/**
 * A waiting request is no longer one, for this agent.
 */
export interface WithdrawnFrame {
  type: 'withdrawn';
  chatId: Id;
  version?: Version;
  reason: 'answered-elsewhere' | 'end-user-left' | 'withdrawn';
}
/**
 * New messages of an own chat, in order: each `seq` follows the one before. What is missing before the first is asked for by `history`.
 */
export interface MessagesFrame {
  type: 'messages';
  chatId: Id;
  messages: Message[];
}
/**
 * What lies between a cursor and now can no longer be told piece by piece: send `refetch`.
 */
export interface LostFrame {
  type: 'lost';
  chatId: Id;
}
/**
 * The end user types, or stopped. Never stored, never repeated.
 */
export interface EndUserTypingFrame {
  type: 'typing';
  chatId: Id;
  typing: boolean;
  preview?: Text;
}
/**
 * The end user has left.
 */
export interface LeftFrame {
  type: 'left';
  chatId: Id;
  version?: Version;
  time: Time;
  reason?: Words;
}
/**
 * The end user is back.
 */
export interface ReturnedFrame {
  type: 'returned';
  chatId: Id;
  version?: Version;
  time: Time;
}
/**
 * The chat has ended.
 */
export interface EndedFrame {
  type: 'ended';
  chatId: Id;
  version?: Version;
  time: Time;
  by: Party;
  reason?: Words;
}
/**
 * The closing form is kept.
 */
export interface WrapUpSubmittedFrame {
  type: 'wrap-up-submitted';
  chatId: Id;
  version?: Version;
  values: WrapUpValues;
  reason: WrapUpReason;
}
/**
 * The chat has left this agent's list.
 */
export interface ChatDoneFrame {
  type: 'done';
  chatId: Id;
  version?: Version;
}
/**
 * Answers a `ping`.
 */
export interface PongFrame {
  type: 'pong';
  serverTime: Time;
}
/**
 * The server has done what the frame with this `id` asked for. What it brings depends on that.
 */
export interface OkFrame {
  type: 'ok';
  id: Id;
  message?: Message;
  messages?: Message[];
  /**
   * Whether there is more after these messages.
   */
  more?: boolean;
  dispositions?: Disposition[];
  summary?: Summary;
}
/**
 * The server has not done it, and will not.
 */
export interface RefusedFrame {
  type: 'refused';
  id: Id;
  code: RefusalCode;
  message: Words;
}
/**
 * A frame of yours could not be used. Nothing else is lost.
 */
export interface TroubleFrame {
  type: 'trouble';
  /**
   * `no-json`: not an object as JSON. `unknown-frame`: no such `type`. `bad-frame`: `path` is not as described. `not-yours`: only the other role may send it. `too-many`: over the rate; wait `retryAfter`.
   */
  code: 'no-json' | 'unknown-frame' | 'bad-frame' | 'not-yours' | 'too-many';
  message: Words;
  /**
   * The place, such as `/message/text`.
   */
  path?: string;
  id?: Id;
  /**
   * Milliseconds.
   */
  retryAfter?: number;
}
/**
 * The server goes away soon and closes with 1012: connect again after `retryAfter`.
 */
export interface GoingFrame {
  type: 'going';
  /**
   * Milliseconds.
   */
  retryAfter: number;
}
/**
 * Answers `hello`.
 */
export interface EndUserWelcomeFrame {
  type: 'welcome';
  version: 1;
  serverTime: Time;
  limits: Limits;
  /**
   * Seconds. Who was silent for longer sends a `ping`; who was silent for three times as long is taken for gone. Timers of a hidden page run once a minute, so a server either asks by pings of the WebSocket protocol, which browsers answer by themselves, and takes their pongs for life as well, or gives more than 20 seconds here.
   */
  heartbeat: number;
  endUser: Id;
}
/**
 * After `welcome`, and at every change: where the end user stands in their newest chat, and its messages that were not told yet, without the agents' notes. With another `chatId` than before, nothing of the old one is left.
 */
export interface ConversationFrame {
  type: 'conversation';
  chatId?: Id;
  state: EndUserState;
  messages: Message[];
}
/**
 * The agent types, or stopped.
 */
export interface AgentTypingFrame {
  type: 'agent-typing';
  typing: boolean;
}

/** An agent's socket: what is sent to the server. */
export type AgentSends =
  | HelloFrame
  | PingFrame
  | AcceptFrame
  | SendFrame
  | TypingFrame
  | EndFrame
  | SubmitFrame
  | DoneFrame
  | HistoryFrame
  | RefetchFrame
  | DispositionsFrame
  | SummarizeFrame;
/** An end user's socket: the token says which: what is sent to the server. */
export type EndUserSends = HelloFrame | PingFrame | WriteFrame | TypeFrame | LeaveFrame | ComeBackFrame;
/** An agent's socket: what is heard from it. */
export type AgentHears =
  | WelcomeFrame
  | SnapshotFrame
  | PolicyFrame
  | ChatToldFrame
  | WithdrawnFrame
  | MessagesFrame
  | LostFrame
  | EndUserTypingFrame
  | LeftFrame
  | ReturnedFrame
  | EndedFrame
  | WrapUpSubmittedFrame
  | ChatDoneFrame
  | PongFrame
  | OkFrame
  | RefusedFrame
  | TroubleFrame
  | GoingFrame;
/** An end user's socket: the token says which: what is heard from it. */
export type EndUserHears =
  | EndUserWelcomeFrame
  | ConversationFrame
  | AgentTypingFrame
  | PongFrame
  | OkFrame
  | RefusedFrame
  | TroubleFrame
  | GoingFrame;
