import type { ChatBeforeSendEvent, ChatDesk, PolicyLayer } from 'agent-chat-adapter';
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';

const policy: PolicyLayer = {
  typing: 'preview',
  response: { target: 120 },
  wrapUp: { disposition: 'optional', notes: 'optional' },
};

const beforeSend = (event: ChatBeforeSendEvent) => {
  if (event.detail.text.includes('password')) event.decide({ veto: 'Never ask for a password.' });
};

export const App = () => {
  const [shown, setShown] = createSignal(true);
  const [customer, setCustomer] = createSignal('No customer');
  const [told, setTold] = createSignal<readonly string[]>([]);
  const [desk, setDesk] = createSignal<ChatDesk>();
  const [waiting, setWaiting] = createSignal(0);
  const tell = (line: string) => setTold([...told(), line]);

  createEffect(() => {
    const following = desk()?.requests$.subscribe((requests) => setWaiting(requests.length));
    onCleanup(() => following?.unsubscribe());
  });

  return (
    <>
      <h1>Harbour CRM</h1>
      <p>
        <output id="waiting">{waiting()} waiting</output>
        <button onClick={() => setShown(!shown())}>{shown() ? 'Hide chat' : 'Show chat'}</button>
      </p>
      <h2>{customer()}</h2>
      <ol id="told">
        <For each={told()}>{(line) => <li>{line}</li>}</For>
      </ol>
      <Show when={shown()}>
        <chat-adapter
          connect-to="local"
          policy={policy}
          on:chat-requested={({ type, detail }) => tell(`${type} ${detail.channel}`)}
          on:chat-accepted={({ type, detail: { endUser } }) => {
            tell(`${type} ${endUser.phone}`);
            setCustomer(endUser.phone ?? 'Unknown');
          }}
          on:chat-before-send={beforeSend}
          on:chat-ended={({ type, detail }) => tell(`${type} ${detail.by}`)}
          on:wrap-up-done={({ type, detail }) => tell(`${type} ${detail.values.notes}`)}
          // The adapter has a desk once it is connected, and another one after it was away from the page.
          on:connection-change={({ currentTarget }) => setDesk(currentTarget.currentDesk)}
        />
      </Show>
    </>
  );
};
