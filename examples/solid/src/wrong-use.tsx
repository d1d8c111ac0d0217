// Not part of the app: it shows what the compiler and the editor tell you while you write.
import type { ChatAdapter, PolicyLayer } from 'agent-chat-adapter';
import 'agent-chat-adapter/jsx/solid';

const policy: PolicyLayer = { typing: 'preview' };
let adapter: ChatAdapter | undefined;
let field: HTMLInputElement | undefined;

export const uses = [
  <chat-adapter ref={adapter} policy={policy} layout="inline" open heading-level={3} prop:connectTo="local" />,
  <chat-adapter policy={{ typing: 'loud' }} />, // wrong
  <chat-adapter layout="sideways" />, // wrong
  <chat-adapter prop:headingLevel="two" />, // wrong
  <chat-adapter polici={policy} />, // wrong
  <chat-adapter connectTo="local" />, // wrong
  <chat-adapter ref={field} />, // wrong
  <chat-adapter on:chat-ended={({ detail, currentTarget }) => [detail.by, currentTarget.policy]} />,
  <chat-adapter on:chat-accepted={({ detail }) => detail.endUser.fone} />, // wrong
  <chat-adapter on:chat-ended={(event) => event.decide(false)} />, // wrong
  <chat-adaptor />, // wrong
];
