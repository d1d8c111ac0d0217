import type { Message } from 'agent-chat-adapter';
import { createSignal, Show } from 'solid-js';

const messages: readonly Message[] = ['m-1', 'm-2'].map((id, at) => {
  return { id, author: 'end-user', kind: 'text', text: 'Hello', time: 0, seq: at + 1 };
});
const first = () => new Text('first');
const second = () => new Text('second');

export const Everywhere = () => {
  const [changed, setChanged] = createSignal(false);
  const [shown, setShown] = createSignal(true);
  const [heard, setHeard] = createSignal(0);
  return (
    <>
      <button onClick={() => setChanged(true)}>Change</button>
      <button onClick={() => setShown(!shown())}>{shown() ? 'Hide' : 'Show'}</button>
      <output id="heard">{heard()}</output>
      <Show when={shown()}>
        <chat-adapter
          locale={changed() ? 'de' : 'fr'}
          open={!changed()}
          prop:headingLevel={changed() ? 4 : 3}
          policy={{ typing: changed() ? 'preview' : 'none' }}
          prop:renderMessage={changed() ? second : first}
          on:adapter-toggle={() => setHeard((before) => before + 1)}
        >
          <a slot="header" href="#first">
            {changed() ? 'Second' : 'First'}
          </a>
        </chat-adapter>
        <chat-transcript messages={messages.slice(0, changed() ? 2 : 1)} />
      </Show>
    </>
  );
};
