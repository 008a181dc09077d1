import * as v from 'valibot';
import { consoleNow, type FromPlayer, fromPlayerSchema, type ToPlayer } from './player-messages.ts';

export interface PlayerPort {
  post(message: ToPlayer, given?: Transferable[]): void;
  /** Before the next press in the player. What was posted before may come after it. */
  now(message: ToPlayer): void;
}

/** The console's end of the port; a later owner of the same port takes it over. */
export function openPlayerPort(
  port: MessagePort,
  life: AbortSignal,
  handle: (message: FromPlayer) => void,
): PlayerPort {
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(fromPlayerSchema, data);
    if (parsed.success && !life.aborted) handle(parsed.output);
  };
  return {
    post: (message, given = []) => port.postMessage(message, given),
    now(message) {
      const isUnheard = port.dispatchEvent(new CustomEvent(consoleNow, { detail: message, cancelable: true }));
      if (isUnheard) port.postMessage(message);
    },
  };
}
