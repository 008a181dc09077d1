interface Options {
  /** The other side has not taken what it was answered so far. */
  isBehind(): boolean;
  mostWaiting: number;
}

/** Asks wait while whoever asks takes no answers: else what is read for them would pile up here. */
export function createHeldAsks({ isBehind, mostWaiting }: Options) {
  let waiting: (() => void)[] = [];
  return {
    /** False: too many wait. */
    take(act: () => void): boolean {
      if (waiting.length === 0 && !isBehind()) act();
      else if (waiting.length < mostWaiting) waiting.push(act);
      else return false;
      return true;
    },
    resume(): void {
      while (!isBehind()) {
        const act = waiting.shift();
        if (!act) return;
        act();
      }
    },
    forget(): void {
      waiting = [];
    },
  };
}
