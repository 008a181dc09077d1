import type { ControlCommand, ControlRefusal } from '../../../protocol/peer.ts';

type SelectCommand = Extract<ControlCommand, { type: 'control.select' }>;

/** Marks the text between two carets; both must be in one document. */
export function selectText(
  { anchor, focus }: SelectCommand,
  nodeOf: (id: number) => Node | null,
): ControlRefusal | null {
  const from = nodeOf(anchor.node);
  const to = nodeOf(focus.node);
  if (!from?.isConnected || !to?.isConnected) return 'gone';
  const doc = from.ownerDocument;
  if (!doc || doc !== to.ownerDocument) return 'impossible';
  const length = (node: Node) => (node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length);
  doc
    .getSelection()
    ?.setBaseAndExtent(from, Math.min(anchor.offset, length(from)), to, Math.min(focus.offset, length(to)));
  return null;
}
