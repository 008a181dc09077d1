import { openX, type XConnection } from '../../../manager/x11/connection.ts';
import { openDisplay } from '../display.ts';
import { waitFor } from '../wait-for.ts';

export interface Desktop {
  display: string;
  /** A connection beside those under test, for looking and for the person's own hands. */
  x: XConnection;
  /** Keys and buttons that are down, by whomever. */
  down(): Promise<{ keys: number; buttons: number }>;
  close(): Promise<void>;
}

/** An X server with a window manager that has taken up its work. */
export async function openDesktop(size?: string): Promise<Desktop> {
  const display = await openDisplay(size);
  const x = await openX(display.name);
  const manager = await x.atom('_NET_SUPPORTING_WM_CHECK');
  await waitFor(
    'the window manager',
    async () => {
      const { data } = await x.ask(x.client.GetProperty, 0, x.root, manager, 0, 0, 1);
      return data.length > 0;
    },
    30_000,
  );
  return {
    display: display.name,
    x,
    async down() {
      const [pointer, keys] = await Promise.all([x.ask(x.client.QueryPointer, x.root), x.ask(x.client.QueryKeymap)]);
      return {
        buttons: [8, 9, 10].filter((bit) => pointer.keyMask & (1 << bit)).length,
        keys: [...keys].reduce((sum, bits) => sum + bits.toString(2).replaceAll('0', '').length, 0),
      };
    },
    async close() {
      x.close();
      await display.close();
    },
  };
}
