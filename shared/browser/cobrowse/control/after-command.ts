export interface AfterCommand {
  /** Runs `work` once, when the page has done what a command led to at once. */
  ask(): void;
  stop(): void;
}

/**
 * The effect of a host's press is what the host waits for: it does not wait for the next frame, as the page's
 * own changes do. A task, not a microtask: by then frameworks have drawn.
 */
export function createAfterCommand(work: () => void): AfterCommand {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  port1.onmessage = () => {
    asked = false;
    work();
  };
  return {
    ask() {
      if (asked) return;
      asked = true;
      port2.postMessage(null);
    },
    stop: () => port1.close(),
  };
}
