import { press, seesText } from '../../../test/support/story/press.ts';
import type { Scene } from '../scene.ts';
import { names } from '../stage.ts';

const size = { width: 460, height: 720 };

export const help: Scene = {
  name: 'help',
  async play({ customer, relay, text, setQueues, shoot }) {
    await setQueues();
    const choice = await customer.open(`${relay.url}/help`);
    await seesText(choice, 'Night desk');
    await shoot(choice, 'choice', size);
    const closed = await customer.open(`${relay.url}/help/closed`);
    await seesText(closed, 'We are here again');
    await shoot(closed, 'closed', size);
    const wrong = await customer.open(`${relay.url}/help/nowhere`);
    await seesText(wrong, text('help.noQueue'));
    await shoot(wrong, 'no-such-queue', size);
    const form = await customer.open(`${relay.url}/help/shop`);
    await (await form.waitForSelector('input[name="name"]'))?.type(names.long);
    await press(form, text('help.ask'));
    await seesText(form, text('help.fault.missing'));
    await shoot(form, 'form-missing', size);
    await form.type('input[name="order"]', '4711');
    await press(form, text('help.ask'));
    await seesText(form, text('waiting.place'));
    await shoot(form, 'waiting', size);
  },
};
