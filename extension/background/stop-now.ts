import { sendMessage } from '../platform/messages.ts';
import { showAssist } from '../platform/windows.ts';

/** The key command: assist window and consoles stop by themselves; the assist window comes to the front as the proof of it. */
export async function stopNow(): Promise<void> {
  await sendMessage({ type: 'stop.now' });
  await showAssist();
}
