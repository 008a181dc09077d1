import { describeStory } from '../support/story/whole-story.ts';

describeStory([
  { host: 'chromium', customer: 'chromium', path: 'relay', blockedBy: 'site' },
  { host: 'firefox', customer: 'chromium', path: 'direct', blockedBy: 'nothing' },
  { host: 'chromium', customer: 'chromium', path: 'direct', blockedBy: 'nothing' },
  { host: 'chromium', customer: 'firefox', path: 'relay', blockedBy: 'network' },
]);
