/** What an agent reads, in two languages. */
export interface Words {
  readonly query: string;
  readonly open: RegExp;
  readonly newChat: string;
  readonly field: RegExp;
  readonly send: string;
  readonly left: RegExp;
  readonly end: string;
  readonly title: RegExp;
  readonly confirm: string;
  readonly wrapUp: string;
  readonly summary: string;
  readonly submit: string;
  readonly done: string;
  readonly preview: string;
}

export const ENGLISH: Words = {
  query: 'locale=en',
  open: /^Open chat adapter/,
  newChat: 'New chat, 3 messages, web',
  field: /^Message…$/,
  send: 'Send',
  left: /^Ana Silva, web, left/,
  end: 'End chat',
  title: /^End chat\?$/,
  confirm: 'End chat',
  wrapUp: 'Wrap-up',
  summary: 'Insert summary',
  submit: 'Submit',
  done: 'Done',
  preview: 'Message preview',
};

export const FRENCH: Words = {
  query: 'locale=fr',
  open: /^Ouvrir/,
  newChat: 'Nouveau chat, 3 messages, web',
  field: /^Message/,
  send: 'Envoyer',
  left: /^Ana Silva, web, /,
  end: 'Mettre fin à la discussion',
  title: /^Mettre fin à la discussion\s\?$/,
  confirm: 'Mettre fin au chat',
  wrapUp: 'Terminer',
  summary: 'Insérer un résumé',
  submit: 'Envoyer',
  done: 'Terminer',
  preview: 'Aperçu du message',
};
