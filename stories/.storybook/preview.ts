import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { define } from '../../src/define/define.js';
import TagPage from '../guides/tag-page.mdx';
import { defineStoryTags } from '../support/define-story-tags.js';
import { eventNames, manifest, tagNames } from '../support/manifest.js';
import { showsSomething, speaks } from '../support/shows-something.js';
import { sourceOf } from '../support/snippets/source-of.js';
import { globalTypes, initialGlobals } from '../support/toolbar/globals.js';
import { createGround } from '../support/toolbar/ground.js';

// Called, not imported for its effect: the package says that only what is in dist has one, and a build would drop it.
define();
defineStoryTags();
setCustomElementsManifest(manifest);

const tagClasses = tagNames.flatMap((tag) => customElements.get(tag) ?? []);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true, disableSaveFromUI: true },
    docs: { page: TagPage, codePanel: true, source: { transform: sourceOf }, canvas: { sourceState: 'none' } },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Theme',
          ['Theme in a minute', 'Theme builder'],
          'Journeys',
          [
            'A shift in one page',
            'Answer',
            'Two chats at once',
            'Two agents',
            'The customer comes back',
            'By phone',
            'Cut off',
            'The page says no',
            'End',
            'Wrap-up A',
            'Wrap-up B',
            'Wrap-up limits',
          ],
          'Tags',
          ['chat-adapter', 'chat-provider', 'chat-launcher', 'chat-list', 'chat-indicator', 'response-timer'],
          'Docs',
          [
            'Getting started',
            'Why not an iframe',
            'Events and streams',
            'Slots, parts and states',
            'Theming',
            'Languages',
            'Accessibility',
            'Security',
            'Any page',
            'Write your own connector',
            'The wire',
            'Test your page',
            'Upgrading',
            'How we test looks',
          ],
          'State sheet',
        ],
      },
    },
    viewport: { options: { narrow: { name: 'Narrow page', styles: { width: '320px', height: '568px' } } } },
  },
  globalTypes,
  initialGlobals,
  // A control stands only where a story has something to change.
  argTypesEnhancers: [
    ({ argTypes, initialArgs }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          name in initialArgs ? type : { ...type, control: false },
        ]),
      ),
  ],
  decorators: [createGround(tagClasses)],
  /** What the tags tell and ask is listed beside the story. */
  beforeEach: ({ canvasElement }) => {
    const end = new AbortController();
    for (const name of eventNames) {
      const list = action(name);
      canvasElement.addEventListener(name, (event) => void list((event as CustomEvent).detail), { signal: end.signal });
    }
    return () => end.abort();
  },
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
