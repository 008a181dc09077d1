import type { Page } from 'puppeteer';

/** Chooses the option with that text in a list, as a person would. False: there is none. */
export const chooseOption = (page: Page, list: string, text: string): Promise<boolean> =>
  page.evaluate(
    (selector, wanted) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      const option = [...(select?.options ?? [])].find((one) => one.textContent.includes(wanted));
      if (!select || !option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    list,
    text,
  );
