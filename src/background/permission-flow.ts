/** One way for every permission prompt: what it is for is remembered before, and carried out once after. */
import type { FillOutcome } from '../hub/report';
import type { PermissionPurpose } from '../messages';
import type { AwaitedPermission, Wish } from '../session/awaited-permission';

export interface PermissionFlowParts {
  readonly awaited: AwaitedPermission<PermissionPurpose>;
  fillAllowed(purpose: Extract<PermissionPurpose, { kind: 'fill' }>): Promise<FillOutcome>;
  showPopup(): Promise<unknown>;
}

export interface PermissionFlow {
  asking(wish: Wish<PermissionPurpose>): Promise<void>;
  /**
   * The person allowed these match patterns. It may be heard of twice, from the browser and from a popup that outlived
   * the prompt: what was wished for is done once, and both are told what came of it.
   *
   * @returns null when nothing was wished for, or nothing that is filled
   */
  granted(patterns: readonly string[]): Promise<FillOutcome | null>;
  refused(): Promise<void>;
}

export function createPermissionFlow(parts: PermissionFlowParts): PermissionFlow {
  let last: { readonly patterns: string; readonly done: Promise<FillOutcome | null> } | null = null;

  async function carryOut({ purpose }: Wish<PermissionPurpose>): Promise<FillOutcome | null> {
    if (purpose.kind === 'fill') return parts.fillAllowed(purpose);
    await parts.showPopup();
    return null;
  }

  async function granted(patterns: readonly string[]): Promise<FillOutcome | null> {
    const wish = await parts.awaited.take(patterns);
    if (wish) last = { patterns: wish.patterns.join(' '), done: carryOut(wish) };
    return last && patterns.some((pattern) => last?.patterns.split(' ').includes(pattern)) ? last.done : null;
  }

  return {
    asking(wish) {
      last = null;
      return parts.awaited.expect(wish);
    },
    granted,
    refused: parts.awaited.forget,
  };
}
