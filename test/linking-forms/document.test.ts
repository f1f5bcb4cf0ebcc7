import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HUB_CASES } from '../hub/cases';
import { LAYOUTS } from '../sites/hub-page';
import { DOCUMENT_PATH, linkingFormsDocument } from './document';
import { PLACE_CASES } from './places';

describe('the document about linking forms', () => {
  test('says what the tables say; else write it anew: npm run docs', () => {
    const kept = readFileSync(new URL(`../../${DOCUMENT_PATH}`, import.meta.url), 'utf8');
    expect(kept).toBe(linkingFormsDocument());
  });

  test('has a line for every layout in which a page can show the Hub', () => {
    const listed = new Set(PLACE_CASES.map(({ page }) => page.layout ?? 'plain'));
    expect(Object.keys(LAYOUTS).filter((layout) => !listed.has(layout as keyof typeof LAYOUTS))).toEqual([]);
  });

  test('has one line for each case', () => {
    const lines = linkingFormsDocument().split('\n');
    for (const { meets } of HUB_CASES)
      expect(lines.filter((line) => line.startsWith(`| ${meets} |`))).toHaveLength(1);
    for (const { place } of PLACE_CASES)
      expect(lines.filter((line) => line.startsWith(`| ${place} |`))).toHaveLength(1);
  });
});
