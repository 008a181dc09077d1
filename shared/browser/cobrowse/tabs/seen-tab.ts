import type { MirrorTabs } from '../../../protocol/tabs.ts';

/**
 * The tab that the host sees: the one it has chosen by hand, else the one that the customer looks at. Both sides
 * ask this, so that each knows it without waiting for the other.
 */
export function seenTab(
  { tabs, looking }: Pick<MirrorTabs, 'looking'> & { tabs: readonly { tab: number }[] },
  chosen: number | null,
): number | null {
  const isThere = (tab: number | null) => tabs.some((one) => one.tab === tab);
  if (isThere(chosen)) return chosen;
  return isThere(looking) ? looking : (tabs[0]?.tab ?? null);
}
