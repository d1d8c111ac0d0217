import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { showsSomething, speaks } from '../support/shows-something.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Journeys',
          ['Answer', 'Two chats at once', 'End', 'Wrap-up A', 'Wrap-up B'],
          'Tags',
          ['chat-adapter', 'chat-provider', 'chat-launcher', 'chat-list', 'chat-indicator', 'response-timer'],
        ],
      },
    },
    viewport: { options: { narrow: { name: 'Narrow page', styles: { width: '320px', height: '568px' } } } },
  },
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light dark', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Reading direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { scheme: 'light', direction: 'ltr' },
  decorators: [
    (story, { globals, viewMode }) => {
      const scheme = String(globals['scheme']);
      const direction = String(globals['direction']);
      // A page of documentation keeps its own look around its stories.
      if (viewMode === 'docs')
        return html`<div class="story-ground ${scheme.replace(' ', '-')}" dir=${direction}>${story()}</div>`;
      // The page's own ground follows the scheme, so that axe measures contrast against what is seen.
      const page = document.documentElement;
      page.style.colorScheme = scheme;
      page.style.background = 'Canvas';
      page.style.color = 'CanvasText';
      page.dir = direction;
      return story();
    },
  ],
  /** No story may pass whose tag shows nothing. A story that ends with nothing to see says so, and checks it itself. */
  afterEach: ({ canvasElement, component, parameters, viewMode }) => {
    if (viewMode !== 'story' || component === undefined || parameters['endsHidden'] === true) return;
    const tags = [...canvasElement.querySelectorAll(component)];
    if (tags.length === 0) throw new Error(`There is no <${component}> in this story.`);
    const lives = component === 'chat-provider' ? speaks : showsSomething;
    if (!tags.every(lives)) throw new Error(`<${component}> shows nothing.`);
  },
};

export default preview;
