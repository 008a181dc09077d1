import { useEffect, useRef } from 'preact/hooks';
import { language } from '../../../../shared/browser/ui/language.ts';
import { buttonSheet, type Look } from '../../embed/button-look.ts';
import { wordsFor } from '../../embed/words.ts';
import { t } from '../say.ts';

interface Props {
  text: string;
  closedText: string;
}

/** The button as pages will have it, while the queue is open and while it is closed. It cannot be pressed. */
export function ButtonPreview({ text, closedText }: Props) {
  const words = wordsFor('', language);
  return (
    <div class="field">
      <h3>{t('website.preview')}</h3>
      <div class="row button-preview">
        <Drawn look="open" text={text.trim() || words.open} />
        <Drawn look="closed" text={closedText.trim() || words.closed} />
      </div>
    </div>
  );
}

function Drawn({ look, text }: { look: Look; text: string }) {
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [buttonSheet()];
    const button = document.createElement('button');
    button.className = look;
    button.textContent = text;
    root.replaceChildren(button);
  }, [look, text]);
  return <span ref={host} class="button-drawn" data-look={look} inert />;
}
