import type { ChatBeforeSendEvent, ChatDesk, PolicyLayer } from 'agent-chat-adapter';
import { useEffect, useState } from 'react';

const policy: PolicyLayer = {
  typing: 'preview',
  response: { target: 120 },
  wrapUp: { disposition: 'optional', notes: 'optional' },
};

const beforeSend = (event: ChatBeforeSendEvent) => {
  if (event.detail.text.includes('password')) event.decide({ veto: 'Never ask for a password.' });
};

/** How many requests wait, as the desk's stream says it. */
const useWaiting = (desk: ChatDesk | undefined) => {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const following = desk?.requests$.subscribe((requests) => setWaiting(requests.length));
    return () => following?.unsubscribe();
  }, [desk]);
  return waiting;
};

export const App = () => {
  const [shown, setShown] = useState(true);
  const [customer, setCustomer] = useState('No customer');
  const [told, setTold] = useState<readonly string[]>([]);
  const [desk, setDesk] = useState<ChatDesk>();
  const waiting = useWaiting(desk);
  const tell = (line: string) => setTold((before) => [...before, line]);

  return (
    <>
      <h1>Harbour CRM</h1>
      <p>
        <output id="waiting">{waiting} waiting</output>
        <button onClick={() => setShown(!shown)}>{shown ? 'Hide chat' : 'Show chat'}</button>
      </p>
      <h2>{customer}</h2>
      <ol id="told">
        {told.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ol>
      {shown && (
        <chat-adapter
          connect-to="local"
          policy={policy}
          onchat-requested={({ type, detail }) => tell(`${type} ${detail.channel}`)}
          onchat-accepted={({ type, detail: { endUser } }) => {
            tell(`${type} ${endUser.phone}`);
            setCustomer(endUser.phone ?? 'Unknown');
          }}
          onchat-before-send={beforeSend}
          onchat-ended={({ type, detail }) => tell(`${type} ${detail.by}`)}
          onwrap-up-done={({ type, detail }) => tell(`${type} ${detail.values.notes}`)}
          // The adapter has a desk once it is connected, and another one after it was away from the page.
          onconnection-change={({ currentTarget }) => setDesk(currentTarget.currentDesk)}
        />
      )}
    </>
  );
};
