export interface AfterCommand {
  /** Runs `work` twice: when the page has done what a command led to at once, and in the next task. */
  ask(): void;
  stop(): void;
}

/**
 * The effect of a host's press is what the host waits for: it does not wait for the next frame, as the page's
 * own changes do. Most of it is there when the command's events have been heard and what was promised within them is
 * kept; what frameworks put off comes a task later, which browsers may let wait until they have drawn.
 */
export function createAfterCommand(work: () => void): AfterCommand {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  let stopped = false;
  port1.onmessage = () => {
    asked = false;
    work();
  };
  return {
    ask() {
      if (asked) return;
      asked = true;
      queueMicrotask(() => stopped || work());
      port2.postMessage(null);
    },
    stop() {
      stopped = true;
      port1.close();
    },
  };
}
