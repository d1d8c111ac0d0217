import { StoryPlayer } from './player/story-player.js';

/** The stories' own tags. Called, not imported for its effect: a build drops what seems to have none. */
export const defineStoryTags = (): void => {
  const own = { 'story-player': StoryPlayer };
  for (const [tag, element] of Object.entries(own)) if (!customElements.get(tag)) customElements.define(tag, element);
};
