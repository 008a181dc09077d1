import { describeStory } from '../support/story/whole-story.ts';

// The other pairs are in test/long.
describeStory([
  { host: 'chromium', customer: 'firefox', path: 'direct', blockedBy: 'nothing' },
  { host: 'firefox', customer: 'chromium', path: 'relay', blockedBy: 'network' },
]);
