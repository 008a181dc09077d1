/** Prints the part of the page that this button is in, and nothing else (`console.css`). */
export function printAlone(button: Element): void {
  const part = button.closest('[data-print-alone]');
  if (!part) return;
  part.classList.add('is-printed');
  document.documentElement.classList.add('prints-part');
  addEventListener(
    'afterprint',
    () => {
      part.classList.remove('is-printed');
      document.documentElement.classList.remove('prints-part');
    },
    { once: true },
  );
  print();
}
