import { html, type TemplateResult } from 'lit';
import { directionOf, localeOf, speak } from './language.js';
import { prepareRehearsal } from './rehearsal.js';
import { wear } from './themes.js';

interface Context {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly viewMode?: string;
}

/** What a story stands on: the page, set up as the toolbar says. */
export const createGround = (
  classes: readonly CustomElementConstructor[],
): ((story: () => unknown, context: Context) => TemplateResult) => {
  const rehearse = prepareRehearsal(classes);

  return (story, context) => {
    const { globals, viewMode } = context;
    const scheme = String(globals['scheme']);
    const direction = directionOf(context);
    const page = document.documentElement;
    wear(String(globals['theme']));
    speak(String(globals['locale']));
    const reduced = globals['motion'] === 'reduced';
    rehearse({
      forcedColors: globals['colors'] === 'forced',
      reducedMotion: reduced,
      reducedTransparency: reduced,
      largeText: globals['text'] === 'large',
    });
    page.classList.toggle('story-compact', globals['density'] === 'compact');
    // A page of documentation keeps its own look around its stories.
    if (viewMode === 'docs')
      return html`<div class="story-ground ${scheme.replace(' ', '-')}" dir=${direction}>${story()}</div>`;
    // The page's own ground follows the scheme, so that axe measures contrast against what is seen.
    page.style.colorScheme = scheme;
    page.style.background = 'Canvas';
    page.style.color = 'CanvasText';
    page.dir = direction;
    page.lang = localeOf(context) ?? 'en';
    return html`${story()}`;
  };
};
