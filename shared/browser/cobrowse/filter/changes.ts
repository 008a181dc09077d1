export interface Changes {
  tell(): void;
  onChange(handler: () => void): void;
  stop(): void;
}

/** A page that changes what is hidden all the time must not be sent anew all the time. */
const restMs = 1_000;

/** At most one call a second, the first without delay. Never within the caller's own work, which it might disturb. */
export function createChanges(): Changes {
  let handler: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = -Infinity;
  return {
    tell() {
      if (timer !== null || !handler) return;
      timer = setTimeout(
        () => {
          timer = null;
          last = performance.now();
          handler?.();
        },
        Math.max(0, last + restMs - performance.now()),
      );
    },
    onChange: (next) => void (handler = next),
    stop() {
      handler = null;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
