import type { ConnectionState } from '../../core/index.js';
import type { Notice } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import type { WordKey } from '../../i18n/words.js';

const keys: Readonly<Record<Notice['code'], WordKey>> = {
  taken: 'noticeTaken',
  'accept-failed': 'noticeAcceptFailed',
  'end-failed': 'noticeEndFailed',
  'send-failed': 'noticeSendFailed',
  'wrap-up-failed': 'noticeWrapUpFailed',
  'done-failed': 'noticeDoneFailed',
  'host-veto': 'noticeVeto',
  'host-decision-failed': 'noticeNoDecision',
};

/** What a connection that is lost is called. `keeps`: what is sent waits for it. */
export const connectionWords = (connection: ConnectionState, keeps: boolean): WordKey =>
  connection === 'closed' ? 'connectionClosed' : keeps ? 'offlineKeeps' : 'offline';

/** A notice in words: the host's own for a veto, if it gave some. */
export const noticeWords = ({ code, text }: Notice, words: Translator): string =>
  text === undefined || text.trim() === '' ? words.text(keys[code]) : text;

/** Whether the closing form of the selected chat says it already, where the agent looks. */
export const isInForm = ({ code, chatId }: Notice, selected: string | undefined): boolean =>
  code === 'wrap-up-failed' && chatId !== undefined && chatId === selected;
