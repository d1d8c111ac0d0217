import { Component, CUSTOM_ELEMENTS_SCHEMA, DestroyRef, ElementRef, inject, signal, viewChild } from '@angular/core';
import type {
  ChatAcceptedEvent,
  ChatAdapter,
  ChatBeforeSendEvent,
  ChatEndedEvent,
  ChatRequestedEvent,
  PolicyLayer,
  WrapUpDoneEvent,
} from 'agent-chat-adapter';
import { ChatAdapterDirective } from 'agent-chat-adapter/angular';

@Component({
  selector: 'app-root',
  imports: [ChatAdapterDirective],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Harbour CRM</h1>
    <p>
      <output id="waiting">{{ waiting() }} waiting</output>
      <button (click)="shown.set(!shown())">{{ shown() ? 'Hide chat' : 'Show chat' }}</button>
    </p>
    <h2>{{ customer() }}</h2>
    <ol id="told">
      @for (line of told(); track $index) {
        <li>{{ line }}</li>
      }
    </ol>
    @if (shown()) {
      <chat-adapter
        #adapter
        connect-to="local"
        [policy]="policy"
        (chat-requested)="onRequested($event)"
        (chat-accepted)="onAccepted($event)"
        (chat-before-send)="onBeforeSend($event)"
        (chat-ended)="onEnded($event)"
        (wrap-up-done)="onDone($event)"
        (connection-change)="onConnection()"
      ></chat-adapter>
    }
  `,
})
export class App {
  protected readonly policy: PolicyLayer = {
    typing: 'preview',
    response: { target: 120 },
    wrapUp: { disposition: 'optional', notes: 'optional' },
  };
  protected readonly shown = signal(true);
  protected readonly customer = signal('No customer');
  protected readonly waiting = signal(0);
  protected readonly told = signal<readonly string[]>([]);

  private readonly adapter = viewChild<ElementRef<ChatAdapter>>('adapter');
  private following: { unsubscribe(): void } | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.following?.unsubscribe());
  }

  protected onRequested({ type, detail }: ChatRequestedEvent): void {
    this.note(`${type} ${detail.channel}`);
  }

  protected onAccepted({ type, detail: { endUser } }: ChatAcceptedEvent): void {
    this.note(`${type} ${endUser.phone}`);
    this.customer.set(endUser.phone ?? 'Unknown');
  }

  protected onBeforeSend(event: ChatBeforeSendEvent): void {
    if (event.detail.text.includes('password')) event.decide({ veto: 'Never ask for a password.' });
  }

  protected onEnded({ type, detail }: ChatEndedEvent): void {
    this.note(`${type} ${detail.by}`);
  }

  protected onDone({ type, detail }: WrapUpDoneEvent): void {
    this.note(`${type} ${detail.values.notes}`);
  }

  /** The adapter has a desk once it is connected, and another one after it was away from the page. */
  protected onConnection(): void {
    this.following?.unsubscribe();
    const desk = this.adapter()?.nativeElement.currentDesk;
    this.following = desk?.requests$.subscribe(({ length }) => this.waiting.set(length));
  }

  private note(line: string): void {
    this.told.update((told) => [...told, line]);
  }
}
