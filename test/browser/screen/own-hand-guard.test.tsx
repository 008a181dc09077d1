import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OwnHandGuard } from '../../../shared/browser/screen/control/own-hand-guard.tsx';
import '../../../shared/browser/ui/tokens.css';
import '../../../shared/browser/ui/base.css';
import '../../../shared/browser/screen/screen.css';

const root = document.createElement('main');
afterEach(() => render(null, root));

test('[C10] while another controls the computer nothing can be pressed here but what takes away', async () => {
  const done: string[] = [];
  const act = (what: string) => () => void done.push(what);
  let isOwnHand = false;
  document.body.replaceChildren(root);
  render(
    <>
      <OwnHandGuard control={{ isOwnHand: () => isOwnHand }} />
      <button type="button" onClick={act('add')}>
        Add a screen
      </button>
      <label>
        <input type="checkbox" onChange={act('also')} /> Also others
      </label>
      <form onSubmit={(event) => (event.preventDefault(), act('send')())}>
        <input aria-label="Words" />
      </form>
      <footer data-takes-away>
        <button type="button" onClick={act('stop')}>
          <span>Stop</span>
        </button>
      </footer>
    </>,
    root,
  );
  const pressAll = async () => {
    await userEvent.click(page.getByRole('button', { name: 'Add a screen' }));
    await userEvent.keyboard('{Enter} ');
    await userEvent.click(page.getByText('Also others'));
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('a{Enter}');
    await userEvent.click(page.getByText('Stop'));
  };
  await pressAll();
  expect(done).toEqual(['stop']);
  expect(page.getByRole('checkbox').element()).toHaveProperty('checked', false);
  // What is typed is no press.
  expect(page.getByRole('textbox').element()).toHaveProperty('value', 'a');
  await expect.poll(() => root.querySelector('[data-not-own-hand]')?.textContent).toContain('Move your own mouse');
  const { violations } = await axe.run(root, { resultTypes: ['violations'] });
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  isOwnHand = true;
  done.length = 0;
  await pressAll();
  expect(done).toEqual(['add', 'add', 'add', 'also', 'send', 'stop']);
});
