import { eventsOf } from '../manifest.js';
import { snippetsOf } from './frameworks.js';
import { sampleOf, type StoryContext } from './sample.js';

/** The code that Storybook shows for a story by itself: as HTML. */
export const sourceOf = (rendered: string, context: StoryContext): string => {
  const sample = sampleOf(rendered, context, eventsOf);
  return (sample && snippetsOf(sample)[0]?.code) ?? rendered;
};
