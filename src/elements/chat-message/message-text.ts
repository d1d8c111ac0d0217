import { html, type TemplateResult } from 'lit';
import type { LinkPiece } from '../../core/links.js';
import { seenPieces } from '../../core/unseen.js';
import type { Translator } from '../../i18n/translator.js';
import { linkFinder, loadLinks } from './load-links.js';

/** What may be a link. */
const LINKED = /:\/\/|www\.|\w@\w|tel:|\+\d/iu;

/** What may be more than words: most texts have none of it, and cost nothing more than this look. */
const NOTABLE =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /:\/\/|www\.|\w@\w|tel:|\+\d|[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/iu;

/** What a text is shown with. */
export interface TextLook {
  readonly words: Translator;
  /** Paints the message again, once what finds links is there. */
  readonly repaint?: (() => void) | undefined;
}

/** What cannot be seen stays in the text, without effect on it, and its code is drawn beside it. */
const renderSeen = (text: string, { words }: TextLook, isLink: boolean): readonly (string | TemplateResult)[] =>
  seenPieces(text, isLink).map(({ text: seen, code }) =>
    code === undefined
      ? seen
      : html`<span
          class="unseen"
          part="unseen-character"
          role="img"
          aria-label=${words.text('unseenCharacter', { code })}
          data-code=${code}
          >${seen}</span
        >`,
  );

const renderPiece = ({ text, href, host }: LinkPiece, look: TextLook): unknown =>
  href === undefined
    ? renderSeen(text, look, false)
    : html`<a part="link" dir="ltr" href=${href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
        >${renderSeen(text, look, true)}${
          host === undefined
            ? ''
            : html`<span
                part="link-host"
                role="img"
                aria-label=${look.words.text('linkLeadsTo', { host })}
                data-host=${host}
              ></span>`
        }</a
      >`;

/**
 * A message's text with its links, and with what could deceive made visible. What is added to the text is drawn, not
 * written: whoever finds, selects or copies has the text as it came.
 */
export const renderText = (text: string, look: TextLook): unknown => {
  if (!NOTABLE.test(text)) return text;
  const find = linkFinder();
  // Until links can be found the same text stands there as it will then.
  if (find === undefined && LINKED.test(text)) void loadLinks().then((found) => found && look.repaint?.());
  return (find?.(text) ?? [{ text }]).map((piece) => renderPiece(piece, look));
};
