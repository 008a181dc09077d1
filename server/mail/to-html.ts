import type { Letter } from '../../shared/mail/letter.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (one) => entities[one] ?? '');

/** A letter as plain HTML: nothing in it loads anything. */
export function toHtml({ language, subject, paragraphs }: Letter): string {
  const body = paragraphs.map((one) =>
    typeof one === 'string' ? `<p>${escape(one)}</p>` : `<p><a href="${escape(one.link)}">${escape(one.link)}</a></p>`,
  );
  const head = `<head><meta charset="utf-8"><title>${escape(subject)}</title></head>`;
  return `<!doctype html><html lang="${language}">${head}<body>${body.join('')}</body></html>`;
}
