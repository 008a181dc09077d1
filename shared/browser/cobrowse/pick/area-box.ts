import { openOwnLayer, type OwnLayer } from '../pointer/own-layer.ts';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The area that the customer is drawing, over the page and in no mirror. */
export function createAreaBox(): { show(area: Area | null): void } {
  let layer: OwnLayer | null = null;
  let box: HTMLElement | null = null;
  return {
    show(area) {
      if (!area) {
        layer?.remove();
        layer = null;
        box = null;
        return;
      }
      layer ??= openOwnLayer();
      if (!box) {
        box = document.createElement('div');
        box.style.cssText =
          'position:absolute;box-sizing:border-box;border:2px dashed #c4221f;background:rgb(196 34 31 / 18%);pointer-events:none';
        layer.root.append(box);
      }
      box.style.left = `${area.x}px`;
      box.style.top = `${area.y}px`;
      box.style.width = `${area.width}px`;
      box.style.height = `${area.height}px`;
    },
  };
}
