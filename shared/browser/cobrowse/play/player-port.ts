import * as v from 'valibot';
import { consoleNow, type FromPlayer, fromPlayerSchema, type ToPlayer } from './player-messages.ts';

export interface PlayerPort {
  /** Heard within the call, and so before the next press in the player. What is not `given` is copied. */
  post(message: ToPlayer, given?: Transferable[]): void;
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
    post(message, given = []) {
      const detail = structuredClone(message, { transfer: given });
      port.dispatchEvent(new CustomEvent(consoleNow, { detail }));
    },
  };
}
