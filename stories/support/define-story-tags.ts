import { ThemeBuilder } from '../theme-builder/theme-builder.js';
import { TagAnatomy } from './docs/tag-anatomy.js';
import { TagGuide } from './docs/tag-guide.js';
import { TagReference } from './docs/tag-reference.js';
import { StoryPlayer } from './player/story-player.js';
import { ShiftTally } from './shift-tally.js';
import { StoryCode } from './snippets/story-code.js';

/** The stories' own tags. Called, not imported for its effect: a build drops what seems to have none. */
export const defineStoryTags = (): void => {
  const own = {
    'shift-tally': ShiftTally,
    'story-code': StoryCode,
    'story-player': StoryPlayer,
    'tag-anatomy': TagAnatomy,
    'tag-guide': TagGuide,
    'tag-reference': TagReference,
    'theme-builder': ThemeBuilder,
  };
  for (const [tag, element] of Object.entries(own)) if (!customElements.get(tag)) customElements.define(tag, element);
};
