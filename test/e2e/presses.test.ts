/** How few presses lead from an empty form to a linked account, counted, and that nothing is ever created twice. */
import { describe, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import type { Organization } from '../sites/dagster-plus/organization';
import { useStage } from './stage';
import { ALL_FILLED, addOrganization, addressOf, connect, kept, openHub, revealTokens } from './steps';

const stage = useStage();

/** Everything that a person presses on the way, in order. */
class Presses {
  readonly made: string[] = [];

  async toolbarButton(tab: Tab): Promise<Popup> {
    this.made.push('toolbar button');
    return stage.browser.pressToolbarButton(tab);
  }

  async inPopup(popup: Popup, name: string): Promise<void> {
    this.made.push(name);
    await popup.press('button', name);
  }

  async connect(tab: Tab): Promise<Readonly<Record<string, string>>> {
    this.made.push('Connect');
    return connect(stage.sites, tab);
  }
}

describe('the presses', () => {
  it('Dagster+ open', async () => {
    const { browser, sites } = stage;
    const organization = addOrganization(sites, { slug: 'five' });
    await browser.newTab(addressOf(organization, 'prod', 'overview'));
    const form = await openHub(stage, { place: 'auth-link' });
    const presses = new Presses();
    const first = await presses.toolbarButton(form);
    await presses.inPopup(first, 'Open Tokens page');
    const second = await browser.popupThatOpens();
    await presses.inPopup(second, 'Create and reveal a token');
    await second.waitForStatus('Created a token and revealed it.');
    await presses.inPopup(second, 'Fill linking form');
    await waitUntil('the form in front', () => form.isActive());
    console.log(await presses.connect(form), presses.made);
    expect(organization.userTokens).toHaveLength(1);
  });
});
