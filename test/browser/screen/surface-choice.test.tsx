import axe from 'axe-core';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SurfaceChoiceCard } from '../../../shared/browser/screen/control/surface-choice.tsx';
import type { NativeSurface } from '../../../shared/protocol/manager.ts';
import { program } from '../../support/manager/stand-in-manager.ts';
import '../../../shared/browser/ui/tokens.css';
import '../../../shared/browser/ui/base.css';
import '../../../shared/browser/assist/assist.css';

test('the owner says which window it is, of two with the same name, or none', async () => {
  const chosen: NativeSurface[] = [];
  let none = 0;
  const root = document.createElement('main');
  root.className = 'assist';
  document.body.replaceChildren(root);
  render(
    <SurfaceChoiceCard
      choice={{
        stream: new MediaStream(),
        screens: [],
        windows: [program, { ...program, id: '8' }],
        choose: (surface) => chosen.push(surface),
      }}
      viewerName="Anna Host"
      onNone={() => (none += 1)}
    />,
    root,
  );
  const { violations } = await axe.run(root, { resultTypes: ['violations'] });
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(page.getByRole('button', { name: 'It is this one' }).element()).toHaveProperty('disabled', true);
  await userEvent.selectOptions(page.getByRole('combobox').element(), '8');
  await userEvent.click(page.getByRole('button', { name: 'It is this one' }));
  expect(chosen).toEqual([{ kind: 'application', window: '8' }]);
  await userEvent.click(page.getByRole('button', { name: 'None: no control' }));
  expect(none).toBe(1);
});
