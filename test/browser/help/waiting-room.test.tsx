import { render } from 'preact';
import { expect, test } from 'vitest';
import { WaitingRoom } from '../../../server/pages/help/waiting-room.tsx';
import type { WaitingView } from '../../../shared/queue/waiting-view.ts';

const minute = 60_000;
const waits = {
  phase: 'waiting',
  queueId: 'shop',
  queueName: 'Shop',
  place: 3,
  estimate: null,
  isSomebodyThere: true,
  isOpen: true,
  opensAt: null,
  nobodyText: '',
  isOffered: false,
} as const satisfies WaitingView;

/** What a customer reads. */
function reads(view: Partial<Extract<WaitingView, { phase: 'waiting' }>>, isConnected = true): string {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  render(<WaitingRoom view={{ ...waits, ...view }} isConnected={isConnected} onCancel={() => undefined} />, root);
  return root.innerText;
}
test.each([
  [0, minute, 'under a minute'],
  [minute, 2 * minute, '1 to 2 minutes'],
  [20 * minute, 40 * minute, '20 to 40 minutes'],
  [60 * minute, null, 'over an hour'],
])('a wait of %i to %s ms is told as a rounded range: %s', (fromMs, toMs, text) => {
  expect(reads({ estimate: { fromMs, toMs } })).toContain(text);
});

test('who waits reads the own place and what happens next; nothing is said of what is not known', () => {
  const text = reads({});
  for (const part of ['You are in the queue', 'Your place', '3', 'What happens next']) expect(text).toContain(part);
  expect(text).not.toContain('About how long');
  expect(reads({ place: null })).not.toContain('Your place');
});

test('while nobody is there it says so, and after the queue’s hours when it opens again', () => {
  const nobody = reads({ isSomebodyThere: false, nobodyText: 'Back soon.' });
  for (const part of ['At the moment nobody is there.', 'Back soon.']) expect(nobody).toContain(part);
  const opensAt = Date.parse('2026-12-07T08:00:00Z');
  const closed = reads({ isSomebodyThere: false, isOpen: false, opensAt, nobodyText: 'Until Monday!' });
  for (const part of ['Its hours are over for now.', 'Opens again: Monday', 'Until Monday!'])
    expect(closed).toContain(part);
  // Hosts who stay longer take those who wait.
  expect(reads({ isOpen: false, opensAt })).not.toContain('Opens again');
});

test('a lost line is said, with the word that the place is kept', () => {
  expect(reads({}, false)).toContain('Your place is kept');
});
