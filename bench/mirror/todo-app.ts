import type { Page } from 'puppeteer';
import { geometricMean } from '../row.ts';
import { threadMs } from './cpu.ts';
import { settled } from './operations.ts';
import type { Peer, Theatre } from './theatre.ts';

/** TodoMVC's own apps, each in another framework, as npm's `todomvc` has them with all that they need. (The one without a framework numbers items by the millisecond, and so mixes up those of a quick hand.) */
const apps = ['backbone', 'angularjs', 'knockoutjs', 'vue'];
const items = 100;

/** Speedometer's steps in each app: add 100, complete 100, delete 100. Geometric mean of the main thread's CPU, ms. */
export async function todoApps(theatre: Theatre, peer: Peer): Promise<number> {
  const spent: number[] = [];
  for (const app of apps) spent.push(await todoApp(theatre, peer, app));
  return geometricMean(spent);
}

async function todoApp(theatre: Theatre, peer: Peer, app: string): Promise<number> {
  const { customer, cdp } = theatre;
  const path = `/npm/todomvc/examples/${app}/index.html`;
  await theatre.open('none', path);
  // They keep their lists from one time to the next.
  await customer.evaluate(() => localStorage.clear());
  await theatre.open(peer, path);
  await theatre.mirror();
  await settled(customer);
  const before = await threadMs(cdp);
  for (const [step, selector, expected] of [
    [add, '#todo-list > li', items],
    [complete, '#todo-list > li.completed', items],
    [remove, '#todo-list > li', 0],
  ] as const) {
    await step(customer);
    // Some draw in a task of their own.
    await settled(customer);
    const found = await customer.evaluate((what) => document.querySelectorAll(what).length, selector);
    if (found !== expected) throw new Error(`${app}: ${found} × ${selector}, and not ${expected}`);
  }
  await theatre.settle();
  return (await threadMs(cdp)) - before;
}

const add = (page: Page) =>
  page.evaluate((count) => {
    const enter = { key: 'Enter', keyCode: 13, which: 13, bubbles: true, cancelable: true };
    for (let at = 0; at < count; at += 1) {
      const field = document.querySelector<HTMLInputElement>('#new-todo');
      if (!field) break;
      field.value = `Something to do ${at}`;
      // Each app listens to another of these; the field is empty once one has heard.
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
      for (const type of ['keydown', 'keypress', 'keyup']) field.dispatchEvent(new KeyboardEvent(type, enter));
      field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    }
  }, items);

const press = (page: Page, selector: string) =>
  page.evaluate((what) => {
    // The last first: those before it stay where they are.
    for (const one of [...document.querySelectorAll<HTMLElement>(what)].reverse()) one.click();
  }, selector);
const complete = (page: Page) => press(page, '#todo-list > li .toggle');
const remove = (page: Page) => press(page, '#todo-list > li .destroy');
