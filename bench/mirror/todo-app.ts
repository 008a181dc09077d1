import type { Page } from 'puppeteer';
import { geometricMean } from '../row.ts';
import { threadMs } from './cpu.ts';
import { settled } from './operations.ts';
import type { Peer, Theatre } from './theatre.ts';

/** TodoMVC's own apps, each in another framework, as npm's `todomvc` has them with all that they need. */
const apps = ['vanillajs', 'backbone', 'angularjs', 'knockoutjs', 'vue'];
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
  for (const step of [add, complete, remove]) {
    const left = await step(customer);
    if (left !== items) throw new Error(`${app}: ${left} of ${items} after the step ${step.name}`);
    await settled(customer);
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
    return document.querySelectorAll('#todo-list > li').length;
  }, items);

const complete = (page: Page) =>
  page.evaluate((count) => {
    for (let at = 0; at < count; at += 1)
      document.querySelectorAll<HTMLInputElement>('#todo-list > li .toggle')[at]?.click();
    return document.querySelectorAll('#todo-list > li.completed').length;
  }, items);

const remove = (page: Page) =>
  page.evaluate((count) => {
    for (let at = 0; at < count; at += 1) document.querySelector<HTMLElement>('#todo-list > li .destroy')?.click();
    return count - document.querySelectorAll('#todo-list > li').length;
  }, items);
