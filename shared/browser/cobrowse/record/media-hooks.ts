import type { CssChange, Realm } from './css-hooks.ts';

type Tell = (sheet: CSSStyleSheet | null, change: CssChange) => void;

/** Hears of scripts that change for which media a sheet or a rule is. Lists of media do not say whose they are, so whoever asks for one is noted. */
export function hookMedia(win: Realm, tell: Tell): void {
  const changes = new WeakMap<MediaList, () => void>();
  const changed = (list: MediaList) => changes.get(list)?.();
  const ofSheet = (sheet: CSSStyleSheet) => tell(sheet, { kind: 'media' });
  const ofRule = (rule: CSSRule) => tell(rule.parentStyleSheet, { kind: 'edited' });
  noteOwners(win.StyleSheet.prototype, changes, ofSheet);
  noteOwners(win.CSSMediaRule.prototype, changes, ofRule);
  noteOwners(win.CSSImportRule.prototype, changes, ofRule);

  const proto = win.MediaList.prototype;
  for (const name of ['appendMedium', 'deleteMedium'] as const) {
    const original = proto[name];
    proto[name] = function (this: MediaList, medium: string) {
      original.call(this, medium);
      changed(this);
    };
  }
  const text = Object.getOwnPropertyDescriptor(proto, 'mediaText');
  const set = text?.set;
  if (!text || !set) return;
  Object.defineProperty(proto, 'mediaText', {
    ...text,
    set(this: MediaList, media: unknown) {
      set.call(this, media);
      changed(this);
    },
  });
}

/** `owner.media`: the list, or what is written into it. */
function noteOwners<T>(proto: object, changes: WeakMap<MediaList, () => void>, told: (owner: T) => void): void {
  const original = Object.getOwnPropertyDescriptor(proto, 'media');
  const { get, set } = original ?? {};
  if (!original || !get) return;
  Object.defineProperty(proto, 'media', {
    ...original,
    get(this: T) {
      const list = get.call(this) as MediaList;
      changes.set(list, () => told(this));
      return list;
    },
    ...(set && {
      set(this: T, media: unknown) {
        set.call(this, media);
        told(this);
      },
    }),
  });
}
