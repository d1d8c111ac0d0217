import { property } from 'lit/decorators.js';
import { DeskOf } from '../controllers/desk-of.js';
import type { ChatDesk } from '../desk/index.js';
import { ChatElement } from './chat-element.js';

/** A tag that works on a desk: its own, or the nearest provider's. */
export abstract class DeskElement extends ChatElement {
  protected readonly deskOf = new DeskOf(this);

  /** The desk to work on; without it the nearest provider's. */
  @property({ attribute: false }) desk?: ChatDesk | undefined;
}
