import { fillScreen } from './fill-screen.ts';
import type { ScreenPeer } from './peer.ts';
import { barePeer } from './peers/bare.ts';
import { productControlPeer } from './peers/product-control.ts';
import { prepareProduct, productPeer } from './peers/product.ts';
import { vncPeer } from './peers/vnc.ts';
import { type Box, pictureIn } from './picture.ts';
import type { Stage } from './stage.ts';

/** All who show the customer's screen. */
export interface Cast extends Record<'standard' | 'sampling' | 'controlled' | 'bare' | 'vnc', ScreenPeer> {
  /** Of the product's picture; others get as much. */
  room: Box;
}

export async function castOf(stage: Stage): Promise<Cast> {
  await prepareProduct(stage);
  const standard = productPeer(stage, 'standard');
  await fillScreen(standard.viewer);
  await standard.start();
  const room = await pictureIn(standard.viewer, standard.picture);
  await standard.stop();
  return {
    room,
    standard,
    sampling: productPeer(stage, 'sampling'),
    controlled: productControlPeer(stage),
    bare: await barePeer(stage, room),
    vnc: await vncPeer(stage, room),
  };
}
