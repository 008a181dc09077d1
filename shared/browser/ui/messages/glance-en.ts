/** English texts about how good the way to somebody is, and what to do when it is not. */
export const glanceEn = {
  'glance.good': 'good',
  'glance.fair': 'fair',
  'glance.poor': 'poor',
  'glance.none': 'none',
  'glance.plain.good': 'Good connection',
  'glance.plain.fair': 'Slower connection',
  'glance.plain.poor': 'Poor connection',
  'glance.plain.none': 'Connecting…',
  'glance.silent': 'silent for {{time}}',
  'glance.offlineFor': 'offline for {{time}}',
  'glance.host': 'Host in this session',

  'trouble.no-relay': 'The relay cannot be reached.',
  'trouble.no-relay.next': 'Check your network. What you write is kept, and all goes on by itself.',
  'trouble.no-way': 'The way to {{name}} is not there yet.',
  'trouble.no-way.next': 'The chat works. If this stays so, ask {{name}} to reload the window of the session.',
  'trouble.silent': 'Nothing has come from {{name}} for a while.',
  'trouble.silent.next': 'Their network or computer may be busy. The last picture stays; it goes on by itself.',
  'trouble.slow': 'The line to {{name}} is slow.',
  'trouble.slow.next': 'Choose Screen Sampling in the tab Session, or view a page in place of the desktop.',

  'error.not-found': 'It is not there any more, or it is not yours.',
  'console.cannotOpen': 'This session cannot be opened',
  'console.cannotOpenText': 'If trying again does not help, open the session from the toolbar popup.',
} as const;
