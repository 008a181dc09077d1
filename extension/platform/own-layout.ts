import type { Layout } from '../../shared/queue/layouts.ts';
import { type SignIn, store } from './store.ts';

type Host = Pick<SignIn, 'relay' | 'name'>;
const keyOf = ({ relay, name }: Host) => `${relay} ${name}`;

/** The console that this host has chosen last in this browser, for their site. */
export const ownLayout = async (host: Host): Promise<Layout | null> =>
  (await store.consoleLayout.get())?.[keyOf(host)] ?? null;

export async function keepOwnLayout(host: Host, layout: Layout): Promise<void> {
  await store.consoleLayout.set({ ...(await store.consoleLayout.get()), [keyOf(host)]: layout });
}
