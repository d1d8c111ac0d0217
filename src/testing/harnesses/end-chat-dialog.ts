import { harnessFor, type Harness, type Host } from './host.js';

/** Reads and works an `<end-chat-dialog>`. */
export interface EndChatDialogHarness extends Harness {
  isOpen(): Promise<boolean>;
  /** The newest that the end user wrote since it opened; `undefined`: nothing. */
  arrived(): Promise<string | undefined>;
  /** Ends the chat. Rejects while the dialog is closed. What comes of it, the back end says: wait for that. */
  confirm(): Promise<void>;
  /** Closes it and ends nothing. Rejects while it is closed. */
  cancel(): Promise<void>;
}

export const endChatDialogOf = (host: Host): EndChatDialogHarness => ({
  ...host.harness,
  isOpen: async () => ((await host.part('dialog')) as HTMLDialogElement).open,
  arrived: () => host.words('arrived-message'),
  confirm: () => host.click('confirm'),
  cancel: () => host.click('cancel'),
});

/** The harness of an `<end-chat-dialog>`. */
export const endChatDialogHarness = harnessFor('end-chat-dialog', endChatDialogOf);
