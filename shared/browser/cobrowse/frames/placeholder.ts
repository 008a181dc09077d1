import { language } from '../../ui/language.ts';

/** All that the player itself has to say; the other texts would be two thirds of what it loads. */
const hidden = {
  en: 'This part of the page cannot be shown.',
  cs: 'Tuto část stránky nelze ukázat.',
};

/** A frame whose content is still on its way says nothing for so long. */
const saysAfter = '1.5s';

/** Draws into an empty frame of the mirror that there is one, which cannot be shown. What comes into the frame later replaces it. */
export function drawPlaceholder(frame: HTMLIFrameElement): void {
  const doc = frame.contentDocument;
  if (!doc) return;
  const root = doc.createElement('html');
  const style = doc.createElement('style');
  style.textContent = `
    html { height: 100%; background: repeating-linear-gradient(45deg, #f1f3f5 0 10px, #e7eaee 10px 20px); }
    body { margin: 0; height: 100%; display: grid; place-items: center; overflow: hidden; }
    p { margin: 0; padding: 2px 8px; background: #fff; color: #39424e; font: 13px/1.4 system-ui, sans-serif;
      text-align: center; animation: says 0s ${saysAfter} backwards; }
    @keyframes says { from { visibility: hidden; } }`;
  const body = doc.createElement('body');
  const text = doc.createElement('p');
  text.textContent = hidden[language];
  body.append(text);
  root.append(style, body);
  root.dataset['besidePlaceholder'] = '';
  // `replaceChildren` would count the old root element as a second one.
  for (const child of [...doc.childNodes]) child.remove();
  doc.append(root);
}
