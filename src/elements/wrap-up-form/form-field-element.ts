import { isServer } from 'lit';
import { DeskElement } from '../desk-element.js';

/** A tag that takes part in the page's forms, as fields of the platform do. */
export abstract class FormFieldElement extends DeskElement {
  static readonly formAssociated = true;

  override connectedCallback(): void {
    super.connectedCallback();
    // What a page set before the tag came to life stands in the way of an accessor that is not Lit's.
    if (!Object.hasOwn(this, 'disabled')) return;
    const { disabled } = this;
    Reflect.deleteProperty(this, 'disabled');
    this.disabled = disabled;
  }

  /** Whether nothing can be filled in or submitted. A disabled fieldset around it does the same. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** Whether this, or a fieldset around it, is disabled. */
  protected get disabledNow(): boolean {
    return isServer ? this.disabled : this.matches(':disabled');
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is wrong with what is filled in. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** The words for what is wrong; empty where nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Returns whether everything required is filled in; fires `invalid` if not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Like `checkValidity`, and shows what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Called by the browser. @internal */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** Called by the browser when the form is reset. @internal */
  abstract formResetCallback(): void;
}
