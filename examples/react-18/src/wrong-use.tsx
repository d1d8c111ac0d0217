// Not part of the app: it shows what the compiler and the editor tell you while you write.
import type { ChatAdapter as ChatAdapterElement, PolicyLayer } from 'agent-chat-adapter';
import { ChatAdapter } from 'agent-chat-adapter/react';
import { createRef } from 'react';

const policy: PolicyLayer = { typing: 'preview' };
const adapter = createRef<ChatAdapterElement>();
const field = createRef<HTMLInputElement>();

export const uses = [
  <ChatAdapter ref={adapter} policy={policy} layout="inline" open heading-level={3} connect-to="local" />,
  <ChatAdapter policy={{ typing: 'loud' }} />, // wrong
  <ChatAdapter layout="sideways" />, // wrong
  <ChatAdapter headingLevel="two" />, // wrong
  <ChatAdapter polici={policy} />, // wrong
  <ChatAdapter currentDesk={undefined} />, // wrong
  <ChatAdapter ref={field} />, // wrong
  <ChatAdapter onChatEnded={({ detail, currentTarget }) => [detail.by, currentTarget.policy]} />,
  <ChatAdapter onChatAccepted={({ detail }) => detail.endUser.fone} />, // wrong
  <ChatAdapter onChatEnded={(event) => event.decide(false)} />, // wrong
  <ChatAdapter onChatAnswered={() => undefined} />, // wrong
  <ChatAdapter onChatAccepted="accepted" />, // wrong
];
