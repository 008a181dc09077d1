import { call } from '../../test/support/relay-client.ts';
import { inboundOf, queueOf } from '../../test/support/queues.ts';

const closedAllWeek = {
  timeZone: 'Europe/Prague',
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [],
};
const hello = {
  title: 'Hello',
  text: {
    en: 'Hello {{customer}}, this is {{host}} of {{site}}. How can I help you?',
    cs: 'Dobrý den, {{customer}}, tady {{host}} ({{site}}). Jak vám mohu pomoci?',
  },
};
const number = {
  title: 'Come back later',
  text: {
    en: 'If the line breaks, come back with the number {{number}} or through the queue {{queue}}.',
    cs: 'Když se spojení přeruší, vraťte se s číslem {{number}} nebo přes frontu {{queue}}.',
  },
};

/** Queues in all their states: open with a form, closed, without anybody, and with a long name. */
export async function queuesOfGallery(relay: string, adminBearer: string): Promise<void> {
  const inbound = inboundOf(
    queueOf('shop', {
      name: 'Orders and returns',
      description: 'Orders, deliveries and returns.',
      isNameAsked: true,
      isChosenByHosts: true,
      form: [
        { id: 'order', kind: 'number', label: 'Order number', required: true },
        { id: 'about', kind: 'choice', label: 'What is it about?', required: false, choices: ['Delivery', 'Return'] },
      ],
      rules: [],
      cannedTexts: [number],
    }),
    queueOf('billing', {
      name: 'Billing of business customers in the whole of Central Europe',
      description: 'Invoices.',
      strategy: 'everybody',
    }),
    queueOf('closed', { name: 'Complaints', hours: closedAllWeek, closedText: 'We are here again in spring.' }),
    queueOf('lonely', { name: 'Night desk', members: [], nobodyText: 'We are back in the morning.' }),
  );
  const answer = await call(relay, 'PUT', '/api/inbound', {
    token: adminBearer,
    body: { ...inbound, cannedTexts: [hello] },
  });
  if (!answer.ok) throw new Error(`The queues were refused: ${await answer.text()}`);
}
