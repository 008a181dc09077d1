/** The browser's dialog for files, by a gesture; nothing is said of one that is called off. */
export function chooseFiles(onChosen: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  // In the page: of one that is in none, nobody who watches the page's dialogs is told.
  input.hidden = true;
  document.body.append(input);
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    input.remove();
    onChosen([...(input.files ?? [])]);
  });
  input.click();
}
