/** For comparing and finding: without accents, capitals and blanks around it, so that `novak` finds Novák. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
