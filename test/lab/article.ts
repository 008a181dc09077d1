const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The text of a README as a page: headings, paragraphs, lists, code. Enough of Markdown to read it. */
export function articleOf(markdown: string): string {
  const parts = markdown.replace(/\r/g, '').split(/^```.*$/m);
  const body = parts.map((part, at) => (at % 2 === 1 ? `<pre><code>${escape(part)}</code></pre>` : prose(part)));
  return `<head></head><body><article>${body.join('')}</article></body>`;
}

function prose(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => {
      const heading = /^#{1,6} /.exec(block);
      if (heading)
        return `<h${heading[0].length - 1}>${inline(block.slice(heading[0].length))}</h${heading[0].length - 1}>`;
      if (/^\s*[-*] /.test(block))
        return `<ul>${block
          .split(/\n(?=\s*[-*] )/)
          .map((item) => `<li>${inline(item)}</li>`)
          .join('')}</ul>`;
      return `<p>${inline(block)}</p>`;
    })
    .join('');
}

/** Links and code as elements of their own, as they are on a site. */
const inline = (text: string) =>
  escape(text.replace(/<\/?[a-z][^<>]*>/gi, ''))
    .replace(/!?\[([^\]]*)\]\([^)\n]*\)/g, '<a href="/x">$1</a>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>');
