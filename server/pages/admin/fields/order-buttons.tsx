import { t } from '../say.ts';

interface Props {
  /** What is moved, for screen readers. */
  name: string;
  at: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Up, down, away. */
export function OrderButtons({ name, at, count, onMove, onRemove }: Props) {
  return (
    <span class="order-buttons">
      <button
        type="button"
        class="quiet"
        disabled={at === 0}
        aria-label={t('admin.up', { name })}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="quiet"
        disabled={at === count - 1}
        aria-label={t('admin.down', { name })}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button type="button" class="quiet" aria-label={t('admin.removeNamed', { name })} onClick={onRemove}>
        ✕
      </button>
    </span>
  );
}
