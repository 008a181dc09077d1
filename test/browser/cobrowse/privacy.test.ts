import { expect, onTestFinished, test, vi } from 'vitest';
import { noControlRules } from '../../../shared/browser/cobrowse/filter/rules.ts';
import { noControlSelector } from '../../../shared/browser/cobrowse/filter/markers.ts';
import { createPrivacy } from '../../../shared/browser/cobrowse/filter/privacy.ts';
import { defaultPrivacyPolicy, type PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';

function open(html: string, policy: Partial<PrivacyPolicy> = {}) {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const doc = frame.contentDocument as Document;
  doc.documentElement.innerHTML = html;
  const changed = vi.fn<() => void>();
  const privacy = createPrivacy({
    policy: { ...defaultPrivacyPolicy, ...policy },
    doc,
    asset: (url, kind) => `asset:${kind} ${url}`,
  });
  privacy.onChange(changed);
  onTestFinished(() => {
    privacy.stop();
    frame.remove();
  });
  const find = (selector: string) => doc.querySelector(selector) as HTMLElement;
  return {
    doc,
    privacy,
    changed,
    find,
    text: (selector: string) => privacy.text(find(selector).firstChild as Text),
    attributes: (selector: string) => privacy.attributes(find(selector)),
    treatment: (selector: string) => privacy.treatment(find(selector)),
    field: (selector: string) => privacy.field(find(selector)),
  };
}

const masked = [
  'class="rr-mask"',
  'class="a sentry-mask b"',
  'class="fs-mask"',
  'class="surfly_private"',
  'data-private',
  'data-openreplay-masked',
  'data-openreplay-obscured',
  'data-hj-suppress',
  'data-dd-privacy="mask"',
  'data-assist-mask',
];
test.each(masked)('text and hints in an element with %s are masked', (mark) => {
  const { text, attributes, field } = open(
    `<div ${mark}><p title="Jana" data-x="Jana">Jana</p><input value="Jana"></div>`,
  );
  expect(text('p')).toBe('******');
  expect(attributes('p')).toEqual({ title: '******' });
  expect(field('input')?.text).toBe('******');
});

const blocked = [
  'class="rr-block"',
  'class="sentry-block"',
  'class="ph-no-capture"',
  'class="fs-exclude"',
  'class="no-upscope"',
  'class="redacted"',
  'data-openreplay-hidden',
  'data-private="block"',
  'data-assist-block',
];
test.each(blocked)('a box stands in for an element with %s', (mark) => {
  expect(open(`<div ${mark}>Jana</div>`).treatment('div')).toBe('block');
});

test.each([
  ['data-private="false"', 'Jana'],
  ['class="not-rr-mask"', 'Jana'],
  ['data-assist-mask data-assist-show', '******'],
])('in an element with %s "Jana" leaves as %s', (mark, expected) => {
  expect(open(`<p ${mark}>Jana</p>`).text('p')).toBe(expected);
});

test('the innermost word on what is shown counts', () => {
  const { text } = open('<div data-assist-mask>a<p data-assist-show>b<i data-assist-mask>c</i></p></div>');
  expect(['div', 'p', 'i'].map(text)).toEqual(['******', 'b', '******']);
});

test('a site may show a field, but none that nobody may see', () => {
  const { field } = open(
    '<form data-assist-show><input id="a" value="Prague"><input id="b" type="password" value="x7k2q9"><input id="c" name="pin" value="1234"><input id="d" value="4111111111111111"></form>',
    { rules: [{ selector: 'input', do: 'show' }] },
  );
  expect(['#a', '#b', '#c', '#d'].map((id) => field(id)?.text)).toEqual(['Prague', '******', '******', '******']);
});

test.each([
  ['open', 'Hello Jana a@b.example', 'Prague', 'typed', 'tip'],
  ['assist', 'Hello Jana [mail]', '******', '******', 'tip'],
  ['strict', '******', '******', '******', '******'],
] as const)('at the level %s text leaves as "%s" and fields as %s', (level, words, city, typed, tip) => {
  const { text, field, attributes } = open(
    '<p title="tip">Hello Jana a@b.example</p><input value="Prague"><div contenteditable>typed</div>',
    { level },
  );
  expect(text('p')).toBe(words);
  expect(field('input')?.text).toBe(city);
  expect(text('div')).toBe(typed);
  expect(attributes('p')['title']).toBe(tip);
});

test('private by default, only what is named is shown', () => {
  const { text, privacy } = open('<p>a</p><h1>b</h1>', { privateByDefault: true, shown: ['h1'] });
  expect(text('p')).toBe('******');
  expect(text('h1')).toBe('b');
  expect(privacy.title('Jana')).toBe('******');
});

test('a rule counts on the pages of its address', () => {
  const { text, treatment } = open('<p class="a">a</p><p class="b">b</p><main><p class="c">c</p></main>', {
    rules: [
      { selector: '.a', do: 'mask' },
      { selector: '.b', do: 'block', urlGlob: 'https://elsewhere.example/*' },
      { selector: 'main > .c', do: 'block' },
    ],
  });
  expect(text('.a')).toBe('******');
  expect(treatment('.b')).toBe('show');
  expect(treatment('.c')).toBe('block');
});

test('a rule that cannot be read hides all', () => {
  expect(open('<p>a</p>', { rules: [{ selector: 'p[[', do: 'mask' }] }).text('p')).toBe('******');
  expect(open('<p>a</p>', { rules: [{ selector: 'p[[', do: 'show' }] }).text('p')).toBe('a');
});

test('what a rule comes to match later is hidden, and that is told', async () => {
  const { text, find, changed } = open('<p>a</p>', { rules: [{ selector: '.late', do: 'mask' }] });
  expect(text('p')).toBe('a');
  find('p').className = 'late';
  expect(text('p')).toBe('******');
  await vi.waitUntil(() => changed.mock.calls.length === 1);
});

test('a mark that comes later hides what is inside, and that is told once', async () => {
  const { text, find, changed } = open('<div><p>a</p></div>');
  expect(text('p')).toBe('a');
  find('div').className = 'hover';
  expect(text('p')).toBe('a');
  find('div').className = 'rr-mask';
  expect(text('p')).toBe('******');
  await vi.waitUntil(() => changed.mock.calls.length > 0);
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a node that is moved out of a masked part takes no mask along, and into one none out', () => {
  const { text, find } = open('<div class="rr-mask"><p>a</p></div><main></main>');
  expect(text('p')).toBe('******');
  find('main').append(find('p'));
  expect(text('p')).toBe('a');
  find('div').append(find('p'));
  expect(text('p')).toBe('******');
});

test('a password stays one when it is shown, and so does what takes its place', () => {
  const { field, find, doc, privacy } = open('<input type="password" name="p" value="x7k2q9">', { level: 'open' });
  expect(field('input')?.text).toBe('******');
  find('input').setAttribute('type', 'text');
  expect(field('input')?.text).toBe('******');
  find('input').outerHTML = '<input name="p" value="x7k2q9">';
  expect(field('input')?.text).toBe('******');
  doc.body.append('It is x7k2q9!');
  expect(privacy.text(doc.body.lastChild as Text)).toBe('It is ******!');
});

test.each([{ pausePages: ['*'] }, { allowedOrigins: ['https://a.example'] }])(
  'with %j nothing of the page is shown',
  (policy) => {
    const { treatment, privacy } = open('<p>a</p>', policy);
    expect(treatment('p')).toBe('block');
    expect(privacy.title('a')).toBe('');
  },
);

test('addresses become assets or go', () => {
  const { attributes, privacy } = open(
    '<img src="https://a.example/i.png?s" srcset="x 2x" alt="Plant"><a href="https://a.example/b?s">x</a><video poster="https://a.example/p.png"></video>',
  );
  expect(attributes('img')).toEqual({ src: 'asset:image https://a.example/i.png?s', alt: 'Plant' });
  expect(attributes('a')).toEqual({ href: 'https://a.example/b' });
  expect(attributes('video')).toEqual({ poster: 'asset:image https://a.example/p.png' });
  expect(privacy.css('a{background:url(i.png)}', 'https://a.example/s/x.css')).toContain(
    'asset:image https://a.example/s/i.png',
  );
});

test('links are not taken for shadow roots, and text below a real one is', () => {
  const { text, find, privacy } = open('<a href="https://a.example/">Log in</a><div class="rr-mask"></div>');
  expect(text('a')).toBe('Log in');
  const root = find('div').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Jana</p>';
  expect(privacy.text(root.querySelector('p')?.firstChild as Text)).toBe('******');
});

test('an element 20,000 deep is answered for', () => {
  const { doc, privacy } = open('');
  let deepest: Element = doc.body;
  for (let depth = 0; depth < 20_000; depth++) deepest = deepest.appendChild(doc.createElement('b'));
  deepest.append('Jana');
  expect(privacy.text(deepest.firstChild as Text)).toBe('Jana');
  doc.body.replaceChildren();
});

test('where no host may act is said by the page and by the policy', () => {
  const rules = [
    { selector: '.pay', do: 'no-control' as const },
    { selector: '.other', do: 'no-control' as const, urlGlob: 'https://b.example/*' },
  ];
  const selector = noControlSelector(noControlRules({ ...defaultPrivacyPolicy, rules }, 'https://a.example/'));
  expect(selector).toBe('[data-assist-no-control],.pay');
});
