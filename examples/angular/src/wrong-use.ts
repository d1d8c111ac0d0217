// Not part of the app: it shows what Angular's compiler and the editor tell you while you write a template.
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { ChatBeforeEndEvent, ChatEndedEvent, PolicyLayer } from 'agent-chat-adapter';
import { ChatAdapterDirective } from 'agent-chat-adapter/angular';

@Component({
  selector: 'app-wrong',
  imports: [ChatAdapterDirective],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <chat-adapter [policy]="policy" layout="inline" [open]="true" (chat-ended)="onEnded($event)"></chat-adapter>
    <chat-adapter [policy]="'none'"></chat-adapter> <!-- wrong -->
    <chat-adapter [policy]="{ typing: 'loud' }"></chat-adapter> <!-- wrong -->
    <chat-adapter layout="sideways"></chat-adapter> <!-- wrong -->
    <chat-adapter [headingLevel]="policy"></chat-adapter> <!-- wrong -->
    <chat-adapter (chat-accepted)="onEnded($event)"></chat-adapter> <!-- wrong -->
    <chat-adapter (chat-ended)="onBeforeEnd($event)"></chat-adapter> <!-- wrong -->
  `,
})
export class Wrong {
  protected readonly policy: PolicyLayer = { typing: 'preview' };
  protected readonly onEnded = (_event: ChatEndedEvent): void => undefined;
  protected readonly onBeforeEnd = (_event: ChatBeforeEndEvent): void => undefined;
}
