/** Which of two nodes comes first on a page, through all of its trees. */
import { comparePosition, hostOf, rootOf } from '../page/dom';

/**
 * Compares as `sort` wants it: in document order, what is in an inner tree where its host is. What holds another node
 * comes before it.
 */
export function byOrder(one: Node, other: Node): number {
  if (rootOf(one) === rootOf(other)) return order(one, other);
  const ways = [wayTo(one), wayTo(other)] as const;
  const fork = ways[0].findIndex((node, at) => node !== ways[1][at]);
  const [first, second] = [ways[0][fork], ways[1][fork]];
  if (!first || !second) return first ? 1 : -1;
  return order(first, second);
}

const order = (one: Node, other: Node): number =>
  comparePosition(one, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** The hosts on the way to a node, the outermost first, and the node. */
function wayTo(node: Node): Node[] {
  const way = [node];
  for (let host = hostOf(node); host; host = hostOf(host)) way.unshift(host);
  return way;
}
