import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../../custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Journeys', '*'] } },
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
    (story, { globals, viewMode, canvasElement }) => {
      // On a page of documentation only the story's own frame follows: the page around it is Storybook's.
      const ground = viewMode === 'docs' ? canvasElement : document.documentElement;
      ground.style.colorScheme = String(globals.scheme);
      // The ground has the scheme's colours, so that axe measures contrast against what is seen.
      ground.style.background = 'Canvas';
      ground.style.color = 'CanvasText';
      ground.dir = String(globals.direction);
      return story();
    },
  ],
};

export default preview;
