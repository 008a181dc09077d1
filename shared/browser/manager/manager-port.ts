import type { ManagerCommand } from '../../protocol/manager.ts';

/** A port to a native program, as the browser gives it. */
export interface ManagerPort {
  /** Throws once the port is closed. */
  post(command: ManagerCommand): void;
  onMessage(handler: (message: unknown) => void): void;
  /** The program has ended or was never there. Not called for one's own `close`. */
  onClose(handler: () => void): void;
  close(): void;
}
