import type { EmbedSettings } from './settings.ts';

/** Whether requests are taken now. What cannot be asked (a policy of the site's, no network) the help window will tell. */
export async function isQueueOpen({ relay, queue }: EmbedSettings): Promise<boolean> {
  if (!queue) return true;
  try {
    const answer = await fetch(`${relay}/embed/queues/${encodeURIComponent(queue)}`, { credentials: 'omit' });
    return (await answer.text()) !== 'closed';
  } catch {
    return true;
  }
}
