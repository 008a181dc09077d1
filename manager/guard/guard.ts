import { createInterface } from 'node:readline';
import { openDesk } from '../desk/open-desk.ts';

/** Hears what is pressed and released, and releases the rest once the pipe ends. */
export async function guard(): Promise<void> {
  const down = new Set<string>();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const [kind = '', code = '', state] = line.split(' ');
    if (state === 'down') down.add(`${kind} ${code}`);
    else down.delete(`${kind} ${code}`);
  });
  const ended = new Promise<void>((resolve) => lines.once('close', resolve));
  // Opened before it is needed: at the end every moment counts.
  const [{ desk }] = await Promise.all([openDesk(), ended]);
  for (const entry of down) {
    const [kind, code] = entry.split(' ');
    if (kind === 'key') desk?.key(Number(code), false);
    else desk?.button(Number(code), false);
  }
  await desk?.close();
}
