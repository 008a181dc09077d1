interface BrowserEvent<F> {
  addListener(listener: F): void;
  removeListener(listener: F): void;
}

/** Hears an event of the browser until the signal aborts. */
export function listen<F>(event: BrowserEvent<F>, listener: NoInfer<F>, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => event.removeListener(listener));
}
