import { linkParts } from './link-parts.ts';

/** Text with its addresses as links that tell nobody where they were pressed. */
export function ChatText({ text }: { text: string }) {
  return (
    <p class="chat-text">
      {linkParts(text).map((part, at) =>
        'href' in part ? (
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
