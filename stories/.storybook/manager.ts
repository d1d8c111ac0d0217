import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Agent chat adapter',
    brandUrl: '.',
    colorSecondary: '#2455d6',
    appBg: '#f6f7f9',
  }),
});
