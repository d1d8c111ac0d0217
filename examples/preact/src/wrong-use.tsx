// Not part of the app: it shows what the compiler and the editor tell you while you write.
import type { ChatAdapter, PolicyLayer } from 'agent-chat-adapter';
import 'agent-chat-adapter/jsx/preact';
import { createRef } from 'preact';

const policy: PolicyLayer = { typing: 'preview' };
const adapter = createRef<ChatAdapter>();
const field = createRef<HTMLInputElement>();

export const uses = [
  <chat-adapter ref={adapter} policy={policy} layout="inline" open heading-level={3} connect-to="local" />,
  <chat-adapter policy={{ typing: 'loud' }} />, // wrong
  <chat-adapter layout="sideways" />, // wrong
  <chat-adapter headingLevel="two" />, // wrong
  <chat-adapter polici={policy} />, // wrong
  <chat-adapter currentDesk={undefined} />, // wrong
  <chat-adapter ref={field} />, // wrong
  <chat-adapter onchat-ended={({ detail, currentTarget }) => [detail.by, currentTarget.policy]} />,
  <chat-adapter onchat-accepted={({ detail }) => detail.endUser.fone} />, // wrong
  <chat-adapter onchat-ended={(event) => event.decide(false)} />, // wrong
  <chat-adaptor />, // wrong
];
