import * as v from 'valibot';
import { type FromPlayer, fromPlayerSchema, type ToPlayer } from './player-messages.ts';

/** The console's end of the port; a later owner of the same port takes it over. */
export function openPlayerPort(
  port: MessagePort,
  life: AbortSignal,
  handle: (message: FromPlayer) => void,
): { post(message: ToPlayer, given?: Transferable[]): void } {
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(fromPlayerSchema, data);
    if (parsed.success && !life.aborted) handle(parsed.output);
  };
  return { post: (message, given = []) => port.postMessage(message, given) };
}
