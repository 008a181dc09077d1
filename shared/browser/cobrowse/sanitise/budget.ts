/** What one mirror may hold at most, from one snapshot to the next. */
export const budgets = {
  nodes: 250_000,
  depth: 512,
  /** Of one node. */
  children: 20_000,
  attributes: 200,
  /** Characters of one text, of one sheet, and of all. */
  text: 1024 * 1024,
  sheet: 4 * 1024 * 1024,
  sheets: 16 * 1024 * 1024,
  texts: 64 * 1024 * 1024,
  /** Constructed sheets, and kinds of elements of the page's own: the player forgets none of them. */
  adopted: 10_000,
  customNames: 1_000,
} as const;

export interface Budget {
  /** The first characters of `text` that may still come in. */
  style(text: string): string;
  text(text: string): string;
  adopted(): boolean;
  /** May an element be defined by this name? */
  customName(name: string): boolean;
  /** Something was left out because it was too much. */
  spend(): void;
  readonly over: boolean;
}

/** Counts what came in and never what went: a fresh snapshot begins a fresh budget. */
export function createBudget(): Budget {
  const names = new Set<string>();
  let sheets: number = budgets.sheets;
  let texts: number = budgets.texts;
  let adopted: number = budgets.adopted;
  let over = false;

  function cut(text: string, most: number): string {
    if (text.length <= most) return text;
    over = true;
    return text.slice(0, most);
  }
  return {
    style(text) {
      const kept = cut(text, Math.min(budgets.sheet, sheets));
      sheets -= kept.length;
      return kept;
    },
    text(text) {
      const kept = cut(text, Math.min(budgets.text, texts));
      texts -= kept.length;
      return kept;
    },
    adopted() {
      adopted -= 1;
      if (adopted < 0) over = true;
      return adopted >= 0;
    },
    customName(name) {
      if (names.has(name)) return true;
      if (names.size >= budgets.customNames) return false;
      names.add(name);
      return true;
    },
    spend() {
      over = true;
    },
    get over() {
      return over;
    },
  };
}
