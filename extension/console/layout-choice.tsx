import { t } from '../../shared/browser/ui/i18n.ts';
import { LayoutIcon } from './layout-icon.tsx';
import type { ConsoleWindow } from './window/create-console-window.ts';

/** From one console to another; what the admin does not give is not there. */
export function LayoutChoice({ window }: { window: ConsoleWindow }) {
  const layouts = window.layouts.value;
  if (layouts.length < 2) return null;
  return (
    <div class="layout-choice" role="group" aria-label={t('layout.title')}>
      {layouts.map((layout) => (
        <button
          key={layout}
          type="button"
          class="quiet"
          aria-pressed={layout === window.layout.value}
          aria-label={t(`layout.${layout}`)}
          title={t(`layout.${layout}`)}
          data-layout={layout}
          onClick={() => window.choose(layout)}
        >
          <LayoutIcon layout={layout} />
        </button>
      ))}
    </div>
  );
}
