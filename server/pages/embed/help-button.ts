import { buttonSheet, type Look } from './button-look.ts';
import { wordsFor } from './words.ts';

export interface HelpButton {
  /** What is ours in the page; null: the site has a button of its own. */
  readonly host: HTMLElement | null;
  /** Whether help can be had now. */
  setOpen(isOpen: boolean): void;
  /** Whether the help window is there. */
  setActive(isActive: boolean): void;
}

interface ButtonDeps {
  text: string | null;
  closedText: string | null;
  element: string | null;
  /** The window tells also when a closed queue opens again. */
  press(): void;
}

const place = ['all:initial', 'position:fixed', 'right:20px', 'bottom:20px', 'display:block', 'z-index:2147483646'];

/** The way to the help window: our button at the bottom right, in a closed shadow root, or an element of the site's. */
export function showButton(deps: ButtonDeps): HelpButton {
  const { host, show } = deps.element ? useOwn(deps.element, deps.press) : showOurs(deps);
  let isOpen = true;
  let isActive = false;
  const draw = () => show(isActive ? 'active' : isOpen ? 'open' : 'closed');
  whenParsed(draw);
  return {
    host,
    setOpen(next) {
      isOpen = next;
      whenParsed(draw);
    },
    setActive(next) {
      isActive = next;
      whenParsed(draw);
    },
  };
}

interface Button {
  host: HTMLElement | null;
  show(look: Look): void;
}

function showOurs({ text, closedText, press }: ButtonDeps): Button {
  const host = document.createElement('div');
  host.style.cssText = place.map((line) => `${line}!important`).join(';');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [buttonSheet()];
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) press();
  });
  root.append(button);
  return {
    host,
    show(look) {
      const words = wordsFor(document.documentElement.lang, navigator.language);
      button.className = look;
      button.textContent = { open: text, closed: closedText, active: null }[look] ?? words[look];
      if (!host.isConnected) document.documentElement.append(host);
    },
  };
}

/** It may come later than we do. */
function useOwn(selector: string, press: () => void): Button {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest(selector) : null;
    if (!target || !event.isTrusted) return;
    event.preventDefault();
    press();
  });
  return {
    host: null,
    show(look) {
      // For the site's own style sheet.
      for (const one of document.querySelectorAll<HTMLElement>(selector)) one.dataset['besideHelp'] = look;
    },
  };
}

function whenParsed(draw: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', draw, { once: true });
  else draw();
}
