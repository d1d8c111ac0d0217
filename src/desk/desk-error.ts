/** Why a desk refused by itself, before asking the back end. */
export type DeskErrorCode = 'no-such-chat' | 'illegal-step' | 'blank' | 'disposed' | 'incomplete';

/** A command that the desk could not take. */
export class DeskError extends Error {
  readonly code: DeskErrorCode;

  constructor(code: DeskErrorCode, message: string) {
    super(message);
    this.name = 'DeskError';
    this.code = code;
  }
}
