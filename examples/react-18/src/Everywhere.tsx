import type { Message } from 'agent-chat-adapter';
import { ChatAdapter, ChatTranscript } from 'agent-chat-adapter/react';
import { useState } from 'react';

const messages: readonly Message[] = ['m-1', 'm-2'].map((id, at) => {
  return { id, author: 'end-user', kind: 'text', text: 'Hello', time: 0, seq: at + 1 };
});
const first = () => new Text('first');
const second = () => new Text('second');

export const Everywhere = () => {
  const [changed, setChanged] = useState(false);
  const [shown, setShown] = useState(true);
  const [heard, setHeard] = useState(0);
  return (
    <>
      <button onClick={() => setChanged(true)}>Change</button>
      <button onClick={() => setShown(!shown)}>{shown ? 'Hide' : 'Show'}</button>
      <output id="heard">{heard}</output>
      {shown && (
        <>
          <ChatAdapter
            locale={changed ? 'de' : 'fr'}
            open={!changed}
            headingLevel={changed ? 4 : 3}
            policy={{ typing: changed ? 'preview' : 'none' }}
            renderMessage={changed ? second : first}
            onAdapterToggle={() => setHeard((before) => before + 1)}
          >
            <a slot="header" href="#first">
              {changed ? 'Second' : 'First'}
            </a>
          </ChatAdapter>
          <ChatTranscript messages={messages.slice(0, changed ? 2 : 1)} />
        </>
      )}
    </>
  );
};
