import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { Message, PolicyLayer } from 'agent-chat-adapter';
import { ChatAdapterDirective, ChatTranscriptDirective } from 'agent-chat-adapter/angular';

const messages: readonly Message[] = ['m-1', 'm-2'].map((id, at) => {
  return { id, author: 'end-user', kind: 'text', text: 'Hello', time: 0, seq: at + 1 };
});

@Component({
  selector: 'app-root',
  imports: [ChatAdapterDirective, ChatTranscriptDirective],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="changed.set(true)">Change</button>
    <button (click)="shown.set(!shown())">{{ shown() ? 'Hide' : 'Show' }}</button>
    <output id="heard">{{ heard() }}</output>
    @if (shown()) {
      <chat-adapter
        [locale]="changed() ? 'de' : 'fr'"
        [open]="!changed()"
        [headingLevel]="changed() ? 4 : 3"
        [policy]="policy()"
        [renderMessage]="make()"
        (adapter-toggle)="heard.set(heard() + 1)"
      >
        <a slot="header" href="#first">{{ changed() ? 'Second' : 'First' }}</a>
      </chat-adapter>
      <chat-transcript [messages]="messages()"></chat-transcript>
    }
  `,
})
export class Everywhere {
  protected readonly changed = signal(false);
  protected readonly shown = signal(true);
  protected readonly heard = signal(0);
  protected readonly messages = computed(() => messages.slice(0, this.changed() ? 2 : 1));
  protected readonly policy = computed<PolicyLayer>(() => ({ typing: this.changed() ? 'preview' : 'none' }));
  protected readonly make = computed(() => (this.changed() ? () => new Text('second') : () => new Text('first')));
}
